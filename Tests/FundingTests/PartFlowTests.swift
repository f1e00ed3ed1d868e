import Bookkeeping
import Funding
import Monetary
import Testing

@testable import TestSupport

/// On basis received an allocation counts up to what its part received, in order of date.
@Suite struct PartFlowTests {
  private func ledger(_ amount: String = "100 USD") throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A", amount, "softly west-africa"), id: "A")
    return ledger
  }

  /// What is funded on basis received, place by place, in minor units of the book currency.
  private func received(
    _ ledger: SampleLedger, on date: String = "9999-12-31"
  ) -> [String: Int128] {
    FundingPosition.grouped(ledger.rows.filter { $0.day <= day(date) }, by: \.scope.text)
      .mapValues { $0.funded(on: .received).book }.filter { $0.value != 0 }
  }

  @Test func `what was not received has not moved either`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-01", allocating("A", "mali", "60 USD"))
    #expect(received(ledger) == [:])
    try ledger.post("2017-12-02", receiving("A", "40 USD"))
    #expect(received(ledger) == ["mali": 4_000])
    try ledger.post("2017-12-03", receiving("A", "40 USD"))
    #expect(received(ledger) == ["mali": 6_000, "west-africa": 2_000])
    try ledger.post("2017-12-04", allocating("A", "niger", "30 USD"))
    #expect(received(ledger) == ["mali": 6_000, "niger": 2_000])
    #expect(received(ledger, on: "2017-12-02") == ["mali": 4_000])
    try ledger.post("2017-12-05", receiving("A", "20 USD"))
    #expect(received(ledger) == ["mali": 6_000, "niger": 3_000, "west-africa": 1_000])
  }

  @Test func `the earlier allocation counts first, though it was posted later`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-05", receiving("A", "70 USD"))
    try ledger.post("2017-12-10", allocating("A", "mali", "50 USD"))
    #expect(received(ledger) == ["mali": 5_000, "west-africa": 2_000])
    try ledger.post("2017-12-06", allocating("A", "niger", "40 USD"))
    #expect(received(ledger) == ["niger": 4_000, "mali": 3_000])
    #expect(received(ledger, on: "2017-12-09") == ["niger": 4_000, "west-africa": 3_000])
  }

  @Test func `money that moves on takes along what of it was received`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-01", allocating("A", "mali", "60 USD"))
    try ledger.post("2017-12-02", allocating("A", "niger", "30 USD", from: "mali"))
    try ledger.post("2017-12-03", receiving("A", "40 USD"))
    #expect(received(ledger) == ["niger": 3_000, "mali": 1_000])
    try ledger.post("2017-12-04", allocating("A", "west-africa", "20 USD", from: "mali"))
    #expect(received(ledger) == ["niger": 3_000, "west-africa": 1_000])
  }

  @Test func `a receipt taken back takes back what counted by it, the last first`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-01", receiving("A", "50 USD"), id: "R1")
    try ledger.post("2017-12-02", receiving("A", "50 USD"), id: "R2")
    try ledger.post("2017-12-03", allocating("A", "mali", "60 USD"))
    try ledger.post("2017-12-04", allocating("A", "niger", "40 USD"))
    try ledger.post("2017-12-05", reversing("R1"))
    #expect(received(ledger) == ["mali": 5_000])
    #expect(received(ledger, on: "2017-12-04") == ["mali": 6_000, "niger": 4_000])
  }

  @Test func `an allocation taken back makes room for the next`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-01", receiving("A", "50 USD"))
    try ledger.post("2017-12-03", allocating("A", "mali", "60 USD"), id: "L1")
    try ledger.post("2017-12-04", allocating("A", "niger", "40 USD"))
    #expect(received(ledger) == ["mali": 5_000])
    try ledger.post("2017-12-05", reversing("L1"))
    #expect(received(ledger) == ["niger": 4_000, "west-africa": 1_000])
  }

  @Test func `a late receipt or allocation counts from the day it is posted on`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-01", allocating("A", "mali", "60 USD"))
    try ledger.post("2017-12-02", receiving("A", "40 USD"), posted: "2018-01-01")
    #expect(received(ledger, on: "2017-12-31") == [:])
    #expect(received(ledger, on: "2018-01-01") == ["mali": 4_000])
  }

  @Test func `worth is shared out and comes together when all is received`() throws {
    var ledger = try ledger("3 CHF")
    try ledger.post("2017-12-01", allocating("A", "mali", "3 CHF"))
    for _ in 1...3 { try ledger.post("2017-12-02", receiving("A", "1 CHF")) }
    #expect(received(ledger) == ["mali": 300])
    let rows = ledger.rows.filter { $0.measure == .receivedAllocated && $0.scope == scope("mali") }
    #expect(rows.map(\.amount.minorUnits) == [100, 100, 100])
    #expect(rows.map(\.book.minorUnits).reduce(0, +) == 300)
  }

  @Test func `money that goes round in a circle does not go round for ever`() throws {
    var ledger = try ledger("1,000,000,000 USD")
    try ledger.post("2017-12-01", allocating("A", "mali", "1,000,000,000 USD"), id: "L0")
    try ledger.post("2017-12-02", allocating("A", "niger", "1,000,000,000 USD", from: "mali"))
    try ledger.post("2017-12-03", allocating("A", "mali", "1,000,000,000 USD", from: "niger"))
    try ledger.post("2017-12-04", receiving("A", "0.01 USD"))
    #expect(received(ledger) == ["mali": 1])
    try ledger.post("2017-12-05", reversing("L0"))
    #expect(received(ledger) == ["west-africa": 1])
  }

  @Test func `each part is received by itself`() throws {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A", "100 USD", "softly west-africa") {
        $0.parts = try [part(2017, "50 USD"), part(2018, "50 USD")]
      })
    try ledger.post("2017-12-01", allocating("A", "mali", "40 USD") { $0.year = year(2018) })
    try ledger.post("2017-12-02", allocating("A", "mali", "40 USD"))
    try ledger.post("2017-12-03", receiving("A", "60 USD"))
    let byYear = FundingPosition.grouped(
      ledger.rows.filter { $0.scope == scope("mali") }, by: \.year)
    #expect(byYear[year(2017)]?.funded(on: .received).book == 4_000)
    #expect(byYear[year(2018)]?.funded(on: .received).book == 1_000)
  }
}
