#pragma once

#include <stddef.h>
#include <stdint.h>

/// GNU libmicrohttpd behind few functions: its own are variadic, and it is loaded when a server is started, not when the
/// program is (Decision 0160).
typedef struct MHD_Connection YiceConnection;
typedef struct YiceServer YiceServer;

typedef struct {
  /// A request begins: gives what the other two get. The target is as it was sent, the query with it.
  void *(*begin)(void *context, const char *target);
  /// First with no bytes when the head is there, then with each piece of the body, then once more with no bytes. Returns
  /// 0 to close the connection.
  int (*read)(void *exchange, YiceConnection *connection, const char *method, const void *bytes, size_t count);
  void (*done)(void *exchange);
} YiceHandlers;

/// Whether the library is there.
int yice_server_is_there(void);

/// Listens on 127.0.0.1; port 0 is a free one. NULL: the port is taken, or the library is missing.
YiceServer *yice_server_start(uint16_t port, YiceHandlers handlers, void *context);

uint16_t yice_server_port(const YiceServer *server);

/// Lets requests that run end, and takes no more.
void yice_server_stop(YiceServer *server);

/// Calls for each header of a request, in order, as sent.
void yice_each_header(YiceConnection *connection, void *context,
                      void (*header)(void *context, const char *name, const char *value));

/// Answers. Headers are names and values in turn, and NULL. The bytes are copied. 0 when it cannot be.
int yice_answer(YiceConnection *connection, unsigned status, const char *const *headers, const void *bytes, size_t count);

/// Answers with an open file, which is closed afterwards.
int yice_answer_file(YiceConnection *connection, unsigned status, const char *const *headers, int descriptor,
                     uint64_t count);

/// Keeps SIGINT, SIGTERM and SIGHUP for yice_wait, in this thread and those that it starts.
void yice_hold_signals(void);

/// Waits for one of them. Returns its number; 0 when the seconds are over.
int yice_wait(int seconds);

/// Hands an address to the desktop's browser and does not wait for it. 0 when there is none.
int yice_open_address(const char *address);

/// Fills with bytes of the system's generator; 0 when it has none.
int yice_random(void *bytes, size_t count);

/// Gives back to the system what the allocator keeps.
void yice_give_back(void);
