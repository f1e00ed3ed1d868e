import Diagnostics
import Foundation
import Funding
import Monetary
import Operations
import Persistence
import Testing

@testable import TestSupport

@Suite struct InitialiseLedgerTests {
  @Test func `a store is made with every fact of a text, and its head is in the chain`() throws {
    let ledger = try WorkedLedger()
    let made = try InitialiseLedger(
      at: ledger.folder.file("new.ledger"), by: "ada", on: WorkedLedger.now
    ).make(from: ledger.text)
    #expect(made.facts == WorkedLedger.factCount)
    #expect(made.head.hasPrefix("\(WorkedLedger.factCount):"))
    let proof = try VerifyLedger.prove(ledger.folder.file("new.ledger"), containing: made.head)
    #expect(proof.head == made.head)
  }

  @Test func `a store without a text begins with its head alone`() throws {
    let folder = try TemporaryDirectory()
    let head = LedgerHead(
      name: "New", currency: try Currency(code: "XOF"), rates: table("ECB"),
      accountsMustBeDeclared: true)
    let made = try InitialiseLedger(at: folder.file(), by: "ada", on: WorkedLedger.now).make(head)
    #expect(made.facts == 1)
    let ledger = try OpenLedger.reading(folder.file())
    #expect(ledger.names.head == head)
    #expect(try ledger.facts(of: [.ledger]).map(\.fact.provenance.by) == ["ada"])
  }

  @Test func `nothing is made where something is`() throws {
    let ledger = try WorkedLedger()
    for path in [ledger.store, ledger.text] {
      let before = try Data(contentsOf: URL(filePath: path))
      #expect(throws: StoreError.exists(path: path)) {
        try InitialiseLedger(at: path, by: "ada", on: WorkedLedger.now).make(from: ledger.text)
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  @Test func `of a text with a fault nothing is made, and every fault is told`() throws {
    let ledger = try WorkedLedger()
    let faulty = try ledger.write(
      WorkedLedger.beginning + "2017-02-30 note mali \"x\"\n\n2018-02-01 receipt A1 200,000 USD\n",
      to: "faulty.bursar")
    let request = InitialiseLedger(
      at: ledger.folder.file("new.ledger"), by: "ada", on: WorkedLedger.now)
    #expect(
      try refusals { try request.make(from: faulty) } == [.dateImpossible, .receiptExceeds])
    let headless = try ledger.write("2017-01-01 donor japan \"Japan\"\n", to: "headless.bursar")
    #expect(try refusals { try request.make(from: headless) } == [.ledgerMissing])
    let empty = try ledger.write("", to: "empty.bursar")
    #expect(throws: StoreError.empty(path: empty)) { try request.make(from: empty) }
    let names = try ledger.folder.names
    #expect(!names.contains { $0.hasPrefix("new") })
  }
}
