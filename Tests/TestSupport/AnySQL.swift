import CSQLite

/// A store opened as by anybody who has `sqlite3`, without a check of bursar's.
@safe final class AnySQL {
  private var handle: OpaquePointer?

  /// What SQLite says of statements it did not run.
  struct Refused: Error {
    let message: String
  }

  init(_ path: String) throws {
    try check(unsafe sqlite3_open(path, &handle))
  }

  deinit {
    unsafe sqlite3_close(handle)
  }

  /// Runs statements.
  /// - Returns: How many rows the last of them changed.
  @discardableResult func run(_ sql: String) throws -> Int {
    try check(unsafe sqlite3_exec(handle, sql, nil, nil, nil))
    return Int(unsafe sqlite3_changes(handle))
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else {
      throw Refused(message: unsafe String(cString: sqlite3_errmsg(handle)))
    }
  }
}
