#pragma once

#include <sqlite3.h>
#include <stddef.h>

/// A text that the program carries inside itself.
typedef struct {
  const char *name;
  const char *text;
} YiceText;

/// schema.sql and triggers.sql of the top level, byte for byte, one after the other.
const char *yice_schema(void);

/// formats/format-N.sql, the schema.sql of an earlier format; NULL where there is none.
const char *yice_past_schema(int version);

/// The profiles under Sources/YiceStandards/Profiles; ends with a NULL name.
const YiceText *yice_profiles(void);

/// Profiles/derived.yaml: how registers answer the catalogue.
const char *yice_derived(void);

/// Profiles/catalogue.yaml: what a school must have.
const char *yice_catalogue(void);

/// Profiles/materials.yaml: the proposed 档案目录.
const char *yice_materials(void);

/// The SQL files under Sources/YiceIndicators/SQL; ends with a NULL name.
const YiceText *yice_indicator_sql(void);

/// The SQL files under Sources/YiceIndicators/SQL/items; ends with a NULL name.
const YiceText *yice_item_sql(void);

/// The check rules under Sources/YiceIndicators/SQL/check, each with its severity and text; ends with a NULL name.
const YiceText *yice_check_sql(void);

/// The queries of SQL/honesty: what makes a figure larger than it is.
const YiceText *yice_honesty_sql(void);

/// What programmes ask for, under Sources/YiceLedgers/Demands/SQL, each with its form's head; ends with a NULL name.
const YiceText *yice_demand_sql(void);

/// A module of the local page's script, Sources/YicePage/Texts/script, NULL where there is none of that name; its style
/// sheet.
const char *yice_page_script(const char *name);
const char *yice_page_style(void);

/// Whether SQLite took our settings, which it does only before its first use: no counting of memory, which costs a lock
/// a piece, statement journals in memory up to yice_statement_spill bytes, and a file name that begins with "file:" is a
/// name like any other. Freed memory is kept for the next file, not given back page by page.
int yice_is_configured(void);

/// Bytes; at most 131071.
int yice_statement_spill(void);

/// SHA-256 of bytes (libcrypto).
void yice_sha256(const void *bytes, size_t count, unsigned char digest[32]);

/// SHA-256 piece by piece: memory of that size is started, added to and finished.
size_t yice_sha256_size(void);
void yice_sha256_start(void *context);
void yice_sha256_add(void *context, const void *bytes, size_t count);
void yice_sha256_finish(void *context, unsigned char digest[32]);

/// Hash of two pieces: MD5 (128), SHA-1 (160), SHA-256, SHA-384 or SHA-512 by its bits. Returns its bytes, 0 for others.
size_t yice_digest(int bits, const void *first, size_t first_count, const void *second, size_t second_count,
                   unsigned char digest[64]);

/// Hashes round number and digest over and over, in place. Returns the digest's bytes, 0 for a hash that is not known.
size_t yice_spin(int bits, unsigned char digest[64], unsigned int rounds);

/// Decrypts whole blocks of AES in place, chained from 16 bytes, or each by itself where these are NULL. Returns 0 where
/// the key or the count is none.
int yice_aes_decrypt(const unsigned char *key, int bits, const unsigned char *vector, unsigned char *bytes, size_t count);

/// RC4 in place from the key's first byte on.
void yice_rc4(const unsigned char *key, size_t key_count, unsigned char *bytes, size_t count);

/// Switches the triggers of this connection on or off (sqlite3_db_config is variadic, so Swift cannot call it).
int yice_set_triggers(sqlite3 *db, int enabled);

/// Readies a connection for a file that nobody vouches for: defensive mode, no triggers, no views, no extensions.
int yice_harden(sqlite3 *db);

/// Makes reading from a view of the file an error (our own views serve other programs only).
int yice_disable_views(sqlite3 *db);

/// Adds SQL functions to a connection: yice_sound(value, …) is 1 when no text holds a NUL or broken UTF-8, else 0;
/// yice_require_sound(value, …) is 1 or ends the statement with the error "unsound text".
int yice_add_functions(sqlite3 *db);

/// Locks an open file against SQLite's writers, until it is closed; 0 when somebody is writing it or there are no such
/// locks here.
int yice_lock_shared(int fd);

/// Has a file (with the journal beside it), or a folder with the files in it, removed when the program ends by a signal.
/// Returns a slot for yice_let_go; -1 when there is none left.
int yice_keep_track(const char *path, int is_folder);

/// Ends that, and removes the file or folder now if asked to.
void yice_let_go(int slot, int remove);

/// Renames unless something stands under the new name; 0 or an error number (ENOSYS, EINVAL: not possible here).
int yice_rename_exclusive(const char *from, const char *to);

/// Permissions of a new file, by the umask.
unsigned yice_usual_mode(void);

/// For the program's start: standard input, output and error have their numbers, and a limit on sizes is an error.
void yice_prepare_process(void);
