import Bookkeeping
import Funding
import Reporting
import Testing

@testable import TestSupport

/// Why money cannot be used, each reason once.
@Suite struct StrandedReasonTests {
  @Test(arguments: [
    ("earmark: tightly mali/food\n  require: population refugees", StrandedReason.tags),
    ("earmark: softly mali\n  limit: 100 USD on mali", .limit(["mali/food", "mali/health"])),
    ("earmark: tightly niger/food", .full(["niger/food"])),
  ]) func `money`(terms: String, reason: StrandedReason) throws {
    let report = try SmallGap("2026-02-01 agreement A alpia 1,200 USD\n  \(terms)\n").report()
    #expect(report.reasons == ["A": reason])
  }

  @Test func `money whose days are over`() throws {
    let report = try SmallGap(
      """
      2026-02-01 agreement A alpia 100 USD
        earmark: tightly mali/food
        period: 2026-01-01..2026-06-30
      """
    ).report()
    let days = try #require(DateInterval(day("2026-01-01"), day("2026-06-30")))
    #expect(report.reasons == ["A": .period(days)])
  }

  @Test func `goods where no line takes them`() throws {
    let report = try SmallGap(
      """
      2026-02-01 agreement A alpia 100 USD
        earmark: tightly niger/food
      2026-02-01 in-kind A 250 USD
      """
    ).report()
    #expect(report.reasons == ["A goods": .goods])
  }
}
