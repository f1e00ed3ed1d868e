import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

/// What happens at the limits of numbers, dates and sizes: it is counted or refused, never trapped.
@Suite struct LimitTests {
  private static let most = "92,233,720,368,547,758.07 USD"

  @Test func `the largest amount is pledged, agreed, received, moved, spent and undone`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-02-01", requiring("mali", Self.most), id: "Q")
    try ledger.post("2017-02-01", pledging("P", Self.most), id: "P")
    try ledger.post(
      "2017-02-01", signing("A", Self.most, "softly mali") { $0.pledge = reference("P") }, id: "A")
    try ledger.post("2017-02-02", receiving("A", Self.most), id: "R")
    try ledger.post("2017-02-03", allocating("A", "mali/health", Self.most), id: "L")
    try ledger.post("2017-02-03", allocating("A", "mali", Self.most, from: "mali/health"), id: "M")
    try ledger.post("2017-02-04", spending("A", "mali", Self.most), id: "E")
    for id in ["E", "M", "L", "R", "A", "P", "Q"] { try ledger.post("2017-02-05", reversing(id)) }
    #expect(JournalEntry.imbalances(of: ledger.entries.flatMap(\.postings)).isEmpty)
    #expect(ledger.book.agreements.isEmpty)
  }

  @Test func `a line that would lose more than can be counted is refused`() throws {
    var ledger = try SampleLedger()
    for value in ["a", "b"] {
      try ledger.post(
        "2017-02-01", requiring("mali", Self.most, tags: [Tag(slug("population"), slug(value))]))
    }
    #expect(throws: Fault(.amountOverflow, "mali")) {
      try ledger.post("2017-02-02", requiring("mali/health", "1 USD"))
    }
    #expect(ledger.book.requirements.own(scope("mali"), year: year(2017)) == 2 * Int128(Int64.max))
  }

  @Test func `rates of eighteen decimals either way are exact or refused`() throws {
    var ledger = try SampleLedger(rates: [
      ("2017-01-01", "CHF 0.000000000000000001 per USD"),
      ("2017-01-01", "EUR 9223372036854775807 per USD"),
    ])
    #expect(throws: Fault(.amountOverflow, "1.00 CHF in USD")) {
      try ledger.post("2017-02-01", signing("A", "1 CHF"))
    }
    let tiny = try ledger.post("2017-02-01", signing("B", "92,233,720,368,547,758.07 EUR"))
    #expect(tiny.legs.first?.contains("[0.01]") == true)
  }

  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func `the first and the last day of the calendar are days like others`(date: String) throws {
    var ledger = try SampleLedger(rates: [])
    try ledger.post(date, requiring("mali", "9 USD", of: day(date).year), id: "Q")
    try ledger.post(
      date,
      signing("A", "9 USD", "softly mali") {
        $0.recorded = day(date)
        $0.starts = day("0001-01-01")
        $0.ends = day("9999-12-31")
      }, id: "A")
    try ledger.post(date, receiving("A", "9 USD"), id: "R")
    try ledger.post(date, allocating("A", "mali/health", "9 USD"), id: "L")
    try ledger.post(date, spending("A", "mali/health", "9 USD"), id: "E")
    for id in ["E", "L", "R", "A", "Q"] { try ledger.post(date, reversing(id)) }
    let month = AccountingMonth(of: day(date))
    try ledger.post(date, .close(month))
    #expect(throws: Fault.self) { try ledger.post(date, signing("B", "1 USD")) }
    try ledger.post(date, .reopen(Reopening(month, reason: "a test")))
    try ledger.post(date, signing("B", "1 USD"))
    #expect(FactOrder.indices(of: ledger.posted.map(\.fact)).count == ledger.posted.count)
  }

  @Test func `an agreement of ten thousand parts is signed, received and spread`() throws {
    var ledger = try SampleLedger()
    let parts = try (0..<10_000).map { try part(1 + $0 % 9_999, "0.03 CHF") }
    let posted = try ledger.post(
      "2017-11-02", signing("A", "300 CHF", "softly mali") { $0.parts = parts })
    #expect(posted.consequence.positions.count == 20_000)
    try ledger.post("2017-11-03", receiving("A", "100 CHF"))
    try ledger.post("2017-11-03", receiving("A", "200 CHF"))
    let state = try #require(ledger.book.agreements[reference("A")])
    #expect(state.parts.allSatisfy { $0.open == 0 && $0.carryingBook == 0 })
    #expect(state.parts.reduce(0) { $0 + $1.receivedBook } == 30_030)
  }

  @Test func `many overdrafts and openings of the largest size never pass what is counted`() throws
  {
    var ledger = try SampleLedger(rates: [("2017-01-01", "CHF 9000 per USD")])
    let most = "92,233,720,368,547,758.07 CHF"
    try ledger.post("2017-02-01", spending(nil, "mali", most))
    let before = ledger.book
    #expect(throws: Fault(.amountOverflow, "asset:bank + \(most)")) {
      try ledger.post("2017-02-02", spending(nil, "mali", most))
    }
    #expect(ledger.book == before)
    try ledger.post("2017-02-03", .opening(Opening(.bank, amount: try money(most))))
    #expect(ledger.book.cash.values.map(\.amount) == [0])
  }
}
