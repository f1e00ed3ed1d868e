import Diagnostics
import Foundation
import Funding
import Operations
import Testing

@testable import Persistence
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

  @Test(arguments: ["N1", "N2"])
  func `an author who was altered beside the text is found, whether the text names one or not`(
    id: String
  ) throws {
    let ledger = try WorkedLedger(
      """
      2018-01-02 note mali "A remark of nobody"
        id: N1

      2018-01-02 note mali "A remark of Ben"
        id: N2
        by: "ben"


      """)
    #expect(try ledger.proved() == WorkedLedger.factCount + 2)
    let connection = try Connection(
      opening: ledger.store, for: .existing, path: ledger.store, waitMilliseconds: 0)
    try connection.execute("DROP TRIGGER fact_keeps")
    try connection.prepare("UPDATE fact SET author = 'eve' WHERE id = ?").run(id)
    let unsound = try #require(throws: Unsound.self) { try ledger.proved() }
    guard case .underived(let place) = unsound.defects.first else {
      Issue.record("\(unsound)")
      return
    }
    #expect(place.id?.text == id)
  }

  @Test func `what SQLite finds in a store that is cut off is told`() throws {
    let ledger = try WorkedLedger()
    let bytes = try Data(contentsOf: URL(filePath: ledger.store))
    for count in [600, 4096, bytes.count / 2] {
      try bytes.prefix(count).write(to: URL(filePath: ledger.store))
      let unsound = try #require(throws: Unsound.self) { try ledger.proved() }
      #expect(unsound.defects.contains { if case .pages = $0 { true } else { false } })
    }
  }
}
