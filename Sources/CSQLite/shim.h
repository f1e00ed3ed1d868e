// SQLite, the store of the ledger of record (2026-11: Debian's libsqlite3-dev, 3.40).
#ifndef BURSAR_CSQLITE_SHIM_H
#define BURSAR_CSQLITE_SHIM_H
#include <sqlite3.h>

/// Variadic functions are not imported into Swift.
static inline int bursar_sqlite3_db_config_int(sqlite3 *db, int operation, int value, int *out) {
  return sqlite3_db_config(db, operation, value, out);
}
#endif
