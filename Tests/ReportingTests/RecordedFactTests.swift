import Bookkeeping
import Funding
import Monetary
import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct RecordedFactTests {
  private func recorded(_ event: Event, origin: ReportStamp.Origin) throws -> RecordedFact {
    var ledger = try SampleLedger()
    let posted = try ledger.post("2017-03-01", event, id: "X1")
    let item = Dossier.Item(
      id: posted.id, fact: posted.fact, text: "the directive\n",
      entries: posted.consequence.entries)
    return RecordedFact(
      [item], currency: ledger.book.head.currency,
      stamp: ReportStamp(
        ledger: "Sample", origin: origin, facts: 3, asOf: day("2017-03-01"), known: nil,
        rates: table("UNORE")))
  }

  @Test func `what was recorded is told as written, with its entries`() throws {
    let fact = try recorded(
      try spending(nil, "mali", "10 USD"), origin: .store(head: "3:00"))
    let document = fact.document()
    #expect(document.title == "Recorded: X1")
    #expect(document.blocks.first == .verbatim("the directive\n"))
    #expect(document.grid("entries")?.rows.count == 3)
    #expect(fact.records.figure("id") == "X1" && fact.records.figure("kind") == "expenditure")
    #expect(fact.records.grid("postings")?.rows.count == 2)
  }

  @Test func `a preview says that nothing is recorded`() throws {
    let fact = try recorded(try spending(nil, "mali", "10 USD"), origin: .preview)
    #expect(fact.document().title == "X1 would come to this; nothing is recorded")
  }

  @Test func `a fact that posts nothing says so`() throws {
    let fact = try recorded(
      .note(ScopeNote(scope("mali"), text: "x")), origin: .store(head: "3:00"))
    #expect(fact.document().blocks.last == .paragraph("It posts no entry."))
  }
}
