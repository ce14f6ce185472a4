/* The calls that need nothing but SHA-256 itself; OpenSSL 3 marks them as old, not as going away. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "CYice.h"

#include <openssl/sha.h>

void yice_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes, count);
  SHA256_Final(digest, &context);
}

size_t yice_sha256_size(void) { return sizeof(SHA256_CTX); }

void yice_sha256_start(void *context) { SHA256_Init(context); }

void yice_sha256_add(void *context, const void *bytes, size_t count) { SHA256_Update(context, bytes, count); }

void yice_sha256_finish(void *context, unsigned char digest[32]) { SHA256_Final(digest, context); }
