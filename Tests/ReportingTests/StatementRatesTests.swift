import Bookkeeping
import Funding
import Monetary
import Reporting
import Testing

@testable import TestSupport

/// A statement tells the rates by which its amounts were converted, and no others.
@Suite struct StatementRatesTests {
  /// The rates, each with the days whose rate it was: `CHF 0.999 per USD 2017-11-20`.
  private func uses(_ statement: FundStatement) -> [String] {
    statement.rateUses.map { "\($0.rate) \($0.date)" + ($0.isReplaced ? " replaced" : "") }
  }

  private func signedLedger() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "400,000 CHF", "earmarked mali"))
    return ledger
  }

  @Test func `matched money is at the rate of the day it came on, not of the match`() throws {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", arriving("U1", "500,000 CHF"))
    try ledger.post("2017-12-18", matching("U1", "A1", "100,000 CHF"), id: "M1")
    try ledger.post("2018-01-10", reversing("M1"))
    let statement = try ledger.statement(from: "2017-12-01", to: "2018-01-09")
    #expect(statement.receipts.map(\.book) == [try money("100,100.10 USD")])
    #expect(statement.receipts.map(\.rate) == ["CHF 0.999 per USD of 2017-11-20"])
    #expect(uses(statement) == ["CHF 0.999 per USD 2017-11-20"])
    let undone = try ledger.statement(from: "2018-01-01")
    #expect(undone.receipts.map(\.rate) == ["CHF 0.999 per USD of 2017-11-20"])
    #expect(uses(undone) == ["CHF 0.999 per USD 2017-11-20"])
    #expect(
      uses(try ledger.statement(of: nil, to: "2018-01-09")) == ["CHF 0.999 per USD 2017-11-20"])
  }

  @Test func `matched money out of an account that other money came to is at its average`() throws {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", arriving("U1", "100,000 CHF"))
    try ledger.post("2017-12-15", arriving("U2", "100,000 CHF"))
    try ledger.post("2017-12-18", matching("U1", "A1", "100,000 CHF"))
    let statement = try ledger.statement(from: "2017-12-01")
    // (100,100.10 + 101,626.02) / 2
    #expect(statement.receipts.map(\.book) == [try money("100,863.06 USD")])
    #expect(statement.receipts.map(\.rate) == ["CHF 0.991443 per USD on average"])
    #expect(uses(statement) == [])
  }

  @Test func `a refund that is paid in dollars is at no rate when it is paid`() throws {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", receiving("A1", "400,000 CHF", bank: "400,400.40 USD"))
    try ledger.post(
      "2017-12-15",
      refunding("A1", "30,000 CHF", paid: [("2018-03-15", "30,400 USD", "asset:bank")]))
    #expect(
      uses(try ledger.statement()) == [
        "CHF 0.999 per USD 2017-11-02", "CHF 0.984 per USD 2017-12-15",
      ])
    #expect(uses(try ledger.statement(from: "2018-01-01")) == [])
  }

  @Test func `a refund out of francs takes what is carried for them, and the day's rate for more`()
    throws
  {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", receiving("A1", "20,000 CHF"))
    let refund = try refunding(
      "A1", "20,000 CHF",
      paid: [
        ("2017-12-12", "15,000 CHF", "asset:bank"), ("2017-12-20", "5,000 CHF", "asset:cash"),
      ])
    try ledger.post(
      Fact(
        day("2017-11-25"), refund,
        provenance: Provenance(entered: instant("2017-12-21T09:00:00Z"))))
    // The bank's francs are carried at the rate of November; the cash box had none.
    #expect(
      uses(try ledger.statement(from: "2017-12-01")) == ["CHF 0.984 per USD 2017-12-20"])
  }

  @Test func `a raise is at the rate of its day, a cut at what is carried`() throws {
    var ledger = try signedLedger()
    try ledger.post("2017-12-12", amending("A1/1", "+50,000 CHF"))
    try ledger.post("2017-12-14", amending("A1/2", "-50,000 CHF"))
    #expect(
      uses(try ledger.statement(from: "2017-12-12")) == ["CHF 0.984 per USD 2017-12-12"])
  }

  @Test func `what is spent is at the rate of its day, whatever is carried for the cash`() throws {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", receiving("A1", "400,000 CHF"))
    try ledger.post("2017-12-15", spending("A1", "mali", "1,000 CHF"))
    try ledger.post("2017-12-16", spending("A1", "mali", "100 USD"))
    #expect(
      uses(try ledger.statement(from: "2017-12-01")) == ["CHF 0.984 per USD 2017-12-15"])
  }

  @Test func `what was closed by the month's end is revalued at no rate`() throws {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", receiving("A1", "399,000 CHF", bank: "400,000 USD"))
    try ledger.post("2017-11-21", receiving("A1", "500 CHF"))
    try ledger.post("2017-12-01", receiving("A1", "500 CHF", bank: "460 EUR"))
    try ledger.post("2017-12-02", spending("A1", "mali", "460 EUR"))
    try ledger.post("2017-12-31", .revaluation)
    #expect(
      uses(try ledger.statement(from: "2017-12-31")) == ["CHF 0.984 per USD 2017-12-31"])
  }

  @Test func `a rate that another took the place of since is marked`() throws {
    var ledger = try SampleLedger()
    let signed = Fact(
      day("2017-11-02"), try signing("A1", "400,000 CHF", "earmarked mali"),
      provenance: Provenance(entered: instant("2017-11-02T09:00:00Z")))
    try ledger.post(signed)
    try ledger.post(
      Fact(
        day("2017-11-01"), try quote("CHF 0.998 per USD", revises: "misprint"),
        provenance: Provenance(entered: instant("2017-11-20T09:00:00Z"))))
    let statement = try ledger.statement(to: "2017-11-30")
    #expect(uses(statement) == ["CHF 0.999 per USD 2017-11-02 replaced"])
    let document = try DonorStatement(
      for: .general, [statement],
      over: StatementPeriod(to: day("2017-11-30"), isProvisional: false),
      currency: try Currency(code: "USD"), stamp: stamp
    ).document()
    #expect(document.grid("rates1")?.texts.map { $0[4] } == ["replaced"])
  }
}
