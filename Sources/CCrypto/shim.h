// SHA-256 from OpenSSL's libcrypto (2026-11: it uses the processor's SHA instructions, which
// libsodium 1.0.18 does not; every Debian system carries it).
#ifndef BURSAR_CCRYPTO_SHIM_H
#define BURSAR_CCRYPTO_SHIM_H
// The low-level functions are deprecated because they pass OpenSSL's providers by; that is why they
// are three times as fast for a short text, and start without loading one.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#endif
