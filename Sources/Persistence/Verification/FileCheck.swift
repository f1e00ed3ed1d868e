/// Checks what SQLite knows of the file by itself: its schema, its foreign keys and its pages.
struct FileCheck {
  private let connection: Connection

  /// Checks the file by a connection of its own, so that it can be done beside other things.
  init(_ origin: Connection.Origin) throws(StoreError) {
    connection = try origin.connect()
    // A file that was cut off is opened so, too, to be told what is missing.
    try connection.execute(
      "PRAGMA writable_schema = ON; PRAGMA query_only = ON; PRAGMA cache_size = -16384")
  }

  /// What each check found first.
  func defects() throws(StoreError) -> [LedgerDefect] {
    var found = [try readable(schemaDefect), try readable(danglingRow)].compactMap(\.self)
    if let damage = try readable(damagedPage) {
      // Damaged pages stop the other checks, too, which have less to say of them.
      found.removeAll(where: \.isOfPages)
      found.append(damage)
    }
    return found
  }

  /// What a check finds; where damaged pages stop it, what SQLite says of that.
  private func readable(
    _ check: () throws(StoreError) -> LedgerDefect?
  ) throws(StoreError) -> LedgerDefect? {
    do throws(StoreError) {
      return try check()
    } catch .corrupt {
      return .pages(connection.message)
    }
  }

  /// Compares the schema with that of a ledger made now, in memory.
  private func schemaDefect() throws(StoreError) -> LedgerDefect? {
    let model = try Connection(
      opening: ":memory:", for: .inMemory, path: connection.path, waitMilliseconds: 0)
    try model.migrate(from: 0, by: Schema.migrations)
    let expected = try model.schema()
    let found = try connection.schema()
    let names = Set(expected.keys).union(found.keys).sorted()
    return names.first { expected[$0] != found[$0] }.map { .schema(name: $0) }
  }

  private func danglingRow() throws(StoreError) -> LedgerDefect? {
    let statement = try connection.prepare("PRAGMA foreign_key_check")
    guard try statement.step() else { return nil }
    return .dangling(table: statement.text(0), parent: statement.text(2))
  }

  private func damagedPage() throws(StoreError) -> LedgerDefect? {
    let statement = try connection.prepare("PRAGMA integrity_check(1)")
    guard try statement.step(), statement.text(0) != "ok" else { return nil }
    let lines = statement.text(0).split(separator: "\n").filter { !$0.hasPrefix("***") }
    return .pages(lines.joined(separator: "; "))
  }
}

extension LedgerDefect {
  fileprivate var isOfPages: Bool { if case .pages = self { true } else { false } }
}

extension Connection {
  /// The statements that made tables, indexes and triggers, by name.
  fileprivate func schema() throws(StoreError) -> [String: String] {
    let statement = try prepare(
      "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    var made: [String: String] = [:]
    while try statement.step() { made[statement.text(0)] = statement.text(1) }
    return made
  }
}
