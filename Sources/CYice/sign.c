/* Keys and signatures through libcrypto's EVP calls, as OpenSSL 3.0 has them. No primitive stands here. */
#include "CYice.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <string.h>

/* GM/T 0009-2012, 10: the signer's identity where none is agreed. */
static const char sm2_identity[] = "1234567812345678";

static const char *const names[] = {"ED25519", "X25519", "SM2"};

/* What a system's openssl.cnf says is not for this program. */
static void prepare(void) { OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL); }

int yice_random_bytes(unsigned char *bytes, size_t count) {
  prepare();
  return count <= 1 << 20 && RAND_bytes(bytes, (int)count) == 1;
}

void *yice_key_new(int algorithm) {
  prepare();
  return EVP_PKEY_Q_keygen(NULL, NULL, names[algorithm]);
}

void yice_key_free(void *key) { EVP_PKEY_free(key); }

int yice_key_algorithm(const void *key) {
  for (int i = 0; i < 3; i++)
    if (EVP_PKEY_is_a(key, names[i])) return i;
  return -1;
}

void *yice_key_from_raw(int algorithm, int is_private, const unsigned char *bytes, size_t count) {
  prepare();
  return is_private ? EVP_PKEY_new_raw_private_key_ex(NULL, names[algorithm], NULL, bytes, count)
                    : EVP_PKEY_new_raw_public_key_ex(NULL, names[algorithm], NULL, bytes, count);
}

size_t yice_key_raw(const void *key, int is_private, unsigned char bytes[32]) {
  size_t count = 32;
  int done = is_private ? EVP_PKEY_get_raw_private_key(key, bytes, &count) : EVP_PKEY_get_raw_public_key(key, bytes, &count);
  return done == 1 ? count : 0;
}

void *yice_key_from_public(const unsigned char *bytes, size_t count) {
  prepare();
  const unsigned char *next = bytes;
  EVP_PKEY *key = d2i_PUBKEY(NULL, &next, (long)count);
  if (key && next != bytes + count) {
    EVP_PKEY_free(key);
    key = NULL;
  }
  ERR_clear_error();
  return key;
}

size_t yice_key_public(const void *key, unsigned char *bytes, size_t capacity) {
  unsigned char *made = NULL;
  int count = i2d_PUBKEY((EVP_PKEY *)key, &made);
  if (count <= 0) return 0;
  if ((size_t)count <= capacity) memcpy(bytes, made, (size_t)count);
  OPENSSL_free(made);
  return (size_t)count <= capacity ? (size_t)count : 0;
}

typedef struct {
  const char *bytes;
  size_t count;
} Passphrase;

static int give_passphrase(char *buffer, int size, int writes, void *context) {
  (void)writes;
  const Passphrase *passphrase = context;
  if (!passphrase->bytes || passphrase->count > (size_t)size) return -1;
  memcpy(buffer, passphrase->bytes, passphrase->count);
  return (int)passphrase->count;
}

/* Whether the errors of the last call say that there was no memory, or that more was asked for than may be; forgets them. */
static int lacked_memory(void) {
  int found = 0;
  unsigned long error;
  while ((error = ERR_get_error()) != 0) {
    int reason = ERR_GET_REASON(error);
    found |= reason == ERR_R_MALLOC_FAILURE || (ERR_GET_LIB(error) == ERR_LIB_EVP && reason == EVP_R_MEMORY_LIMIT_EXCEEDED);
  }
  return found;
}

void *yice_key_from_private(const char *pem, size_t count, const char *passphrase, size_t passphrase_count,
                            int *no_memory) {
  prepare();
  BIO *source = BIO_new_mem_buf(pem, (int)count);
  Passphrase given = {passphrase, passphrase_count};
  EVP_PKEY *key = source ? PEM_read_bio_PrivateKey(source, NULL, give_passphrase, &given) : NULL;
  BIO_free(source);
  *no_memory = lacked_memory() && !key;
  return key;
}

/* RFC 7914 with 16 MB, five times over: as much as OpenSSL opens without being told, and as strong as OWASP asks. */
static int write_encrypted(BIO *sink, EVP_PKEY *key, const char *passphrase, size_t count) {
  X509_ALGOR *scheme = PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), NULL, 16, NULL, 1 << 14, 8, 5);
  PKCS8_PRIV_KEY_INFO *plain = EVP_PKEY2PKCS8(key);
  X509_SIG *sealed = scheme && plain ? PKCS8_set0_pbe(passphrase, (int)count, plain, scheme) : NULL;
  int done = sealed && PEM_write_bio_PKCS8(sink, sealed) == 1;
  if (!sealed) X509_ALGOR_free(scheme);
  X509_SIG_free(sealed);
  PKCS8_PRIV_KEY_INFO_free(plain);
  return done;
}

size_t yice_key_private(const void *key, const char *passphrase, size_t passphrase_count, char *pem, size_t capacity) {
  BIO *sink = BIO_new(BIO_s_mem());
  if (!sink) return 0;
  EVP_PKEY *own = (EVP_PKEY *)key;
  int done = passphrase ? write_encrypted(sink, own, passphrase, passphrase_count)
                        : PEM_write_bio_PKCS8PrivateKey(sink, own, NULL, NULL, 0, NULL, NULL) == 1;
  char *bytes = NULL;
  long count = BIO_get_mem_data(sink, &bytes);
  size_t written = 0;
  if (done && count > 0 && (size_t)count <= capacity) {
    memcpy(pem, bytes, (size_t)count);
    written = (size_t)count;
  }
  BIO_free(sink);
  return written;
}

/* A context that signs or verifies with the key: SM2 over SM3 with the usual identity, Ed25519 over the text itself. */
static EVP_MD_CTX *starting(EVP_PKEY *key, int verifies) {
  int is_sm2 = EVP_PKEY_is_a(key, "SM2");
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_PKEY_CTX *way = NULL;
  const EVP_MD *hash = is_sm2 ? EVP_sm3() : NULL;
  int done = context && (verifies ? EVP_DigestVerifyInit(context, &way, hash, NULL, key)
                                  : EVP_DigestSignInit(context, &way, hash, NULL, key)) == 1;
  if (done && is_sm2) done = EVP_PKEY_CTX_set1_id(way, sm2_identity, sizeof sm2_identity - 1) == 1;
  if (done) return context;
  EVP_MD_CTX_free(context);
  return NULL;
}

size_t yice_sign(const void *key, const void *text, size_t count, unsigned char *signature, size_t capacity) {
  EVP_MD_CTX *context = starting((EVP_PKEY *)key, 0);
  size_t written = capacity;
  if (!context || EVP_DigestSign(context, signature, &written, text, count) != 1) written = 0;
  EVP_MD_CTX_free(context);
  return written;
}

int yice_verify(const void *key, const void *text, size_t count, const unsigned char *signature, size_t signature_count) {
  EVP_MD_CTX *context = starting((EVP_PKEY *)key, 1);
  int fits = context && EVP_DigestVerify(context, signature, signature_count, text, count) == 1;
  EVP_MD_CTX_free(context);
  ERR_clear_error();
  return fits;
}

int yice_agree(const void *key, const void *other, unsigned char secret[32]) {
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, (EVP_PKEY *)key, NULL);
  size_t count = 32;
  int done = context && EVP_PKEY_derive_init(context) == 1 && EVP_PKEY_derive_set_peer(context, (EVP_PKEY *)other) == 1 &&
             EVP_PKEY_derive(context, secret, &count) == 1 && count == 32;
  EVP_PKEY_CTX_free(context);
  ERR_clear_error();
  return done;
}

size_t yice_sm2_crypt(const void *key, int encrypts, const unsigned char *bytes, size_t count, unsigned char *result,
                      size_t capacity) {
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, (EVP_PKEY *)key, NULL);
  size_t written = capacity;
  int done = context && (encrypts ? EVP_PKEY_encrypt_init(context) == 1 &&
                                        EVP_PKEY_encrypt(context, result, &written, bytes, count) == 1
                                  : EVP_PKEY_decrypt_init(context) == 1 &&
                                        EVP_PKEY_decrypt(context, result, &written, bytes, count) == 1);
  EVP_PKEY_CTX_free(context);
  ERR_clear_error();
  return done ? written : 0;
}
