import Bookkeeping
import Funding
import Operations
import Reporting
import Testing

@testable import TestSupport

/// What is spent at a scope of money that its agreement holds above it.
@Suite struct BroughtMoneyTests {
  private static let kinds: [MonthlyFunding.Kind] = [.brought, .spent, .supportCost, .closing]

  /// What `mali/health` and the scopes above it brought, spent and closed with, in text and store.
  private func expect(
    _ ledger: WorkedLedger, _ month: String,
    _ figures: [(scope: String, brought: Int64, spent: Int64, support: Int64, closing: Int64)],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let month = try #require(AccountingMonth(month))
    for form in try ledger.both() {
      for figure in figures {
        let report = try FollowMonth(month, scope: figure.scope).report(of: form)
        #expect(
          Self.kinds.map { report.sum(.unspent, $0) }
            == [figure.brought, -figure.spent, -figure.support, figure.closing].map { $0 * 100 },
          "\(figure.scope) in \(month)", sourceLocation: sourceLocation)
        #expect(try report.faults(of: form) == [], sourceLocation: sourceLocation)
        #expect(report.sum(.unspent, .other) == 0, sourceLocation: sourceLocation)
      }
      let global = try FollowMonth(month, scope: "global").report(of: form)
      let bank = try form.balances(asOf: month.lastDay, known: nil, byFund: false).filter {
        $0.account.isWithin(.bank)
      }
      #expect(
        global.sum(.unspent, .closing) == bank.reduce(0) { $0 + $1.bookDebits - $1.bookCredits },
        sourceLocation: sourceLocation)
    }
  }

  @Test
  func `what is spent of flexible money is brought to its line, and goes back once allocated`()
    throws
  {
    let ledger = try WorkedLedger(
      """
      2017-03-05 agreement U1 japan 300,000 USD
        earmark: unearmarked

      2017-03-06 receipt U1 300,000 USD

      2017-04-06 expenditure U1 mali/health 7,000 USD

      2017-05-05 allocation U1 mali/health 20,000 USD

      2017-06-06 expenditure U1 mali/health 15,000 USD


      """)
    try expect(
      ledger, "2017-04",
      [
        ("mali/health", 7_000, 7_000, 0, 0), ("mali", 7_000, 7_000, 0, 100_000),
        ("niger", 0, 0, 0, 0), ("global", 0, 7_000, 0, 393_000),
      ])
    try expect(
      ledger, "2017-05",
      [
        ("mali/health", -7_000, 0, 0, 13_000), ("mali", -7_000, 0, 0, 113_000),
        ("global", 0, 0, 0, 393_000),
      ])
    try expect(
      ledger, "2017-06",
      [
        ("mali/health", 2_000, 15_000, 0, 0), ("mali", 2_000, 15_000, 0, 100_000),
        ("global", 0, 15_000, 0, 378_000),
      ])
  }

  @Test func `money of the general fund spent at a line is none that an agreement gave`() throws {
    let ledger = try WorkedLedger(
      """
      2017-01-01 opening asset:prepaid 500 USD

      2017-04-06 expenditure general mali/health 500 USD
        from: asset:prepaid

      """)
    try expect(
      ledger, "2017-04", [("mali/health", 0, 0, 0, 0), ("global", 0, 0, 0, 100_000)])
  }

  @Test func `a line that is spent at before its own money came takes nothing from above`() throws {
    let ledger = try WorkedLedger(
      """
      2017-03-05 agreement T1 japan 9,000 USD
        earmark: tightly mali/health

      2017-03-06 expenditure T1 mali/health 4,000 USD

      """)
    try expect(
      ledger, "2017-03",
      [("mali/health", 0, 4_000, 0, -4_000), ("global", 0, 4_000, 0, 96_000)])
  }

  @Test func `flexible money that is spent before it came is missing where it lies`() throws {
    let ledger = try WorkedLedger(
      """
      2017-03-05 agreement S1 japan 9,000 USD
        earmark: softly mali, niger

      2017-03-06 expenditure S1 mali/health 4,000 USD

      """)
    try expect(
      ledger, "2017-03",
      [("mali/health", 4_000, 4_000, 0, 0), ("global", 0, 4_000, 0, 96_000)])
  }

  @Test
  func `of an agreement with money below and above what is spent below comes from below first`()
    throws
  {
    let ledger = try WorkedLedger(
      """
      2017-03-05 agreement S1 japan 9,000 USD
        part: 2017 3,000 USD tightly mali/health
        part: 2017 6,000 USD softly mali, niger

      2017-03-06 receipt S1 9,000 USD

      2017-03-07 expenditure S1 mali/health 4,000 USD

      2017-12-30 reversal R1
        reason: "bounced"

      """)
    try expect(
      ledger, "2017-03",
      [("mali/health", 1_000, 4_000, 0, 0), ("mali", 1_000, 4_000, 0, 100_000)])
    try expect(ledger, "2017-12", [("mali/health", 0, 0, 0, 0), ("mali", 0, 0, 0, 0)])
  }

  @Test func `money of another year that is brought is told with the year it was spent in`() throws
  {
    let ledger = try WorkedLedger(
      """
      2017-03-05 agreement S1 japan 9,000 USD
        earmark: softly mali, niger

      2017-03-06 receipt S1 9,000 USD

      2018-02-07 expenditure S1 mali/health 4,000 USD

      """)
    for form in try ledger.both() {
      let month = try #require(AccountingMonth("2018-02"))
      let report = try FollowMonth(month, year: year(2017), scope: "mali").report(of: form)
      #expect(
        report.otherYears.map { "\($0.year) \($0.kind) \($0.unspent)" } == [
          "2018 brought 4,000.00 USD", "2018 spent -4,000.00 USD",
        ])
    }
  }
}
