import Bookkeeping
import Funding
import Monetary
import SeededRandom
import Testing

@testable import TestSupport

@Suite struct SpendingPlanTests {
  @Test(arguments: UInt64(1)...30)
  func `what is spread evenly sums back, and no two months differ by more than a unit`(
    seed: UInt64
  ) throws {
    var random = Seeded(seed)
    let amount = Money(
      minorUnits: .random(in: 1...1_000_000_000, using: &random), of: try Currency(code: "USD"))
    let plan = SpendingPlan(scope("mali"), year: year(2017), amount: amount)
    let months = (1...12).map { plan.amount(in: month($0 < 10 ? "2017-0\($0)" : "2017-\($0)")) }
    #expect(months.reduce(0) { $0 + $1.minorUnits } == amount.minorUnits)
    let sizes = months.map(\.minorUnits)
    #expect(sizes == sizes.sorted(by: >))
    #expect(sizes[0] - sizes[11] <= 1)
  }

  @Test func `months that are named have their amounts, and all others nothing`() throws {
    let event = try planning("mali", "12 USD", ("2017-04", "7 USD"), ("2017-03", "5 USD"))
    guard case .spendingPlan(let plan) = event else { return }
    #expect(plan.months.map(\.month.description) == ["2017-03", "2017-04"])
    #expect(plan.amount(in: month("2017-03")) == (try money("5 USD")))
    #expect(plan.amount(in: month("2017-05")).isZero)
    #expect(plan.amount(in: month("2018-03")).isZero)
  }

  @Test func `a plan that was reversed leaves its day to another`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-01-05", planning("mali", "12 USD"), id: "S")
    try ledger.post("2017-01-06", reversing("S"))
    try ledger.post("2017-01-05", planning("mali", "13 USD"))
  }

  @Test func `a plan posts nothing, in a closed month too`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-12-05", .close(month("2017-11")))
    let posted = try ledger.post("2017-01-05", planning("mali", "12 USD"))
    #expect(posted.consequence.entries.isEmpty && posted.consequence.positions.isEmpty)
  }
}

@Suite struct ProbabilityTests {
  @Test(arguments: [
    ("0", "0.00"), ("60", "0.75"), ("100", "1.25"), ("50", "0.62"), ("58", "0.72"),
    ("0.4", "0.00"), ("0.5", "0.01"),
  ])
  func `what is expected is so many percent, a half to the even cent`(
    percent: String, expected: String
  ) throws {
    let probability = try #require(Probability(percent: try ExactDecimal(parsing: percent)))
    #expect(
      probability.expected(of: try money("1.25 USD")) == (try money("\(expected) USD")))
  }

  @Test(arguments: ["-1", "-0.1", "100.1", "101", "100.000000000000000001"])
  func `a probability is from 0 to 100 percent`(percent: String) {
    #expect((try? ExactDecimal(parsing: percent)).flatMap(Probability.init(percent:)) == nil)
  }

  @Test func `what is certain is all of it, whatever its size`() throws {
    let usd = try Currency(code: "USD")
    let hundred = try #require(
      Probability(percent: try ExactDecimal(parsing: "100.0000000000000000")))
    let most = Money(minorUnits: .max, of: usd)
    #expect(hundred.expected(of: most) == most)
  }
}
