import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct SupportRateTests {
  private func rate(_ percent: String, _ base: SupportRate.Base) throws -> SupportRate {
    SupportRate(percent: try ExactDecimal(parsing: percent), base: base)
  }

  @Test(arguments: [
    ("20,000 USD", "7", SupportRate.Base.onDirect, "1,400 USD"),
    ("20,000 USD", "7", .ofGross, "1,505.38 USD"),
    ("93 USD", "7", .ofGross, "7 USD"),
    ("0.07 USD", "7", .onDirect, "0 USD"),
    ("0.50 USD", "5", .onDirect, "0.02 USD"),
    ("1.50 USD", "5", .onDirect, "0.08 USD"),
    ("0.01 USD", "99.999999999999999", .ofGross, "999,999,999,999,999.99 USD"),
    ("100 JPY", "6.5", .onDirect, "6 JPY"),
    ("100 USD", "0", .ofGross, "0 USD"),
  ])
  func `support costs so much beside direct cost`(
    direct: String, percent: String, base: SupportRate.Base, cost: String
  ) throws {
    let rate = try rate(percent, base)
    #expect(try rate.cost(beside: try money(direct)) == (try money(cost)))
  }

  @Test func `support cost beyond what can be counted is refused`() throws {
    let rate = try rate("99.9999999999999999", .ofGross)
    #expect(throws: MoneyError.self) { try rate.cost(beside: try money("100 USD")) }
  }

  // The public cases of indirect cost: gross, percent, support on direct cost, support of gross.
  @Test(arguments: [
    ("107,000.00", "7", "7,000.00", "7,490.00"), ("100.00", "7", "6.54", "7.00"),
    ("100.00", "8", "7.41", "8.00"), ("0.01", "7", "0", "0"), ("0", "7", "0", "0"),
    ("100.00", "0", "0", "0"), ("1,000,000.00", "6.5", "61,032.86", "65,000.00"),
  ])
  func `a gross amount holds so much support cost`(
    gross: String, percent: String, onDirect: String, ofGross: String
  ) throws {
    let gross = try money(gross + " USD")
    #expect(try rate(percent, .onDirect).cost(within: gross) == money(onDirect + " USD"))
    #expect(try rate(percent, .ofGross).cost(within: gross) == money(ofGross + " USD"))
  }

  private func ledger(_ percent: String, _ base: SupportRate.Base) throws -> SampleLedger {
    var ledger = try SampleLedger()
    let rate = try rate(percent, base)
    try ledger.post(
      "2017-11-02", signing("A1", "107,000 USD", "earmarked mali") { $0.support = rate })
    return ledger
  }

  @Test func `with 20,000 of direct cost at 7 % goes 1,400 to the general fund`() throws {
    var ledger = try ledger("7", .onDirect)
    let posted = try ledger.post("2017-12-01", spending("A1", "mali/health", "20,000 USD"))
    #expect(posted.days == ["2017-12-01 spent", "2017-12-01 supported"])
    #expect(
      posted.legs.suffix(4) == [
        "debit expense:support-cost 1,400.00 USD in A1, A1 mali/health 2017",
        "credit net-asset:interfund 1,400.00 USD in A1, A1 mali/health 2017",
        "debit net-asset:interfund 1,400.00 USD in general, A1 mali/health 2017",
        "credit revenue:support-recovered 1,400.00 USD in general, A1 mali/health 2017",
      ])
    #expect(
      posted.rows == [
        "spent 2017-12-01 mali/health 2017 sdc A1 20,000.00 USD",
        "supported 2017-12-01 mali/health 2017 sdc A1 1,400.00 USD",
      ])
  }

  @Test func `no more is spent than leaves room for its support cost`() throws {
    var ledger = try ledger("7", .onDirect)
    #expect(throws: Fault(.useExceeds, "107,000.01 USD", "107,000.00 USD", "A1")) {
      try ledger.post("2017-12-01", spending("A1", "mali", "100,000.01 USD"))
    }
    try ledger.post("2017-12-01", spending("A1", "mali", "100,000 USD"))
  }

  @Test func `an amendment brings a new rate for cost from its day on`() throws {
    var ledger = try ledger("7", .onDirect)
    let gross = try rate("10", .ofGross)
    try ledger.post("2017-12-10", amending("A1/1") { $0.support = gross })
    let before = try ledger.post("2017-12-09", spending("A1", "mali", "90 USD"))
    let since = try ledger.post("2017-12-10", spending("A1", "mali", "90 USD"))
    #expect(before.rows.last == "supported 2017-12-09 mali 2017 sdc A1 6.30 USD")
    #expect(since.rows.last == "supported 2017-12-10 mali 2017 sdc A1 10.00 USD")
  }

  @Test func `reversed, an expenditure gives its support cost back`() throws {
    var ledger = try ledger("7", .onDirect)
    try ledger.post("2017-12-01", spending("A1", "mali", "20,000 USD"), id: "X")
    try ledger.post("2017-12-02", reversing("X"))
    #expect(ledger.book.agreements.values.map(\.spentBook) == [0])
  }
}
