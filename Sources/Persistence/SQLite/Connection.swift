import CSQLite

/// The owner of one connection to a SQLite file; closed when nobody holds it any more.
///
/// It is used by one thread at a time, and SQLite is told so.
@safe final class Connection {
  /// How a file is opened.
  enum Access: Hashable, Sendable {
    /// To read and write a file that exists, as far as it may be written.
    case existing
    /// To read a file that nobody can change and nothing can be written beside.
    case immutable
    /// In memory, to compare schemas with.
    case inMemory
  }

  /// What a connection was opened with.
  struct Origin: Hashable, Sendable {
    let file: String
    let access: Access
    let path: String
    let waitMilliseconds: Int32

    /// Opens another connection to the same file.
    func connect() throws(StoreError) -> Connection {
      try Connection(opening: file, for: access, path: path, waitMilliseconds: waitMilliseconds)
    }
  }

  /// The file's path, for errors.
  let path: String
  /// Where the file was opened, and for what, so that another connection can be made to it.
  let origin: Origin
  private let handle: OpaquePointer
  private let waitMilliseconds: Int32

  /// Opens `file`, which errors call `path`, and waits up to `waitMilliseconds` for others that write.
  init(
    opening file: String, for access: Access, path: String, waitMilliseconds: Int32
  ) throws(StoreError) {
    var opened: OpaquePointer?
    let name = access == .immutable ? Self.immutableName(of: file) : file
    let code = unsafe sqlite3_open_v2(name, &opened, access.flags, nil)
    guard let handle = unsafe opened else { throw .outOfMemory }
    unsafe self.handle = handle
    self.path = path
    origin = Origin(file: file, access: access, path: path, waitMilliseconds: waitMilliseconds)
    self.waitMilliseconds = waitMilliseconds
    try check(code)
    unsafe sqlite3_extended_result_codes(handle, 1)
    unsafe sqlite3_busy_timeout(handle, waitMilliseconds)
  }

  deinit {
    unsafe sqlite3_close_v2(handle)
  }

  /// Forbids what could harm the file from within SQL, such as writing to its schema's table.
  func defend() throws(StoreError) {
    try configure(SQLITE_DBCONFIG_DEFENSIVE, 1)
    try configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    try configure(SQLITE_DBCONFIG_DQS_DML, 0)
    try configure(SQLITE_DBCONFIG_DQS_DDL, 0)
  }

  private func configure(_ option: Int32, _ value: Int32) throws(StoreError) {
    try check(unsafe bursar_sqlite3_db_config_int(handle, option, value, nil))
  }

  /// Runs one or more statements that take no values and whose rows are of no interest.
  func execute(_ sql: StaticString) throws(StoreError) {
    let code = sql.withUTF8Buffer { text in
      unsafe text.withMemoryRebound(to: CChar.self) { characters in
        unsafe sqlite3_exec(handle, characters.baseAddress, nil, nil, nil)
      }
    }
    try check(code)
  }

  /// Runs statements as ``execute(_:)`` does, and tells `done` after each.
  func execute(_ sql: StaticString, each done: () -> Void) throws(StoreError) {
    let text = sql.withUTF8Buffer { unsafe Array($0) }
    var start = 0
    while start < text.count {
      var made: OpaquePointer?
      var length = 0
      let code = unsafe text[start...].withUnsafeBytes { rest in
        let first = unsafe rest.bindMemory(to: CChar.self).baseAddress
        var tail: UnsafePointer<CChar>?
        let code = unsafe sqlite3_prepare_v3(handle, first, Int32(rest.count), 0, &made, &tail)
        if let first = unsafe first, let tail = unsafe tail { unsafe length = tail - first }
        return code
      }
      try check(code)
      start += max(length, 1)
      // What is left may be blanks.
      guard let statement = unsafe made else { continue }
      let prepared = unsafe Statement(handle: statement, of: self)
      while try prepared.step() {}
      done()
    }
  }

  /// Makes a statement that can be run many times.
  func prepare(_ sql: StaticString) throws(StoreError) -> Statement {
    var made: OpaquePointer?
    let code = sql.withUTF8Buffer { text in
      unsafe text.withMemoryRebound(to: CChar.self) { characters in
        unsafe sqlite3_prepare_v3(
          handle, characters.baseAddress, Int32(characters.count),
          UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
      }
    }
    try check(code)
    guard let statement = unsafe made else { preconditionFailure("SQL that says nothing") }
    return unsafe Statement(handle: statement, of: self)
  }

  /// The first column of the first row of `sql`; nil where there is no row.
  func integer(_ sql: StaticString) throws(StoreError) -> Int64? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// Whether the file cannot be written through this connection.
  var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") == 1 }

  /// What SQLite says of the last thing that failed; it names tables and pages, never a value.
  var message: String { unsafe String(cString: sqlite3_errmsg(handle)) }

  /// Throws what `code` means, unless it is success.
  func check(_ code: Int32) throws(StoreError) {
    guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
    throw failure(code)
  }

  /// What `code` means for the person who ran the command.
  func failure(_ code: Int32) -> StoreError {
    let system = unsafe sqlite3_system_errno(handle)
    return SQLiteResult(code: code, systemError: system)
      .failure(path: path, waitedMilliseconds: Int(waitMilliseconds))
  }

  /// Copies the whole ledger into `target`, while others go on reading and writing it.
  func copyPages(into target: Connection) throws(StoreError) {
    guard let backup = unsafe sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw target.failure(unsafe sqlite3_extended_errcode(target.handle))
    }
    // In one step, from one moment of the ledger; in WAL mode nobody waits for it.
    let code = unsafe sqlite3_backup_step(backup, -1)
    unsafe sqlite3_backup_finish(backup)
    try target.check(code)
  }

  /// SQLite takes options only in a URI, whose path needs its special characters written out.
  private static func immutableName(of path: String) -> String {
    let escaped = path.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "%"): "%25"
      case UInt8(ascii: "?"): "%3f"
      case UInt8(ascii: "#"): "%23"
      default: String(UnicodeScalar(byte))
      }
    }
    return "file:" + escaped.joined() + "?immutable=1"
  }
}

extension Connection.Access {
  fileprivate var flags: Int32 {
    let common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    return switch self {
    case .existing: common | SQLITE_OPEN_READWRITE
    case .immutable: common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    case .inMemory: common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
    }
  }
}
