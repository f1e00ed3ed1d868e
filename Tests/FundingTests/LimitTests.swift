import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

/// What happens at the limits of numbers, dates and sizes: it is counted or refused, never trapped.
@Suite struct LimitTests {
  /// Thirteen debits of it are as much as a ledger may come to, before its reversals.
  private static let most = "3,500,000,000,000,000.00 USD"

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
    let programme = try SampleLedger().book.programme
    var register = RequirementRegister()
    func add(_ requirement: Requirement, _ id: String) throws {
      _ = try register.add(
        requirement, by: name(id), dated: day("2017-01-01"), from: day("2017-01-01"), in: programme)
    }
    let most = Money(minorUnits: .max, of: try money("1 USD").currency)
    for tag in ["a", "b"] {
      try add(
        Requirement(
          scope("mali"), year: year(2017), amount: most,
          tags: [Tag(slug("population"), slug(tag))]), tag)
    }
    let health = Requirement(scope("mali/health"), year: year(2017), amount: try money("1 USD"))
    #expect(throws: Fault(.sumOverflow, "the requirement of mali")) { try add(health, "c") }
    #expect(register.own(scope("mali"), year: year(2017)) == 2 * Int128(Int64.max))
  }

  @Test func `rates of eighteen decimals either way are exact or refused`() throws {
    var ledger = try SampleLedger(rates: [
      ("2017-01-01", "CHF 0.000000000000000001 per USD"),
      ("2017-01-01", "EUR 4611686018427387903 per USD"),
    ])
    #expect(throws: Fault(.sumOverflow, "1.00 CHF in USD")) {
      try ledger.post("2017-02-01", signing("A", "1 CHF"))
    }
    let tiny = try ledger.post("2017-02-01", signing("B", "46,116,860,184,273,879.03 EUR"))
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
    let end = month.lastDay.description
    try ledger.post(end, .close(month))
    #expect(throws: Fault.self) { try ledger.post(date, signing("B", "1 USD")) }
    try ledger.post(end, .reopen(Reopening(month, reason: "a test")))
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
    let half = "23,058,430,092,136,939.51 CHF"
    try ledger.post("2017-02-01", spending(nil, "mali", half))
    try ledger.post("2017-02-02", .opening(Opening(.bank, amount: try money(half))))
    #expect(ledger.book.cash.values.map(\.amount) == [0])
    let before = ledger.book
    #expect(throws: Fault(.sumOverflow, "the sum of all postings in CHF")) {
      try ledger.post("2017-02-03", spending(nil, "mali", "0.02 CHF"))
    }
    #expect(ledger.book == before)
    try ledger.post("2017-02-03", spending(nil, "mali", "0.01 CHF"))
  }

  @Test func `all postings of a currency together are counted, or the fact is refused`() throws {
    var ledger = try SampleLedger()
    // It is debited four times: receivable, awaiting, unfunded and recorded.
    try ledger.post("2017-02-01", signing("A", "11,529,215,046,068,469.75 USD"))
    let before = ledger.book
    #expect(throws: Fault(.sumOverflow, "the sum of all postings in USD")) {
      try ledger.post("2017-02-02", signing("B", "0.01 USD"))
    }
    #expect(ledger.book == before)
    try ledger.post("2017-02-02", .opening(Opening(.bank, amount: try money("0.03 USD"))))
  }
}
