#define _GNU_SOURCE
#include "CYice.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Files that are to go when the program ends by a signal. An entry is a letter (f file, d folder) and a path. Whoever
   takes an entry out of its slot owns it, so the handler and the program never free it under each other. */
enum { slot_count = 256, longest_path = 4096 };
static _Atomic(char *) slots[slot_count];

/* What is called below is on the list of async-signal-safe functions, or a system call without state. */

static void remove_file(const char *path) {
  char journal[longest_path + 16];
  unlink(path);
  size_t length = strlen(path);
  if (length >= longest_path) return;
  memcpy(journal, path, length);
  memcpy(journal + length, "-journal", sizeof "-journal");
  unlink(journal);
}

static void remove_folder(const char *path) {
#ifdef SYS_getdents64
  struct entry {
    unsigned long long inode;
    long long offset;
    unsigned short length;
    unsigned char type;
    char name[];
  };
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder >= 0) {
    _Alignas(8) char buffer[4096];
    long count;
    while ((count = syscall(SYS_getdents64, folder, buffer, sizeof buffer)) > 0) {
      for (long at = 0; at < count;) {
        struct entry *found = (struct entry *)(buffer + at);
        if (strcmp(found->name, ".") != 0 && strcmp(found->name, "..") != 0) unlinkat(folder, found->name, 0);
        at += found->length;
      }
    }
    close(folder);
  }
#endif
  rmdir(path);
}

static void remove_entry(const char *entry) {
  if (*entry == 'd') {
    remove_folder(entry + 1);
  } else {
    remove_file(entry + 1);
  }
}

static void end_by(int number) {
  yice_show_typing();
  for (int index = 0; index < slot_count; index++) {
    char *entry = atomic_exchange(&slots[index], NULL);
    if (entry) remove_entry(entry);
  }
  /* The disposition is the default again (SA_RESETHAND): the program ends as if nobody had listened. */
  raise(number);
}

void yice_listen(void) {
  static atomic_flag done = ATOMIC_FLAG_INIT;
  if (atomic_flag_test_and_set(&done)) return;
  const int numbers[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGALRM, SIGXCPU};
  for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++) {
    struct sigaction old, new = {.sa_handler = end_by, .sa_flags = SA_RESETHAND | SA_NODEFER};
    sigemptyset(&new.sa_mask);
    /* A signal that the caller has ignored (nohup) stays ignored. */
    if (sigaction(numbers[index], NULL, &old) == 0 && old.sa_handler == SIG_DFL) sigaction(numbers[index], &new, NULL);
  }
}

int yice_keep_track(const char *path, int is_folder) {
  yice_listen();
  size_t length = strlen(path);
  char *entry = malloc(length + 2);
  if (!entry) return -1;
  entry[0] = is_folder ? 'd' : 'f';
  memcpy(entry + 1, path, length + 1);
  for (int index = 0; index < slot_count; index++) {
    char *none = NULL;
    if (atomic_compare_exchange_strong(&slots[index], &none, entry)) return index;
  }
  free(entry);
  return -1;
}

void yice_let_go(int slot, int remove) {
  if (slot < 0 || slot >= slot_count) return;
  char *entry = atomic_exchange(&slots[slot], NULL);
  if (!entry) return;
  if (remove) remove_entry(entry);
  free(entry);
}

int yice_rename_exclusive(const char *from, const char *to) {
#ifdef RENAME_NOREPLACE
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
#else
  return ENOSYS;
#endif
}

static mode_t mask = 022;

/* Read when the program is loaded: reading means setting it, which must not happen while files are made. */
__attribute__((constructor)) static void yice_read_mask(void) {
  mask = umask(077);
  umask(mask);
}

unsigned yice_usual_mode(void) { return 0666 & ~mask; }

void yice_prepare_process(void) {
  /* A file opened under the number of a closed standard output would be printed into. One that cannot be written keeps
     the number, so that printing fails and is told. */
  for (int number = 0; number <= 2; number++) {
    if (fcntl(number, F_GETFD) < 0 && errno == EBADF) {
      int other = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY);
      if (other >= 0 && other != number) {
        dup2(other, number);
        close(other);
      }
    }
  }
  /* A file that outgrows the limit (ulimit -f) is an error like a full disk, and no reason to end on the spot. */
  signal(SIGXFSZ, SIG_IGN);
}
