/* What reading workbooks with the default password takes: hashes, AES and RC4 themselves, as in sha256.c. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "CYice.h"

#include <openssl/aes.h>
#include <openssl/md5.h>
#include <openssl/rc4.h>
#include <openssl/sha.h>
#include <string.h>

size_t yice_digest(int bits, const void *first, size_t first_count, const void *second, size_t second_count,
                   unsigned char digest[64]) {
#define HASH(TYPE, NAME, SIZE)                     \
  {                                                \
    TYPE context;                                  \
    NAME##_Init(&context);                         \
    NAME##_Update(&context, first, first_count);   \
    NAME##_Update(&context, second, second_count); \
    NAME##_Final(digest, &context);                \
    return SIZE;                                   \
  }
  switch (bits) {
  case 128: HASH(MD5_CTX, MD5, 16)
  case 160: HASH(SHA_CTX, SHA1, 20)
  case 256: HASH(SHA256_CTX, SHA256, 32)
  case 384: HASH(SHA512_CTX, SHA384, 48)
  case 512: HASH(SHA512_CTX, SHA512, 64)
  default: return 0;
  }
}

size_t yice_spin(int bits, unsigned char digest[64], unsigned int rounds) {
  size_t size = (size_t)bits / 8;
  for (unsigned int round = 0; round < rounds; round++) {
    unsigned char number[4] = {round & 0xFF, round >> 8 & 0xFF, round >> 16 & 0xFF, round >> 24};
    unsigned char previous[64];
    memcpy(previous, digest, size);
    if (yice_digest(bits, number, 4, previous, size, digest) != size) return 0;
  }
  return size;
}

int yice_aes_decrypt(const unsigned char *key, int bits, const unsigned char *vector, unsigned char *bytes, size_t count) {
  AES_KEY schedule;
  if (count % 16 != 0 || AES_set_decrypt_key(key, bits, &schedule) != 0) return 0;
  if (vector) {
    unsigned char chain[16];
    memcpy(chain, vector, 16);
    AES_cbc_encrypt(bytes, bytes, count, &schedule, chain, AES_DECRYPT);
  } else {
    for (size_t start = 0; start < count; start += 16) AES_decrypt(bytes + start, bytes + start, &schedule);
  }
  return 1;
}

void yice_rc4(const unsigned char *key, size_t key_count, unsigned char *bytes, size_t count) {
  RC4_KEY schedule;
  RC4_set_key(&schedule, (int)key_count, key);
  RC4(&schedule, count, bytes, bytes);
}
