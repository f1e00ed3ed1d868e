import Funding
public import Monetary

extension Store {
  /// Makes a ledger at `path`, filled by `body`.
  ///
  /// The ledger is made beside `path`, with its indexes and sums last, and gets its name when it is
  /// complete and on the disk: it is there wholly, or not at all. Nothing is ever overwritten. In
  /// `body` only the head of the ledger can be read; a fact whose name is taken is refused at the end.
  ///
  /// A process that is killed leaves a file beside `path` whose name ends in `.draft`; whoever makes the
  /// ledger next removes it.
  ///
  /// - Returns: Where its chain ends.
  /// - Throws: `.exists`, the error of `body`, `.duplicateFact`, `.missing` where the directory is,
  ///   `.permission`, `.readOnly`, `.diskFull` and other failures.
  public static func create(
    path: String, bookCurrency: Currency, batch: Batch,
    filledBy body: (inout Transaction) throws -> Void
  ) throws -> ChainHead {
    try create(
      path: path, bookCurrency: bookCurrency, batch: batch,
      summingThreshold: defaultSummingThreshold, filledBy: body)
  }

  static func create(
    path: String, bookCurrency: Currency, batch: Batch, summingThreshold: Int,
    filledBy body: (inout Transaction) throws -> Void
  ) throws -> ChainHead {
    try requireNothing(at: path)
    var draft = try StoreError.of { () throws(FileError) in try DraftFile(beside: path) }
    defer { for suffix in ["-wal", "-shm"] { Descriptor.remove(draft.path + suffix) } }
    let head = try build(
      draft.path, for: path, bookCurrency: bookCurrency, batch: batch,
      summingThreshold: summingThreshold, filledBy: body)
    try StoreError.of { () throws(FileError) in try draft.become(path) }
    return head
  }

  /// Refuses a path where something is, or beside which lies what SQLite would add to a new file.
  /// - Throws: `.exists`.
  public static func requireNothing(at path: String) throws(StoreError) {
    for name in [path, path + "-wal", path + "-journal"] where Descriptor.exists(name) {
      throw .exists(path: name)
    }
  }

  /// Writes a whole ledger into the empty file `draft`, faster than a ledger in use could be written:
  /// nobody sees it, so that there is nothing to undo or to wait for.
  private static func build(
    _ draft: String, for path: String, bookCurrency: Currency, batch: Batch, summingThreshold: Int,
    filledBy body: (inout Transaction) throws -> Void
  ) throws -> ChainHead {
    let connection = try Connection(
      opening: draft, for: .existing, path: path, waitMilliseconds: 0)
    try connection.execute(
      """
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA foreign_keys = OFF;
      PRAGMA cache_size = -65536;
      BEGIN;
      """)
    for migration in Schema.migrations { try connection.execute(migration.tables) }
    let session = try Session(
      connection, bookCurrency: bookCurrency, summingThreshold: summingThreshold)
    try connection.prepare("INSERT INTO book VALUES (1, ?)")
      .run(try session.names.currencies.number(of: bookCurrency))
    var transaction = try Transaction(session, batch: batch)
    try body(&transaction)
    try transaction.finish { () throws(StoreError) in try connection.index() }
    let head = transaction.head
    try connection.execute(
      """
      COMMIT;
      PRAGMA locking_mode = NORMAL;
      PRAGMA journal_mode = WAL;
      """)
    return head
  }
}

extension Connection {
  /// Makes all indexes and triggers, and finds what they refuse.
  fileprivate func index() throws(StoreError) {
    do throws(StoreError) {
      for migration in Schema.migrations { try execute(migration.indexes) }
    } catch {
      guard case .refused = error, let taken = try duplicateFact() else { throw error }
      throw .duplicateFact(taken)
    }
  }

  /// The first name that two facts have.
  private func duplicateFact() throws(StoreError) -> FactID? {
    let statement = try prepare(
      "SELECT id FROM fact GROUP BY id HAVING count(*) > 1 ORDER BY min(seq) LIMIT 1")
    return try statement.step() ? FactID(statement.text(0)) : nil
  }
}
