// SHA-256 from OpenSSL's libcrypto (2026-11: it uses the processor's SHA instructions, which
// libsodium 1.0.18 does not; every Debian system carries it). SHA256_Init, _Update and _Final are
// deprecated in favour of providers, which cost more than the hash itself: see Sources/Decisions.md.
#ifndef BURSAR_CCRYPTO_SHIM_H
#define BURSAR_CCRYPTO_SHIM_H
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#endif
