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

  @Test func `a preview of a revaluation lists what is open, and the rates that are old`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "400,000 CHF", "earmarked mali"))
    let last = day("2018-01-31")
    let lines = try ledger.book.openLines(on: last)
    func revaluing(_ origin: ReportStamp.Origin) throws -> RecordedFact {
      return RecordedFact(
        [
          Dossier.Item(
            id: name("V1"), fact: Fact(last, .revaluation), text: "", entries: [])
        ],
        revaluing: [Revaluation(on: last, lines)], currency: ledger.book.head.currency,
        stamp: ReportStamp(
          ledger: "Sample", origin: origin, facts: 3, asOf: last, known: nil, rates: table("UNORE"))
      )
    }
    let old =
      "CHF 0.984 per USD of UNORE was 51 days old when it was used on 2018-01-31; the table is "
      + "kept to 35 days"
    let preview = try revaluing(.preview)
    let grid = try #require(preview.document().grid("open2018-01-31"))
    #expect(
      grid.rows.first?.cells == [
        .code("asset:receivable"), .code("A1"), .money(try money("400,000 CHF")),
        .money(try money("400,400.40 USD")), .code("CHF 0.984 per USD"), .date(day("2017-12-11")),
        .money(try money("406,504.07 USD")), .money(try money("6,103.67 USD")),
      ])
    #expect(grid.rows.last?.cells.last == .money(try money("6,103.67 USD")))
    #expect(
      preview.document().blocks.last
        == .notes(Notes(title: "Warning: old rates were used", [old])))
    let recorded = try revaluing(.store(head: "3:00"))
    #expect(recorded.document().grid("open2018-01-31") == nil)
    for fact in [preview, recorded] {
      #expect(fact.records.grid("open")?.rows.count == 1)
      #expect(fact.records.notes.items == [old])
    }
  }

  @Test func `a fact that posts nothing says so`() throws {
    let fact = try recorded(
      .note(ScopeNote(scope("mali"), text: "x")), origin: .store(head: "3:00"))
    #expect(fact.document().blocks.last == .paragraph("It posts no entry."))
  }
}
