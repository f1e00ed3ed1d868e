import Funding
import Operations
import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct GapReportTests {
  @Test
  func `what a line is covered by is rounded to the nearest percent, and less than all is not 100`()
    throws
  {
    let report = try SmallGap(
      """
      2026-02-01 agreement A alpia 496.38 USD
        earmark: tightly mali/food
      2026-02-01 agreement B alpia 999.99 USD
        earmark: tightly mali/health
      2026-02-01 agreement C alpia 1,000 USD
        earmark: tightly niger/food
      """
    ).report()
    var detail = GapReport.Detail()
    detail.lines = true
    let lines = report.document(.exact, showing: detail).grids.first { $0.id == "lines" }
    #expect(
      lines?.rows.compactMap(\.cells.last) == [.percent(50), .percent(99), .percent(100), .empty])
    #expect(lines?.columns.contains { $0.id == "tier" } == false)
  }

  @Test func `a tier stands beside every line where one is not of the first`() throws {
    let report = try SmallGap(
      """
      2026-01-05 requirement mali/schools 10 USD
        tags: tier 2
      """
    ).report()
    var shown = GapReport.Detail()
    shown.lines = true
    let document = report.document(.exact, showing: shown)
    #expect(
      document.rows(of: "lines").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).prefix(2).joined(separator: " ")
      }
        == ["mali/food 1", "mali/health 1", "mali/schools 2", "niger/food 1", "Total "])
  }

  @Test func `goods, stranded money and what over-funds make the gap of the net one`() throws {
    let report = try SmallGap(
      """
      2026-02-01 agreement G alpia 100 USD
        earmark: tightly mali/food
      2026-02-01 in-kind G 250 USD
      2026-02-01 agreement S brisa 1,300 USD
        earmark: tightly mali/health
      2026-02-01 agreement O brisa 1,040 USD
        earmark: earmarked niger
      2026-02-02 allocation O niger/food 1,040 USD
      """
    ).report()
    #expect(
      report.document(.exact).rows(of: "fromNetGap") == [
        "Net gap,560.00,USD", "less goods in kind,-250.00,USD",
        "plus money that cannot be used,300.00,USD",
        "plus what is posted beyond what lines ask for,40.00,USD", "Gap,650.00,USD",
      ])
    #expect(report.solution.hardGap == 650_00)
  }

  @Test func `flexible money that takes part is a step from the net gap as well`() throws {
    var small = try SmallGap(
      """
      2026-02-01 agreement U alpia 700 USD
        earmark: unearmarked
      """)
    #expect(try small.report().document(.exact).rows(of: "fromNetGap") == [])
    small.request.takesFlexible = true
    #expect(
      try small.report().document(.exact).rows(of: "fromNetGap") == [
        "Net gap,3000.00,USD", "less money above the scope that takes part,-700.00,USD",
        "Gap,2300.00,USD",
      ])
  }
}
