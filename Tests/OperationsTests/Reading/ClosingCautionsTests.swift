import Diagnostics
import Funding
import Operations
import Testing

@testable import TestSupport

/// What 'check' says of months that are closed and not carried at the rates of their ends.
@Suite struct ClosingCautionsTests {
  /// A2's francs were signed at 0.999, and are 6,103.67 dollars more at 0.984.
  private static let rate = "2017-12-30 rate CHF 0.984 per USD\n\n"
  /// It takes A2, which was recorded the day before.
  private static let revaluation =
    "2017-12-31 revaluation all\n  entered: 2018-01-04T00:00:00Z\n\n"

  /// The cautions about closings, of text and store.
  private func cautions(_ directives: String) throws -> [[Fault]] {
    let ledger = try WorkedLedger(Self.rate + directives)
    return try ledger.both().map {
      try CheckLedger.outcome(of: $0).cautions.map(\.fault).filter { $0.code != .rateStale }
    }
  }

  private static func unrevalued(
    _ items: String = "asset:receivable of A2", by size: String = "6,103.67 USD",
    _ code: FaultCode = .monthUnrevalued
  ) -> Fault { Fault(code, "2017-12", items, size, "2017-12-31") }

  @Test func `a month that was closed by hand without being revalued is warned of`() throws {
    for found in try cautions("2018-01-05 close 2017-12\n") {
      #expect(found == [Self.unrevalued()])
    }
    for found in try cautions(
      """
      2017-12-20 opening asset:bank:francs 999 CHF

      2018-01-05 close 2017-12

      """)
    {
      #expect(
        found == [Self.unrevalued("asset:bank:francs and 1 more", by: "6,118.91 USD")])
    }
  }

  @Test(arguments: [
    revaluation + "2018-01-05 close 2017-12\n",
    // Nothing foreign is open any more.
    "2017-12-30 receipt A2 400,000 CHF\n  bank: 405,000 USD\n\n2018-01-05 close 2017-12\n",
    // In November the rate was that of the signing.
    "2018-01-05 close 2017-11\n",
    // The month is open.
    "2018-01-05 close 2017-12\n\n2018-01-06 reopen 2017-12\n  reason: \"late\"\n",
    // It was revalued before it was closed again.
    """
    2018-01-05 close 2017-12

    2018-01-06 reopen 2017-12
      reason: "late"

    2017-12-31 revaluation all
      entered: 2018-01-06T12:00:00Z

    2018-01-07 close 2017-12

    """,
    // The rate of the day was revised after it was closed.
    revaluation + """
      2018-01-05 close 2017-12

      2017-12-30 rate CHF 0.95 per USD
        revises: "misread"
        entered: 2018-01-08T00:00:00Z

      """,
  ])
  func `a month whose claims are carried at the rates of its end is not warned of`(
    directives: String
  ) throws {
    for found in try cautions(directives) { #expect(found == []) }
  }

  @Test func `what changes after the revaluation of its own day is warned of`() throws {
    let reversed = """
      2017-12-15 receipt A2 100,000 CHF
        id: R2
        bank: 100,500 USD

      2017-12-31 reversal R2
        reason: "bounced"
        entered: 2018-01-04T00:00:00Z

      2018-01-05 close 2017-12


      """
    let early = [Self.unrevalued(by: "1,525.92 USD", .revaluationEarly)]
    for found in try cautions(reversed + Self.revaluation) { #expect(found == early) }
    // As the remedy has it.
    let later = "2017-12-31 revaluation all\n  entered: 2018-01-04T06:00:00Z\n"
    for found in try cautions(reversed + later) { #expect(found == []) }
  }

  @Test func `each month that is closed along is looked at`() throws {
    let ledger = try WorkedLedger(
      """
      2017-11-30 rate CHF 0.99 per USD

      2017-12-31 rate CHF 0.999 per USD

      2018-01-05 close 2017-12

      """)
    for form in try ledger.both() {
      let found = try CheckLedger.outcome(of: form).cautions.filter {
        $0.fault.code != .rateStale
      }
      #expect(found.map { $0.fault.values[0] } == ["2017-11"])
      #expect(found.map(\.severity) == [.warning])
    }
  }
}
