import Monetary

extension Store {
  /// What a store is opened for.
  public enum Access: Hashable, Sendable {
    /// To read, and to append.
    case writing
    /// To read only; also works where the file cannot be written.
    case reading
  }

  /// How long is waited for others that write, unless something else is asked for: a minute.
  public static var defaultWaitMilliseconds: Int32 { 60_000 }

  /// From how many position rows on a scope's sums are kept.
  static var defaultSummingThreshold: Int { 65_536 }

  /// Opens the ledger at `path`, and brings one of an earlier version forward.
  ///
  /// - Throws: `.missing`, `.directory`, `.notAFile`, `.permission`, `.empty`, `.notDatabase`,
  ///   `.foreign`, `.newerSchema`, `.readOnly` where it is to be written, `.olderSchema` where it
  ///   cannot be brought forward, `.locked`, and failures of the disk.
  public static func open(
    path: String, for access: Access = .writing,
    waitMilliseconds: Int32 = defaultWaitMilliseconds
  ) throws(StoreError) -> Store {
    try open(
      path: path, for: access, waitMilliseconds: waitMilliseconds,
      summingThreshold: defaultSummingThreshold)
  }

  static func open(
    path: String, for access: Access, waitMilliseconds: Int32, summingThreshold: Int,
    migrations: [Migration] = Schema.migrations
  ) throws(StoreError) -> Store {
    try requireFile(at: path)
    let connection = try connect(path, for: access, waitMilliseconds: waitMilliseconds)
    let version = try connection.requireLedger(ofAtMost: migrations.count)
    if access == .writing, connection.isReadOnly { throw .readOnly(path: path) }
    try connection.execute(
      """
      PRAGMA foreign_keys = ON;
      PRAGMA recursive_triggers = ON;
      PRAGMA synchronous = FULL;
      PRAGMA cell_size_check = ON;
      PRAGMA cache_size = -16384;
      """)
    try connection.defend()
    if version < migrations.count {
      guard !connection.isReadOnly else {
        throw .olderSchema(path: path, found: version, known: migrations.count)
      }
      try connection.migrate(from: version, by: migrations)
    }
    switch access {
    case .reading: try connection.execute("PRAGMA query_only = ON")
    // It has been so since it was made, unless somebody restored or repaired it by other means.
    case .writing: try connection.execute("PRAGMA journal_mode = WAL")
    }
    return Store(
      try Session(
        connection, bookCurrency: try connection.bookCurrency(),
        summingThreshold: summingThreshold))
  }

  /// Opens to write even where only reading is asked for: SQLite then leaves nothing beside the file.
  /// Where nothing can be written beside it, as on a full disk, it is read as it stands.
  private static func connect(
    _ path: String, for access: Access, waitMilliseconds: Int32
  ) throws(StoreError) -> Connection {
    let connection = try Connection(
      opening: path, for: .existing, path: path,
      waitMilliseconds: waitMilliseconds)
    do throws(StoreError) {
      _ = try connection.integer("SELECT count(*) FROM sqlite_schema")
      return connection
    } catch {
      guard access == .reading, error.isOfWriting, try isEmpty(log: path + "-wal") else {
        throw error
      }
      return try Connection(
        opening: path, for: .immutable, path: path, waitMilliseconds: waitMilliseconds)
    }
  }

  /// Whether nothing stands in a write-ahead log; who failed to open the store leaves it empty.
  private static func isEmpty(log: String) throws(StoreError) -> Bool {
    guard Descriptor.exists(log) else { return true }
    return try StoreError.of { () throws(FileError) in
      try Descriptor.kind(of: log) == .file(byteCount: 0)
    }
  }

  /// Refuses what SQLite would take for a new database, or for a broken one.
  ///
  /// The file is not opened to look into it: closing it would drop the locks that another store of this
  /// process holds. Source: sqlite.org/howtocorrupt.html, 2.2.
  private static func requireFile(at path: String) throws(StoreError) {
    let kind: Descriptor.Kind
    do throws(FileError) {
      kind = try Descriptor.kind(of: path)
    } catch {
      throw StoreError(error)
    }
    switch kind {
    case .directory: throw .directory(path: path)
    case .other: throw .notAFile(path: path)
    case .file(byteCount: 0): throw .empty(path: path)
    // The smallest page has 512 bytes; a single byte SQLite would take for nothing.
    case .file(byteCount: ..<512): throw .notDatabase(path: path)
    case .file: return
    }
  }
}

extension StoreError {
  /// Whether reading failed because nothing could be written beside the file.
  fileprivate var isOfWriting: Bool {
    switch self {
    case .permission, .readOnly, .diskFull, .inputOutput: true
    default: false
    }
  }
}

extension Connection {
  /// The form of the file, if it is a ledger that this version can read or bring forward.
  fileprivate func requireLedger(ofAtMost known: Int) throws(StoreError) -> Int {
    let application = Int32(truncatingIfNeeded: try integer("PRAGMA application_id") ?? 0)
    guard application == Schema.application else {
      throw .foreign(path: path, application: application)
    }
    let version = try formVersion()
    guard version > 0 else { throw .corrupt(path: path) }
    guard version <= known else {
      throw .newerSchema(path: path, found: version, known: known)
    }
    return version
  }

  /// The currency of every book amount.
  func bookCurrency() throws(StoreError) -> Currency {
    let statement = try prepare("SELECT text FROM book JOIN currency ON number = currency")
    guard try statement.step(), let currency = Currency.stored(statement.text(0)) else {
      throw .corrupt(path: path)
    }
    return currency
  }
}
