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

/// Keys and signatures (libcrypto, EVP). Algorithms: 0 Ed25519, 1 X25519, 2 SM2 (GB/T 32918, with SM3 and the usual
/// identity). A key is libcrypto's own and is freed; NULL, 0 or -1 where it is none.
int yice_random_bytes(unsigned char *bytes, size_t count);
void *yice_key_new(int algorithm);
void yice_key_free(void *key);
int yice_key_algorithm(const void *key);

/// Ed25519 and X25519: 32 bytes as RFC 8032 and RFC 7748 write them.
void *yice_key_from_raw(int algorithm, int is_private, const unsigned char *bytes, size_t count);
size_t yice_key_raw(const void *key, int is_private, unsigned char bytes[32]);

/// Public halves as SubjectPublicKeyInfo (DER, RFC 5280), private keys as PKCS #8 (PEM, RFC 5958), encrypted where a
/// passphrase is given (PBES2 with scrypt and AES-256). no_memory: whether that is why there is no key.
void *yice_key_from_public(const unsigned char *bytes, size_t count);
size_t yice_key_public(const void *key, unsigned char *bytes, size_t capacity);
void *yice_key_from_private(const char *pem, size_t count, const char *passphrase, size_t passphrase_count,
                            int *no_memory);
size_t yice_key_private(const void *key, const char *passphrase, size_t passphrase_count, char *pem, size_t capacity);

/// Returns the bytes of the signature.
size_t yice_sign(const void *key, const void *text, size_t count, unsigned char *signature, size_t capacity);
int yice_verify(const void *key, const void *text, size_t count, const unsigned char *signature, size_t signature_count);

/// The secret of two keys (X25519).
int yice_agree(const void *key, const void *other, unsigned char secret[32]);

/// Encrypts with a public, decrypts with a private key (SM2; the result as GB/T 35276 writes it).
size_t yice_sm2_crypt(const void *key, int encrypts, const unsigned char *bytes, size_t count, unsigned char *result,
                      size_t capacity);

/// SM3 (GB/T 32905) piece by piece; the context ends with the digest.
void *yice_sm3_start(void);
void yice_sm3_add(void *context, const void *bytes, size_t count);
void yice_sm3_finish(void *context, unsigned char digest[32]);

/// HMAC and HKDF (RFC 5869) over SHA-256 or SM3, scrypt (RFC 7914, r 8); comparing in a time that tells nothing.
int yice_mac(int is_sm3, const unsigned char *key, size_t key_count, const unsigned char *bytes, size_t count,
             unsigned char tag[32]);
int yice_equal(const unsigned char *one, const unsigned char *other, size_t count);
int yice_hkdf(int is_sm3, const unsigned char *secret, size_t secret_count, const unsigned char *salt, size_t salt_count,
              const unsigned char *info, size_t info_count, unsigned char *key, size_t count);
int yice_scrypt(const char *passphrase, size_t passphrase_count, const unsigned char *salt, size_t salt_count, int log_n,
                int p, unsigned char *key, size_t count);

/// ChaCha20-Poly1305 (RFC 8439) of one message; decrypting fails where the tag does not fit.
int yice_chacha(int encrypts, const unsigned char key[32], const unsigned char nonce[12], const unsigned char *extra,
                size_t extra_count, const unsigned char *bytes, size_t count, unsigned char *result, unsigned char tag[16]);

/// SM4 (GB/T 32907) in counter mode; both ways alike.
int yice_sm4(const unsigned char key[16], const unsigned char vector[16], const unsigned char *bytes, size_t count,
             unsigned char *result);

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

/// Has a signal that ends the program tidy up first: kept files go, and typing is shown again.
void yice_listen(void);

/// Shows nothing of what is typed at a terminal, until yice_show_typing; -1 where it is none.
int yice_hide_typing(int terminal);
void yice_show_typing(void);

/// Renames unless something stands under the new name; 0 or an error number (ENOSYS, EINVAL: not possible here).
int yice_rename_exclusive(const char *from, const char *to);

/// Permissions of a new file, by the umask.
unsigned yice_usual_mode(void);

/// For the program's start: standard input, output and error have their numbers, and a limit on sizes is an error.
void yice_prepare_process(void);
