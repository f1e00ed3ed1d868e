import Funding
import Testing

@testable import Persistence
@testable import TestSupport

/// What the schema refuses by itself, of whoever writes by whatever way.
@Suite struct SchemaTests {
  /// A ledger with one fact, one entry and one position row, all of it written as SQL.
  private static func ledger(_ directory: TemporaryDirectory) throws -> String {
    let path = directory.file()
    var sample = SampleLedger(seed: 12)
    let fact = try #require(
      try sample.facts(50).first {
        !$0.entries.isEmpty && !$0.positions.isEmpty && $0.header.reference != nil
      })
    _ = try Store.sample(path, [fact])
    return path
  }

  private static let constraints: Set<Int32> = [
    275, 787, 1_299, 1_555, 1_811, 2_067, 2_579, 3_091,
  ]

  private func expectRefusal(of sql: StaticString, careful: Bool) throws {
    let directory = try TemporaryDirectory()
    try Raw.change(try Self.ledger(directory)) { raw in
      if careful { try raw.execute("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON") }
      let error = #expect(throws: StoreError.self, "\(sql)") { try raw.execute(sql) }
      guard case .refused(let code) = error else {
        Issue.record("\(sql) was not refused by a rule: \(String(describing: error))")
        return
      }
      #expect(Self.constraints.contains(code), "\(sql)")
    }
  }

  @Test(
    arguments: [
      "UPDATE fact SET author = 'eve'", "DELETE FROM fact", "UPDATE posting SET amount_minor = 1",
      "DELETE FROM posting", "UPDATE position SET book_minor = 1", "DELETE FROM position",
      "UPDATE mention SET name = 1", "DELETE FROM mention", "UPDATE batch SET author = 'eve'",
      "DELETE FROM batch", "UPDATE book SET currency = 2", "DELETE FROM book",
      "UPDATE account SET text = 'asset:mine'", "DELETE FROM account",
      "UPDATE donor SET text = 'eve'", "UPDATE name SET text = 'B1'", "DELETE FROM name",
      "UPDATE kind SET text = 'note'", "DELETE FROM kind", "UPDATE occasion SET text = 'spent'",
      "DELETE FROM occasion", "UPDATE measure SET text = 'spent'", "DELETE FROM measure",
      "UPDATE scope SET parent = 1", "DELETE FROM scope", "UPDATE currency SET text = 'EUR'",
      "DELETE FROM currency",
      "INSERT INTO fact SELECT * FROM fact WHERE true ON CONFLICT DO UPDATE SET author = 'eve'",
    ] as [StaticString])
  func `what was appended is neither changed nor deleted`(sql: StaticString) throws {
    try expectRefusal(of: sql, careful: false)
    try expectRefusal(of: sql, careful: true)
  }

  /// `INSERT OR REPLACE` deletes what is in the way, and fires no trigger for it unless it is told to.
  @Test(
    arguments: [
      "INSERT OR REPLACE INTO fact SELECT * FROM fact",
      """
      INSERT OR REPLACE INTO fact
      SELECT 2, kind, id, date, posted, recorded, entered, author, reference, batch, body, digest, hash
      FROM fact
      """,
      "INSERT OR REPLACE INTO posting SELECT * FROM posting",
      "INSERT OR REPLACE INTO position SELECT * FROM position",
      "UPDATE OR REPLACE fact SET seq = 2",
    ] as [StaticString])
  func `nothing is replaced`(sql: StaticString) throws {
    try expectRefusal(of: sql, careful: false)
    try expectRefusal(of: sql, careful: true)
  }

  @Test(
    arguments: [
      // A fact that does not follow the last.
      """
      INSERT INTO fact SELECT 3, kind, 'x', date, posted, recorded, entered, author, reference, batch,
        body, digest, hash FROM fact
      """,
      // A name that is taken.
      """
      INSERT INTO fact SELECT 2, kind, id, date, posted, recorded, entered, author, reference, batch,
        body, digest, hash FROM fact
      """,
      // An accounting day before the fact's own.
      """
      INSERT INTO fact SELECT 2, kind, 'x', date, date - 1, recorded, entered, author, reference, batch,
        body, digest, hash FROM fact
      """,
      // Recorded before its own day.
      """
      INSERT INTO fact SELECT 2, kind, 'x', date, posted, date - 1, entered, author, reference, batch,
        body, digest, hash FROM fact
      """,
      // No author, no text, a digest that is none.
      """
      INSERT INTO fact SELECT 2, kind, 'x', date, posted, recorded, entered, '', reference, batch,
        body, digest, hash FROM fact
      """,
      """
      INSERT INTO fact SELECT 2, kind, 'x', date, posted, recorded, entered, author, reference, batch,
        '', digest, hash FROM fact
      """,
      """
      INSERT INTO fact SELECT 2, kind, 'x', date, posted, recorded, entered, author, reference, batch,
        body, x'00', hash FROM fact
      """,
      // A day that no calendar has.
      """
      INSERT INTO fact SELECT 2, kind, 'x', 2932897, 2932897, NULL, entered, author, reference, batch,
        body, digest, hash FROM fact
      """,
      // A text where a number belongs.
      """
      INSERT INTO fact SELECT 2, kind, 'x', date, posted, recorded, '2026-01-01', author, reference,
        batch, body, digest, hash FROM fact
      """,
      "INSERT INTO batch VALUES (9, 0, '', 'init', NULL, NULL)",
      "INSERT INTO batch VALUES (9, 0, 'ada', 'init', NULL, zeroblob(32))",
      "INSERT INTO book VALUES (2, 1)",
      "INSERT INTO scope VALUES (99, 'mali/x', NULL)",
      "INSERT INTO scope VALUES (99, 'mali/x', 100)",
      "INSERT INTO account VALUES (99, '')",
      "INSERT INTO currency VALUES (99, 'DOLLAR')",
    ] as [StaticString])
  func `a row that means nothing is refused`(sql: StaticString) throws {
    try expectRefusal(of: sql, careful: false)
  }

  /// Each changes one column of a good posting or position row.
  @Test(
    arguments: [
      """
      INSERT INTO posting SELECT seq, entry, 90, day, occasion, account, fund, 0, amount_minor, currency,
        book_minor, agreement, part, scope, year FROM posting LIMIT 1
      """,
      """
      INSERT INTO posting SELECT seq, entry, 90, day, occasion, account, fund, side, 0, currency,
        book_minor, agreement, part, scope, year FROM posting LIMIT 1
      """,
      """
      INSERT INTO posting SELECT seq, entry, 90, day, occasion, account, fund, side, amount_minor, currency,
        -1, agreement, part, scope, year FROM posting LIMIT 1
      """,
      """
      INSERT INTO posting SELECT seq, entry, 90, day, occasion, account, fund, side, 1.5, currency,
        book_minor, agreement, part, scope, year FROM posting LIMIT 1
      """,
      """
      INSERT INTO posting SELECT seq, entry, 90, day, occasion, account, fund, side, amount_minor, currency,
        book_minor, agreement, 0, scope, year FROM posting LIMIT 1
      """,
      """
      INSERT INTO posting SELECT seq, entry, 90, day, occasion, account, fund, side, amount_minor, currency,
        book_minor, agreement, part, scope, 10000 FROM posting LIMIT 1
      """,
      """
      INSERT INTO position SELECT seq, 90, measure, day, scope, 0, donor, category, reach, reference, count,
        amount_minor, currency, book_minor FROM position LIMIT 1
      """,
      """
      INSERT INTO position SELECT seq, 90, measure, NULL, scope, year, donor, category, reach, reference, count,
        amount_minor, currency, book_minor FROM position LIMIT 1
      """,
    ] as [StaticString])
  func `a posting or position that means nothing is refused`(sql: StaticString) throws {
    try expectRefusal(of: sql, careful: false)
  }

  @Test(
    arguments: [
      "INSERT INTO mention VALUES (1, 9999)",
      """
      INSERT INTO posting SELECT seq, entry, 90, day, occasion, 9999, fund, side, amount_minor, currency,
        book_minor, agreement, part, scope, year FROM posting LIMIT 1
      """,
      """
      INSERT INTO position SELECT seq, 90, measure, day, 9999, year, donor, category, reach, reference, count,
        amount_minor, currency, book_minor FROM position LIMIT 1
      """,
      """
      INSERT INTO fact SELECT 2, kind, 'x', date, posted, recorded, entered, author, reference, 9999,
        body, digest, hash FROM fact
      """,
    ] as [StaticString])
  func `a row that speaks of nothing is refused`(sql: StaticString) throws {
    try expectRefusal(of: sql, careful: true)
  }

  @Test(
    arguments: [
      """
      INSERT INTO posting SELECT 1, entry, 90, day, occasion, account, fund, side, amount_minor, currency,
        book_minor, agreement, part, scope, year FROM posting LIMIT 1
      """,
      """
      INSERT INTO position SELECT 1, 90, measure, day, scope, year, donor, category, reach, reference, count,
        amount_minor, currency, book_minor FROM position LIMIT 1
      """,
      "INSERT INTO mention SELECT 1, max(number) FROM name",
    ] as [StaticString])
  func `an old fact gains nothing`(sql: StaticString) throws {
    let directory = try TemporaryDirectory()
    let path = try Self.ledger(directory)
    var sample = SampleLedger(seed: 77)
    _ = try sample.facts(50)
    let next = try sample.next()
    var store = try Store.open(path: path)
    try store.write(SampleLedger.batch) { transaction in _ = try transaction.append(next) }
    try Raw.change(path) { raw in
      #expect(throws: StoreError.refused(code: 1_811)) { try raw.execute(sql) }
    }
  }

  @Test func `a store's own connection writes no schema, and keeps what it checks`() throws {
    let directory = try TemporaryDirectory()
    let store = try Store.open(path: try Self.ledger(directory))
    let connection = store.session.connection
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
    #expect(try connection.integer("PRAGMA recursive_triggers") == 1)
    #expect(try connection.integer("PRAGMA synchronous") == 2)
    #expect(try connection.integer("PRAGMA trusted_schema") == 0)
    try connection.execute("PRAGMA writable_schema = ON")
    #expect(throws: StoreError.self) { try connection.execute("DELETE FROM sqlite_schema") }
    let mode = try connection.prepare("PRAGMA journal_mode")
    #expect(try mode.step() && mode.text(0) == "wal")
  }
}
