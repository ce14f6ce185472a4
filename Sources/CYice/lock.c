#define _GNU_SOURCE
#include "CYice.h"

#include <fcntl.h>

/* SQLite's SHARED range (os.h: PENDING_BYTE, SHARED_FIRST). A lock of the open file description rather than the process:
   it holds against connections of our own as well. */
int yice_lock_shared(int fd) {
#ifdef F_OFD_SETLK
  struct flock lock = {.l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = 0x40000002, .l_len = 510};
  return fcntl(fd, F_OFD_SETLK, &lock) == 0;
#else
  (void)fd;
  return 0;
#endif
}
