import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct ConditionStandingTests {
  /// 60,000 for 2017 and 40,000 for 2018; the audit binds 12,000 and 8,000 of them, the visit 10,000 of 2018.
  private func ledger() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "100,000 USD", "earmarked mali") { agreement in
        agreement.parts = try [part(2017, "60,000 USD"), part(2018, "40,000 USD")]
        agreement.conditions = try [
          Condition("visit", amount: money("10,000 USD"), part: PartSelector(year: year(2018))),
          Condition("audit", amount: money("20,000 USD")),
        ]
      }, id: "A1")
    try ledger.post("2017-12-15", fulfilling("A1", "visit", "4,000 USD"), id: "V1")
    // Of 2018's 14,000 that wait 9,000 are cut: 8/14 of them of the audit, 6/14 of the visit.
    try ledger.post(
      "2017-12-20",
      amending("A1/1", "-9,000 USD") {
        $0.parts = [AgreementPart(year: year(2018), amount: try signed("-9,000 USD"))]
      }, id: "A1/1")
    try ledger.post("2017-12-22", reversing("V1"), id: "X1")
    return ledger
  }

  private func written(_ ledger: SampleLedger, _ date: String, known: Instant? = nil) -> [String] {
    let found = ledger.book.conditions(of: [reference("A1")], asOf: day(date), known: known)
    return (found[reference("A1")] ?? []).map {
      "\($0.name) \($0.amount): \($0.met) met, \($0.givenUp) given up, \($0.waiting) waiting"
    }
  }

  @Test func `what is met and given up waits no longer, from its day on`() throws {
    let ledger = try ledger()
    #expect(written(ledger, "2017-11-01") == [])
    #expect(
      written(ledger, "2017-12-14") == [
        "visit 10,000.00 USD: 0.00 USD met, 0.00 USD given up, 10,000.00 USD waiting",
        "audit 20,000.00 USD: 0.00 USD met, 0.00 USD given up, 20,000.00 USD waiting",
      ])
    #expect(
      written(ledger, "2017-12-15").first
        == "visit 10,000.00 USD: 4,000.00 USD met, 0.00 USD given up, 6,000.00 USD waiting")
    #expect(
      written(ledger, "2017-12-20") == [
        "visit 10,000.00 USD: 4,000.00 USD met, 3,857.14 USD given up, 2,142.86 USD waiting",
        "audit 20,000.00 USD: 0.00 USD met, 5,142.86 USD given up, 14,857.14 USD waiting",
      ])
    #expect(
      written(ledger, "2017-12-22").first
        == "visit 10,000.00 USD: 0.00 USD met, 3,857.14 USD given up, 6,142.86 USD waiting")
  }

  @Test func `what was entered later is not told by what was known before`() throws {
    let ledger = try ledger()
    let known = Instant(endOf: day("2017-12-15"))
    #expect(written(ledger, "2018-12-31", known: known) == written(ledger, "2017-12-15"))
  }

  @Test func `agreements without conditions, and those not asked for, are left out`() throws {
    var ledger = try ledger()
    try ledger.post("2017-12-31", signing("A2", "1 USD", "earmarked mali"), id: "A2")
    let all = ledger.book.conditions(of: [reference("A2")], asOf: .latest)
    #expect(all.isEmpty)
  }

  @Test(arguments: BookLawTests.seeds)
  func `what waits is what the parts of the agreement hold back`(seed: UInt64) throws {
    let book = try BookLawTests.life(seed).ledger.book
    let standings = book.conditions(of: Set(book.agreements.keys), asOf: .latest)
    for (reference, state) in book.agreements {
      var waiting: [String: Int64] = [:]
      for part in state.parts { waiting.merge(part.unmet, uniquingKeysWith: +) }
      for condition in standings[reference] ?? [] {
        #expect(condition.waiting.minorUnits == waiting.removeValue(forKey: condition.name) ?? 0)
        #expect(condition.met.minorUnits >= 0 && condition.givenUp.minorUnits >= 0)
      }
      #expect(waiting.isEmpty)
    }
  }
}
