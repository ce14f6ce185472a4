// What the program's objects and archives, compiled against the build machine's glibc, ask of a glibc newer than 2.28,
// as glibc 2.28 can give it. Linked into the packaged program only: scripts/link-portable. Decision 0140.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>

// glibc 2.29 gave these a second version, which leaves errno alone; the first is in every glibc of the platform.
#if defined(__x86_64__)
#define FIRST "GLIBC_2.2.5"
#elif defined(__aarch64__)
#define FIRST "GLIBC_2.17"
#endif
#define FIRST_VERSION(name, parameters, arguments)                 \
  double name##_first parameters;                                  \
  __asm__(".symver " #name "_first, " #name "@" FIRST);            \
  __attribute__((visibility("hidden"))) double name parameters { return name##_first arguments; }
FIRST_VERSION(exp, (double x), (x))
FIRST_VERSION(exp2, (double x), (x))
FIRST_VERSION(log, (double x), (x))
FIRST_VERSION(log2, (double x), (x))
FIRST_VERSION(pow, (double x, double y), (x, y))

// 2.29. Foundation starts other programs in a folder with it; where it is missing, that fails and says so.
int posix_spawn_file_actions_addchdir_np(void *actions, const char *path) {
  int (*real)(void *, const char *) = (int (*)(void *, const char *))dlsym(RTLD_NEXT, __func__);
  return real ? real(actions, path) : ENOSYS;
}

// 2.32. libstdc++ counts references without locks while it is true: false is always right.
char __libc_single_threaded = 0;

// 2.36. expat, libzip and libstdc++ take what random bytes they need from it.
void arc4random_buf(void *bytes, size_t count) {
  for (unsigned char *next = bytes; count > 0;) {
    size_t piece = count < 256 ? count : 256;
    if (getentropy(next, piece) != 0) abort();
    next += piece;
    count -= piece;
  }
}

uint32_t arc4random(void) {
  uint32_t number;
  arc4random_buf(&number, sizeof number);
  return number;
}
