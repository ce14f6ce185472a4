/* Digests, keys from keys, and ciphers through libcrypto's EVP calls, as OpenSSL 3.0 has them. No primitive stands here. */
#include "CYice.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <stdlib.h>

static const char *hash_name(int is_sm3) { return is_sm3 ? "SM3" : "SHA256"; }

static const EVP_MD *hash(int is_sm3) {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, NULL);
  return is_sm3 ? EVP_sm3() : EVP_sha256();
}

void *yice_sm3_start(void) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  // Without memory; a digest of nothing would be worse than an end.
  if (!context || EVP_DigestInit_ex(context, hash(1), NULL) != 1) abort();
  return context;
}

void yice_sm3_add(void *context, const void *bytes, size_t count) {
  if (EVP_DigestUpdate(context, bytes, count) != 1) abort();
}

void yice_sm3_finish(void *context, unsigned char digest[32]) {
  if (EVP_DigestFinal_ex(context, digest, NULL) != 1) abort();
  EVP_MD_CTX_free(context);
}

int yice_mac(int is_sm3, const unsigned char *key, size_t key_count, const unsigned char *bytes, size_t count,
             unsigned char tag[32]) {
  size_t written = 0;
  hash(is_sm3);
  return EVP_Q_mac(NULL, "HMAC", NULL, hash_name(is_sm3), NULL, key, key_count, bytes, count, tag, 32, &written) != NULL &&
         written == 32;
}

int yice_equal(const unsigned char *one, const unsigned char *other, size_t count) {
  return CRYPTO_memcmp(one, other, count) == 0;
}

int yice_hkdf(int is_sm3, const unsigned char *secret, size_t secret_count, const unsigned char *salt, size_t salt_count,
              const unsigned char *info, size_t info_count, unsigned char *key, size_t count) {
  hash(is_sm3);
  EVP_KDF *kind = EVP_KDF_fetch(NULL, "HKDF", NULL);
  EVP_KDF_CTX *context = EVP_KDF_CTX_new(kind);
  EVP_KDF_free(kind);
  static const unsigned char none[1];
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)hash_name(is_sm3), 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)secret, secret_count),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)(salt_count ? salt : none), salt_count),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, info_count),
      OSSL_PARAM_construct_end(),
  };
  int done = context && EVP_KDF_derive(context, key, count, parameters) == 1;
  EVP_KDF_CTX_free(context);
  return done;
}

int yice_scrypt(const char *passphrase, size_t passphrase_count, const unsigned char *salt, size_t salt_count, int log_n,
                int p, unsigned char *key, size_t count) {
  hash(0);
  uint64_t n = (uint64_t)1 << log_n;
  int done = EVP_PBE_scrypt(passphrase, passphrase_count, salt, salt_count, n, 8, (uint64_t)p, 1200 * n + (64 << 20), key,
                            count) == 1;
  ERR_clear_error();
  return done;
}

int yice_chacha(int encrypts, const unsigned char key[32], const unsigned char nonce[12], const unsigned char *extra,
                size_t extra_count, const unsigned char *bytes, size_t count, unsigned char *result, unsigned char tag[16]) {
  hash(0);
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  int written = 0, last = 0;
  int done = context && EVP_CipherInit_ex(context, EVP_chacha20_poly1305(), NULL, key, nonce, encrypts) == 1 &&
             (encrypts || EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, tag) == 1) &&
             (extra_count == 0 || EVP_CipherUpdate(context, NULL, &written, extra, (int)extra_count) == 1) &&
             (count == 0 || EVP_CipherUpdate(context, result, &written, bytes, (int)count) == 1) &&
             EVP_CipherFinal_ex(context, result + count, &last) == 1 &&
             (!encrypts || EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, tag) == 1);
  EVP_CIPHER_CTX_free(context);
  ERR_clear_error();
  return done;
}

int yice_sm4(const unsigned char key[16], const unsigned char vector[16], const unsigned char *bytes, size_t count,
             unsigned char *result) {
  hash(1);
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  int written = 0;
  int done = context && EVP_EncryptInit_ex(context, EVP_sm4_ctr(), NULL, key, vector) == 1 &&
             (count == 0 || EVP_EncryptUpdate(context, result, &written, bytes, (int)count) == 1);
  EVP_CIPHER_CTX_free(context);
  return done;
}
