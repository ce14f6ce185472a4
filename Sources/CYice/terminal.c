/* Typing that nobody sees, and is seen again however the program ends. */
#include "CYice.h"

#include <stdatomic.h>
#include <termios.h>

static struct termios usual;
/* The terminal that shows nothing now; -1: there is none. Whoever takes the number out restores it. */
static _Atomic(int) unseen = -1;

int yice_hide_typing(int terminal) {
  if (tcgetattr(terminal, &usual) != 0) return -1;
  yice_listen();
  atomic_store(&unseen, terminal);
  struct termios hidden = usual;
  hidden.c_lflag &= ~(tcflag_t)ECHO;
  return tcsetattr(terminal, TCSAFLUSH, &hidden);
}

/* Also called when a signal ends the program: tcsetattr is async-signal-safe. */
void yice_show_typing(void) {
  int terminal = atomic_exchange(&unseen, -1);
  if (terminal >= 0) tcsetattr(terminal, TCSAFLUSH, &usual);
}
