import Diagnostics
import Foundation
import Operations
import Testing

@testable import TestSupport

@Suite struct VerifyLedgerTests {
  @Test func `a head of an earlier report is in the chain, one of another ledger is not`() throws {
    let ledger = try WorkedLedger()
    let earlier = try VerifyLedger.prove(ledger.store, containing: nil).head
    try ledger.record(WorkedLedger.remark())
    let proof = try VerifyLedger.prove(ledger.store, containing: earlier)
    #expect(proof.facts == WorkedLedger.factCount + 1 && proof.head != earlier)
    let other = try WorkedLedger("2018-01-01 note mali \"x\"\n")
    let foreign = try VerifyLedger.prove(other.store, containing: nil).head
    #expect(throws: Unsound.self) { try VerifyLedger.prove(ledger.store, containing: foreign) }
  }

  @Test(arguments: ["", "12", "x:00", "0:\(String(repeating: "0", count: 64))", "1:00:00"])
  func `what is no head is refused`(head: String) throws {
    let ledger = try WorkedLedger()
    #expect(
      try refusals { try VerifyLedger.prove(ledger.store, containing: head) } == [.headSyntax])
  }

  @Test func `a text is checked, not verified`() throws {
    let ledger = try WorkedLedger()
    #expect(
      try refusals { try VerifyLedger.prove(ledger.text, containing: nil) } == [.textIsChecked])
  }

  @Test func `a fact that somebody changed in the file is found`() throws {
    let ledger = try WorkedLedger()
    var bytes = try Data(contentsOf: URL(filePath: ledger.store))
    let place = try #require(bytes.range(of: Data("250,000.50 USD".utf8)))
    bytes.replaceSubrange(place, with: Data("950,000.50 USD".utf8))
    try bytes.write(to: URL(filePath: ledger.store))
    #expect(throws: Unsound.self) { try ledger.proved() }
  }
}
