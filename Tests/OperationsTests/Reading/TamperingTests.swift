import Bookkeeping
import Operations
import Testing

@testable import Persistence
@testable import TestSupport

/// What `verify` finds where somebody alters a store by other means than bursar.
@Suite struct TamperingTests {
  private let ledger: WorkedLedger

  /// A ledger that has rows in every table, sums of positions included.
  init() throws {
    ledger = try WorkedLedger(
      """
      2018-01-01 scope togo "Togo"

      2018-01-02 agreement A3 japan 900,000 CHF
        part: 2017 600,000 CHF softly mali, niger
        part: 2018 300,000 CHF softly mali/health, niger

      2018-01-03 note mali "A remark of somebody"
        by: "zoe"


      """)
    try ledger.record(WorkedLedger.remark())
    var store = try Store.open(
      path: ledger.store, for: .writing, waitMilliseconds: 0, summingThreshold: 1)
    try store.rebuildSums()
  }

  @Test func `every column that verify answers for is tampered with`() throws {
    let connection = try Connection(
      opening: ledger.store, for: .existing, path: ledger.store, waitMilliseconds: 0)
    let columns = try connection.prepare(
      """
      SELECT form.name || '.' || part.name
      FROM sqlite_schema AS form, pragma_table_info(form.name) AS part
      WHERE form.type = 'table' AND form.name <> 'batch'
      """)
    var found = Set<String>()
    while try columns.step() { found.insert(columns.text(0)) }
    #expect(found == Set(Tampering.all.map(\.column)).union(["fact.batch"]))
    #expect(try ledger.proved() == WorkedLedger.factCount + 4)
  }

  @Test(arguments: Tampering.all)
  func `an altered column is found, in the first row and in a later one`(
    tampering: Tampering
  ) throws {
    let bytes = try InputFile.bytes(at: ledger.store)
    for row in tampering.rows {
      let path = ledger.folder.file("\(row).ledger")
      try OutputFile.write(bytes, to: path)
      try #require(try tampering.alter(row: row, in: path) == 1)
      #expect(try Self.defects(of: path) != [], "row \(row)")
    }
  }

  @Test func `a scope of which nothing speaks is found under another parent`() throws {
    try AnySQL(ledger.store).run(
      """
      DROP TRIGGER scope_keeps;
      UPDATE scope SET parent = (SELECT number FROM scope WHERE text = 'mali') WHERE text = 'togo'
      """)
    #expect(try Self.defects(of: ledger.store) == [.misplaced(scope: ScopePath("togo"))])
  }

  @Test func `a scope that was taken out or put in is found`() throws {
    let store = try AnySQL(ledger.store)
    try store.run("DROP TRIGGER scope_stays; DELETE FROM scope WHERE text = 'togo'")
    #expect(try Self.defects(of: ledger.store) == [.misplaced(scope: ScopePath("togo"))])
    try store.run("INSERT INTO scope (text, parent) VALUES ('togo', 1), ('zambia', 1)")
    #expect(try Self.defects(of: ledger.store) == [.misplaced(scope: ScopePath("zambia"))])
  }

  /// What is wrong beside the triggers that were dropped to make it so.
  private static func defects(of path: String) throws -> [LedgerDefect] {
    do {
      _ = try VerifyLedger.prove(path, containing: nil)
      return []
    } catch let unsound as Unsound {
      return unsound.defects.filter { if case .schema = $0 { false } else { true } }
    }
  }
}
