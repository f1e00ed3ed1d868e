import Diagnostics
import Operations
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct RebuildSumsTests {
  private let ledger: WorkedLedger

  init() throws {
    ledger = try WorkedLedger()
  }

  @Test(
    arguments: [
      "UPDATE balance_by_day SET debits_minor = debits_minor + 1",
      "UPDATE balance_by_month SET book_credits_minor = 0",
      "DELETE FROM balance_by_fund",
      "UPDATE position_count SET rows = rows + 1",
      "DELETE FROM position_count",
    ])
  func `sums that are wrong are added anew`(sql: String) throws {
    let proof = try VerifyLedger.prove(ledger.store, containing: nil)
    try AnySQL(ledger.store).run(sql)
    #expect(throws: Unsound.self) { try ledger.proved() }
    #expect(try RebuildSums.run(ledger.store, containing: nil) == proof)
    #expect(try VerifyLedger.prove(ledger.store, containing: nil) == proof)
  }

  @Test func `a sound store stays as it is, byte for byte`() throws {
    let bytes = try InputFile.bytes(at: ledger.store)
    #expect(try RebuildSums.run(ledger.store, containing: nil).facts == WorkedLedger.factCount)
    #expect(try InputFile.bytes(at: ledger.store) == bytes)
  }

  @Test(
    arguments: [
      "DROP TRIGGER posting_keeps; UPDATE posting SET book_minor = book_minor * 2",
      "DROP TRIGGER posting_keeps",
    ])
  func `where more is wrong than sums, nothing is written`(sql: String) throws {
    try AnySQL(ledger.store).run("\(sql); DELETE FROM balance_by_fund")
    let bytes = try InputFile.bytes(at: ledger.store)
    #expect(throws: Unsound.self) { try RebuildSums.run(ledger.store, containing: nil) }
    #expect(try InputFile.bytes(at: ledger.store) == bytes)
  }

  @Test func `a head that is not in the chain is not helped by sums`() throws {
    let other = try WorkedLedger("2018-01-01 note mali \"x\"\n")
    let foreign = try VerifyLedger.prove(other.store, containing: nil).head
    #expect(throws: Unsound.self) { try RebuildSums.run(ledger.store, containing: foreign) }
  }
}
