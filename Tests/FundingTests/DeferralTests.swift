import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct DeferralTests {
  private func ledger(
    _ amount: String = "400,000 CHF", changing change: (inout Agreement) throws -> Void
  ) throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", amount, "earmarked mali", changing: change))
    return ledger
  }

  @Test func `a condition's amount is deferred until it is met, in whole or in part`() throws {
    var ledger = try ledger {
      $0.conditions = [Condition("audit", amount: try money("100,000 CHF"))]
    }
    #expect(
      Array(ledger.posted[0].legs.prefix(3)) == [
        "debit asset:receivable 400,000.00 CHF [400,400.40] in A1, A1/1 mali 2017",
        "credit revenue:contributions 300,000.00 CHF [300,300.30] in A1, A1/1 mali 2017",
        "credit liability:deferred 100,000.00 CHF [100,100.10] in A1, A1/1 mali 2017",
      ])
    let met = try ledger.post("2017-12-15", fulfilling("A1", "audit", "25,000 CHF"))
    #expect(
      met.legs == [
        "debit liability:deferred 25,000.00 CHF [25,025.02] in A1, A1/1 mali 2017",
        "credit revenue:contributions 25,000.00 CHF [25,025.02] in A1, A1/1 mali 2017",
      ])
    #expect(met.days == ["2017-12-15 released"])
    let rest = try ledger.post("2017-12-20", fulfilling("A1", "audit"))
    #expect(
      rest.legs[0] == "debit liability:deferred 75,000.00 CHF [75,075.08] in A1, A1/1 mali 2017")
    #expect(throws: Fault(.conditionFulfilled, "A1", "audit")) {
      try ledger.post("2017-12-21", fulfilling("A1", "audit"))
    }
  }

  @Test func `later years wait for their first day, where that was agreed`() throws {
    let ledger = try ledger {
      $0.parts = try [part(2017, "348,542.62 CHF"), part(2018, "51,457.38 CHF")]
      $0.deferral = .deferred
    }
    let posted = ledger.posted[0]
    #expect(
      posted.days == [
        "2017-11-02 signed", "2017-11-02 signed", "2017-11-02 recorded", "2018-01-01 released",
      ])
    #expect(
      posted.legs.suffix(2) == [
        "debit liability:deferred 51,457.38 CHF [51,508.89] in A1, A1/2 mali 2018",
        "credit revenue:contributions 51,457.38 CHF [51,508.89] in A1, A1/2 mali 2018",
      ])
    let signing = try SampleLedger(rates: [("2019-11-01", "CHF 0.992 per USD")]).book
    #expect(signing.agreements.isEmpty)
  }

  @Test func `SDC's C0304 is booked in three parts at the rate of its signing`() throws {
    var ledger = try SampleLedger(rates: [("2019-11-01", "CHF 0.992 per USD")])
    let posted = try ledger.post(
      "2019-11-29",
      signing("C0304", "1,000,000 CHF", "earmarked mali") {
        $0.parts = try [
          part(2019, "500,000 CHF"), part(2020, "348,542.62 CHF"), part(2021, "151,457.38 CHF"),
        ]
      })
    let recorded = posted.consequence.positions.filter { $0.measure == .recorded }
    #expect(recorded.map(\.book.minorUnits) == [50_403_226, 35_135_345, 15_267_881])
  }

  @Test func `a part of a later year that waits for a condition, too, waits for both`() throws {
    var ledger = try ledger {
      $0.parts = try [part(2017, "300,000 CHF"), part(2018, "100,000 CHF")]
      $0.deferral = .deferred
      $0.conditions = [
        Condition(
          "audit", amount: try money("40,000 CHF"), part: PartSelector(year: year(2018)))
      ]
    }
    #expect(ledger.posted[0].legs.last?.contains("credit revenue:contributions 60,000.00") == true)
    let met = try ledger.post("2017-12-15", fulfilling("A1", "audit"))
    #expect(met.days == ["2018-01-01 released"])
    #expect(met.legs.first?.hasPrefix("debit liability:deferred 40,000.00 CHF [40,040.04]") == true)
  }

  @Test func `a cut before the year begins takes deferred money, and its release with it`() throws {
    var ledger = try ledger {
      $0.parts = try [part(2017, "300,000 CHF"), part(2018, "100,000 CHF")]
      $0.deferral = .deferred
    }
    try ledger.post(
      "2017-12-01",
      amending("A1/1", "-30,000 CHF") {
        $0.parts = [
          AgreementPart(year: year(2018), amount: try signed("-30,000 CHF"))
        ]
      })
    let deferred = Balances(of: ledger.entries) { $0.account == .deferred ? "deferred" : nil }
    #expect(deferred.areZero)
    let before = ledger.entries.filter { $0.date < day("2018-01-01") }
    let waiting = Balances(of: before) { $0.account == .deferred ? "deferred" : nil }
    #expect(waiting.amount("deferred", try Currency(code: "CHF")) == -7_000_000)
  }

  @Test func `conditions are within their parts, each with a name of its own`() throws {
    #expect(throws: Fault(.conditionExceeds, "A1", "2017")) {
      try ledger { $0.conditions = [Condition("audit", amount: try money("400,000.01 CHF"))] }
    }
    #expect(throws: Fault(.conditionDuplicate, "audit")) {
      try ledger {
        $0.conditions = [
          Condition("audit", amount: try money("1 CHF")),
          Condition("audit", amount: try money("2 CHF")),
        ]
      }
    }
    var bound = try ledger {
      $0.conditions = [Condition("audit", amount: try money("100 CHF"))]
    }
    #expect(throws: Fault(.conditionUnknown, "A1", "visit")) {
      try bound.post("2017-12-01", fulfilling("A1", "visit"))
    }
    #expect(throws: Fault(.conditionMet, "100.01 CHF", "100.00 CHF", "audit")) {
      try bound.post("2017-12-01", fulfilling("A1", "audit", "100.01 CHF"))
    }
  }

  @Test func `money bound to a condition cannot be spent until it is met`() throws {
    var ledger = try ledger("1,000 USD") {
      $0.conditions = [Condition("audit", amount: try money("400 USD"))]
    }
    #expect(throws: Fault(.useExceeds, "601.00 USD", "600.00 USD", "A1")) {
      try ledger.post("2017-12-01", spending("A1", "mali", "601 USD"))
    }
    try ledger.post("2017-12-01", fulfilling("A1", "audit"), id: "M")
    try ledger.post("2017-12-02", spending("A1", "mali", "601 USD"))
  }
}
