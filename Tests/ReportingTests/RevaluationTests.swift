import Diagnostics
import Funding
import Monetary
import Reporting
import Testing

@testable import TestSupport

@Suite struct RevaluationTests {
  /// What is told of the rates by which what is open on some days is taken.
  private func cautions(_ ledger: SampleLedger, _ days: String...) throws -> [Fault] {
    try days.map(day).map { Revaluation(on: $0, try ledger.book.openLines(on: $0)) }.rateUses
      .compactMap { $0.rate.caution(on: $0.date) }
  }

  private func ledger() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "400,000 CHF", "earmarked mali"), id: "A1")
    return ledger
  }

  @Test func `a rate that is old at a month's end is told once, at the last end it was`() throws {
    let ledger = try ledger()
    #expect(
      try cautions(ledger, "2017-11-30", "2017-12-05", "2017-12-10") == [
        Fault(
          .rateStale, "CHF 0.999 per USD", "UNORE", "2017-11-01", "39", "2017-12-10", "35")
      ])
    // 0.984 is of 11 December: at 35 days it is still in its rhythm.
    #expect(try cautions(ledger, "2018-01-15") == [])
    #expect(
      try cautions(ledger, "2017-12-10", "2018-01-16").map { $0.values[0] } == [
        "CHF 0.999 per USD", "CHF 0.984 per USD",
      ])
    #expect(try cautions(SampleLedger(), "2018-06-30") == [])
  }

  @Test func `a rate restated for a redenominated currency is as old as what it restates`() throws {
    var ledger = try SampleLedger(rates: [("2022-06-01", "SLL 13100 per USD")])
    try ledger.post("2022-06-01", signing("A1", "13,100,000 SLL", "earmarked mali"))
    try ledger.post("2024-01-01", quote("SLE 22.5 per USD"))
    #expect(try cautions(ledger, "2024-01-31") == [])
    #expect(
      try cautions(ledger, "2024-02-29") == [
        Fault(
          .rateStale, "SLL 22500 per USD, by SLE 22.5 per USD", "UNORE", "2024-01-01", "59",
          "2024-02-29", "35")
      ])
  }

  @Test func `what is open in no foreign currency any more needs no rate, old or new`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-20", receiving("A1", "400,000 CHF", bank: "405,022.28 USD"))
    #expect(try cautions(ledger, "2018-06-30") == [])
  }
}
