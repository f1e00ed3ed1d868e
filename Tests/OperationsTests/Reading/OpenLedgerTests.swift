import Diagnostics
import Funding
import Operations
import Persistence
import Reporting
import Testing

@testable import TestSupport

@Suite struct OpenLedgerTests {
  @Test func `the form is told from the content, whatever the file is called`() throws {
    let ledger = try WorkedLedger()
    let (text, store) = (ledger.folder.file("a.ledger"), ledger.folder.file("b.bursar"))
    try ledger.write(WorkedLedger.beginning, to: "a.ledger")
    _ = try InitialiseLedger(at: store, by: "ada", on: WorkedLedger.now).make(from: text)
    let stamps = try [text, store].map { path in
      try OpenLedger.reading(path).stamp(asOf: day("2018-01-01"), known: nil)
    }
    if case .text(let sha256) = stamps[0].origin {
      #expect(sha256.count == 64)
    } else {
      Issue.record("no text")
    }
    #expect(
      stamps[1].origin == .store(head: try VerifyLedger.prove(store, containing: nil).head))
    #expect(stamps.map(\.facts) == [WorkedLedger.factCount, WorkedLedger.factCount])
  }

  @Test func `a text is refused with everything that is wrong, in the order of its lines`() throws {
    let ledger = try WorkedLedger()
    let path = try ledger.write(
      WorkedLedger.beginning
        + "2018-02-01 receipt A9 1 USD\n2018-02-30 note mali \"x\"\n2018-02-01 receipt A1 9 JPY\n",
      to: "faulty.bursar")
    let codes = try refusals { try OpenLedger.reading(path) }
    #expect(codes == [.agreementUnknown, .dateImpossible, .currencyMismatch])
  }

  @Test func `what is no ledger is refused for what it is`() throws {
    let ledger = try WorkedLedger()
    let empty = try ledger.write("", to: "empty")
    #expect(throws: StoreError.empty(path: empty)) { try OpenLedger.reading(empty) }
    let none = ledger.folder.file("none")
    #expect(throws: FileError.missing(path: none)) { try OpenLedger.reading(none) }
    #expect(throws: FileError.directory(path: ledger.folder.path)) {
      try OpenLedger.reading(ledger.folder.path)
    }
  }

  @Test func `a store that is open shows the moment at which it was opened`() throws {
    let ledger = try WorkedLedger()
    let open = try OpenLedger.reading(ledger.store)
    try ledger.record(WorkedLedger.remark())
    #expect(try open.facts(of: [.note]).isEmpty)
    #expect(try OpenLedger.reading(ledger.store).facts(of: [.note]).count == 1)
  }
}
