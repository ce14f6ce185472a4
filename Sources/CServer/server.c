#define _GNU_SOURCE
#include "CServer.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

/* Debian's shared libmicrohttpd brings GnuTLS and eight more libraries, 6 ms at each start of a program. So it is opened
   when a server starts. Where its archive is linked in (scripts/link-portable), the weak names are there already.
   Decision 0160. */
#define EACH_FUNCTION(X)                                                                              \
  X(MHD_start_daemon) X(MHD_stop_daemon) X(MHD_get_daemon_info) X(MHD_get_connection_values)          \
  X(MHD_create_response_from_buffer) X(MHD_create_response_from_fd64) X(MHD_add_response_header)      \
  X(MHD_queue_response) X(MHD_destroy_response)
#pragma weak MHD_start_daemon
#pragma weak MHD_stop_daemon
#pragma weak MHD_get_daemon_info
#pragma weak MHD_get_connection_values
#pragma weak MHD_create_response_from_buffer
#pragma weak MHD_create_response_from_fd64
#pragma weak MHD_add_response_header
#pragma weak MHD_queue_response
#pragma weak MHD_destroy_response

static struct {
#define FIELD(name) __typeof__(&name) name;
  EACH_FUNCTION(FIELD)
} mhd;
static int is_there;

static void load(void) {
  if (MHD_start_daemon) {
#define LINKED(name) mhd.name = name;
    EACH_FUNCTION(LINKED)
    is_there = 1;
    return;
  }
  void *library = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libmicrohttpd.so", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  is_there = 1;
#define FOUND(name) \
  if (!(mhd.name = (__typeof__(mhd.name))dlsym(library, #name))) is_there = 0;
  EACH_FUNCTION(FOUND)
}

int yice_server_is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_there;
}

struct YiceServer {
  struct MHD_Daemon *daemon;
  YiceHandlers handlers;
  void *context;
};

/* Called before the head is parsed; what it gives is the first value of read's exchange. */
static void *begin(void *server, const char *target, struct MHD_Connection *connection) {
  (void)connection;
  YiceServer *own = server;
  return own->handlers.begin(own->context, target);
}

static enum MHD_Result read_some(void *server, struct MHD_Connection *connection, const char *path, const char *method,
                                 const char *version, const char *bytes, size_t *count, void **exchange) {
  (void)path, (void)version;
  YiceServer *own = server;
  int goes_on = own->handlers.read(*exchange, connection, method, bytes, *count);
  *count = 0;
  return goes_on ? MHD_YES : MHD_NO;
}

static void done(void *server, struct MHD_Connection *connection, void **exchange, enum MHD_RequestTerminationCode code) {
  (void)connection, (void)code;
  YiceServer *own = server;
  if (*exchange) own->handlers.done(*exchange);
  *exchange = NULL;
}

YiceServer *yice_server_start(uint16_t port, YiceHandlers handlers, void *context) {
  if (!yice_server_is_there()) return NULL;
  /* Threads come and go with connections; each arena of its own would keep what a large answer left behind. */
  mallopt(M_ARENA_MAX, 2);
  YiceServer *server = calloc(1, sizeof *server);
  if (!server) return NULL;
  server->handlers = handlers;
  server->context = context;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
  /* A thread a connection: one person's browser has six, and a page that takes long keeps no other waiting. */
  server->daemon = mhd.MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL, port, NULL, NULL, read_some, server,
      MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address, MHD_OPTION_CONNECTION_LIMIT, 64u, MHD_OPTION_CONNECTION_TIMEOUT,
      30u, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)(64 << 10), MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_URI_LOG_CALLBACK, begin, server, MHD_OPTION_NOTIFY_COMPLETED, done, server, MHD_OPTION_END);
  if (!server->daemon) {
    free(server);
    return NULL;
  }
  return server;
}

uint16_t yice_server_port(const YiceServer *server) {
  const union MHD_DaemonInfo *info = mhd.MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

void yice_server_stop(YiceServer *server) {
  mhd.MHD_stop_daemon(server->daemon);
  free(server);
}

struct each {
  void *context;
  void (*header)(void *, const char *, const char *);
};

static enum MHD_Result give(void *each, enum MHD_ValueKind kind, const char *name, const char *value) {
  (void)kind;
  struct each *to = each;
  to->header(to->context, name, value ? value : "");
  return MHD_YES;
}

void yice_each_header(YiceConnection *connection, void *context, void (*header)(void *, const char *, const char *)) {
  struct each each = {context, header};
  mhd.MHD_get_connection_values(connection, MHD_HEADER_KIND, give, &each);
}

static int queue(YiceConnection *connection, unsigned status, const char *const *headers, struct MHD_Response *response) {
  if (!response) return 0;
  for (; headers && headers[0]; headers += 2) mhd.MHD_add_response_header(response, headers[0], headers[1]);
  enum MHD_Result queued = mhd.MHD_queue_response(connection, status, response);
  mhd.MHD_destroy_response(response);
  return queued == MHD_YES;
}

int yice_answer(YiceConnection *connection, unsigned status, const char *const *headers, const void *bytes,
                size_t count) {
  return queue(connection, status, headers,
               mhd.MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY));
}

int yice_answer_file(YiceConnection *connection, unsigned status, const char *const *headers, int descriptor,
                     uint64_t count) {
  struct MHD_Response *response = mhd.MHD_create_response_from_fd64(count, descriptor);
  if (!response) close(descriptor);
  return queue(connection, status, headers, response);
}

static void ending_signals(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGINT);
  sigaddset(set, SIGTERM);
  sigaddset(set, SIGHUP);
}

void yice_hold_signals(void) {
  sigset_t set;
  ending_signals(&set);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int yice_wait(int seconds) {
  sigset_t set;
  ending_signals(&set);
  struct timespec time = {.tv_sec = seconds};
  int number = sigtimedwait(&set, NULL, &time);
  return number > 0 ? number : 0;
}

int yice_open_address(const char *address) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  /* A group of its own: Ctrl+C is for the server, not for the browser. */
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  extern char **environ;
  char *words[] = {"xdg-open", (char *)address, NULL};
  pid_t child;
  int number = posix_spawnp(&child, "xdg-open", &actions, &attributes, words, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return number == 0;
}

int yice_random(void *bytes, size_t count) { return getentropy(bytes, count) == 0; }

void yice_give_back(void) { malloc_trim(0); }
