import Bookkeeping
import Funding
import Monetary
import Testing

@testable import TestSupport

/// Rows tell what of the funding records waits for conditions, where it lies.
@Suite struct ConditionalRecordsTests {
  /// 100,000 francs for the region, of which 40,000 wait for an audit.
  private func ledger(recorded: String? = nil) throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "100,000 CHF", "softly west-africa") {
        $0.conditions = [Condition("audit", amount: try money("40,000 CHF"))]
        $0.recorded = recorded.map(day)
      }, id: "A1")
    return ledger
  }

  /// What is conditional at each place by a day: `mali 20,000.00 CHF [20,020.02]`.
  private func conditional(
    _ ledger: SampleLedger, on date: String = "2018-12-31",
    _ measure: PositionRow.Measure = .conditional
  ) throws -> [String] {
    let rows = ledger.rows.filter { $0.measure == measure && $0.day <= day(date) }
    var written: [String] = []
    for (scope, position) in FundingPosition.grouped(rows, by: \.scope).sorted(by: {
      $0.key < $1.key
    }) where !position.isZero {
      let amount = try position[measure].original.amount(in: Currency(code: "CHF"))
      let book = try Money(
        minorUnits: Int64(position[measure].book), of: Currency(code: "USD"))
      written.append("\(scope) \(amount) [\(book)]")
    }
    return written
  }

  @Test func `what waits lies at the place of its part, at the frozen rate, until it is met`()
    throws
  {
    var ledger = try ledger()
    #expect(
      ledger.posted[0].rows.filter { $0.contains("conditional") } == [
        "signed-conditional 2017-11-02 west-africa 2017 sdc softly A1 40,000.00 CHF [40,040.04]",
        "conditional 2017-11-02 west-africa 2017 sdc softly A1 40,000.00 CHF [40,040.04]",
      ])
    try ledger.post("2017-12-15", fulfilling("A1", "audit", "30,000 CHF"), id: "V1")
    #expect(
      try conditional(ledger, on: "2017-12-14") == ["west-africa 40,000.00 CHF [40,040.04 USD]"])
    #expect(try conditional(ledger) == ["west-africa 10,000.00 CHF [10,010.01 USD]"])
    try ledger.post("2017-12-20", reversing("V1"))
    #expect(try conditional(ledger) == ["west-africa 40,000.00 CHF [40,040.04 USD]"])
  }

  @Test func `of an agreement that is recorded later it is conditional from then, signed at once`()
    throws
  {
    var ledger = try ledger(recorded: "2018-01-03")
    #expect(try conditional(ledger, on: "2018-01-02") == [])
    #expect(
      try conditional(ledger, on: "2017-11-02", .signedConditional) == [
        "west-africa 40,000.00 CHF [40,040.04 USD]"
      ])
    try ledger.post("2017-12-15", fulfilling("A1", "audit"))
    #expect(try conditional(ledger, on: "2018-01-02") == [])
    #expect(try conditional(ledger, on: "2018-01-03") == [])
    #expect(try conditional(ledger, on: "2017-12-15", .signedConditional) == [])
  }

  @Test func `an allocation moves what waits for nothing first`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-10", allocating("A1", "mali", "60,000 CHF"))
    #expect(try conditional(ledger) == ["west-africa 40,000.00 CHF [40,040.04 USD]"])
    try ledger.post("2017-11-11", allocating("A1", "niger", "30,000 CHF"), id: "L2")
    #expect(
      try conditional(ledger) == [
        "mali 30,000.00 CHF [30,030.03 USD]", "west-africa 10,000.00 CHF [10,010.01 USD]",
      ])
    try ledger.post("2017-12-01", fulfilling("A1", "audit", "25,000 CHF"))
    #expect(
      try conditional(ledger) == [
        "mali 5,000.00 CHF [5,005.01 USD]", "west-africa 10,000.00 CHF [10,010.01 USD]",
      ])
    try ledger.post("2017-12-02", reversing("L2"))
    #expect(try conditional(ledger) == ["west-africa 15,000.00 CHF [15,015.02 USD]"])
  }

  @Test func `what is cut or written off waits no longer, and what is owed back is of the rest`()
    throws
  {
    var ledger = try ledger()
    try ledger.post("2017-11-10", amending("A1/1", "-10,000 CHF"))
    #expect(try conditional(ledger) == ["west-africa 30,000.00 CHF [30,030.03 USD]"])
    try ledger.post("2017-11-11", receiving("A1", "50,000 CHF"))
    try ledger.post("2017-11-12", refunding("A1", "10,000 CHF"))
    try ledger.post("2017-11-13", writingOff("A1", "15,000 CHF"), id: "W1")
    #expect(try conditional(ledger) == ["west-africa 15,000.00 CHF [15,015.01 USD]"])
    try ledger.post("2017-11-14", reversing("W1"))
    #expect(try conditional(ledger) == ["west-africa 30,000.00 CHF [30,030.03 USD]"])
  }

  @Test func `it goes where an amendment moves its part, and with its agreement`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-10", amending("A1/1") { $0.earmark = earmark("earmarked niger") })
    #expect(
      try conditional(ledger, on: "2017-11-09") == ["west-africa 40,000.00 CHF [40,040.04 USD]"])
    #expect(try conditional(ledger) == ["niger 40,000.00 CHF [40,040.04 USD]"])
    var other = try self.ledger()
    try other.post("2017-11-10", reversing("A1"))
    #expect(try conditional(other) == [])
    #expect(try conditional(other, .signedConditional) == [])
  }
}
