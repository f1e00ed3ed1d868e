import Funding
public import Monetary

extension Store {
  /// Makes a ledger at `path`, filled by `body`.
  ///
  /// The ledger is made beside `path`, with its indexes and sums last, and gets its name when it is
  /// complete and on the disk: it is there wholly, or not at all. Nothing is ever overwritten. In
  /// `body` only the head of the ledger can be read; a fact whose name is taken is refused at the end.
  ///
  /// `watcher` is told when all facts are in it, and after each step of what remains to be done then.
  ///
  /// A process that is killed leaves a file beside `path` whose name ends in `.draft`; whoever makes the
  /// ledger next removes it.
  ///
  /// - Returns: Where its chain ends.
  /// - Throws: `.exists`, the error of `body`, `.duplicateFact`, `.missing` where the directory is,
  ///   `.permission`, `.readOnly`, `.diskFull` and other failures.
  public static func create(
    path: String, bookCurrency: Currency, batch: Batch,
    telling watcher: (Finishing) -> Void = { _ in },
    filledBy body: (inout Transaction) throws -> Void
  ) throws -> ChainHead {
    try create(
      path: path, bookCurrency: bookCurrency, batch: batch,
      summingThreshold: defaultSummingThreshold, telling: watcher, filledBy: body)
  }

  /// How far a ledger that is made has come once all its facts are in it.
  public struct Finishing: Hashable, Sendable {
    /// How many steps there are: each index, the sums, and the way to the disk.
    public static let total = Schema.migrations.reduce(2) { $0 + $1.indexCount }

    /// How many of them are done.
    public fileprivate(set) var done = 0
  }

  static func create(
    path: String, bookCurrency: Currency, batch: Batch, summingThreshold: Int,
    telling watcher: (Finishing) -> Void = { _ in },
    filledBy body: (inout Transaction) throws -> Void
  ) throws -> ChainHead {
    try requireNothing(at: path)
    var draft = try StoreError.of { () throws(FileError) in try DraftFile(beside: path) }
    defer { for suffix in ["-wal", "-shm"] { Descriptor.remove(draft.path + suffix) } }
    let head = try build(
      draft.path, for: path, bookCurrency: bookCurrency, batch: batch,
      summingThreshold: summingThreshold, telling: watcher, filledBy: body)
    try StoreError.of { () throws(FileError) in try draft.become(path) }
    watcher(Finishing(done: Finishing.total))
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
    telling watcher: (Finishing) -> Void, filledBy body: (inout Transaction) throws -> Void
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
    var finishing = Finishing()
    watcher(finishing)
    try transaction.finish { () throws(StoreError) in
      try connection.index {
        finishing.done += 1
        watcher(finishing)
      }
    }
    finishing.done += 1
    watcher(finishing)
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
  /// Makes all indexes and triggers, and finds what they refuse; `made` is told of each index.
  fileprivate func index(_ made: () -> Void) throws(StoreError) {
    do throws(StoreError) {
      for migration in Schema.migrations {
        var left = migration.indexCount
        // Indexes stand before the triggers, which take no time.
        try execute(migration.indexes) {
          if left > 0 { made() }
          left -= 1
        }
      }
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
