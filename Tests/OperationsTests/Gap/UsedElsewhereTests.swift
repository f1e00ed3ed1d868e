import Bookkeeping
import Funding
import Monetary
import Operations
import Reporting
import TestSupport
import Testing

/// What is used outside of the area, or in other years, is not left for it.
@Suite struct UsedElsewhereTests {
  /// The gap of a scope, to which money above may go.
  private func gap(of scope: String, _ directives: String) throws -> GapReport {
    var gap = try SmallGap(directives)
    gap.request.scope = scope
    gap.request.takesFlexible = true
    return try gap.report()
  }

  private static let soft = """
    2026-01-01 opening asset:bank 5,000 USD
    2026-02-01 agreement L alpia 1,500 USD
      earmark: softly sahel

    """

  @Test(arguments: [
    ("2026-03-01 expenditure L niger/food 900 USD\n", Int64(1_400_00)),
    ("2026-03-01 allocation L niger/food 900 USD\n", 1_400_00),
    (
      """
      2026-03-01 allocation L niger/food 500 USD
      2026-03-02 expenditure L niger/food 900 USD

      """, 1_400_00
    ),
    ("2026-03-01 allocation L niger 900 USD\n", 1_400_00),
    ("2026-03-01 expenditure L mali/food 900 USD\n", 500_00),
  ])
  func `money above that is used outside of the area is not free for it`(
    used: String, hardGap: Int64
  ) throws {
    #expect(try gap(of: "mali", Self.soft + used).solution.hardGap == hardGap)
  }

  @Test func `what is moved to what a scope leaves to its children stays there`() throws {
    let report = try gap(
      of: "mali",
      """
      2026-01-06 requirement sahel 9,000 USD
      2026-02-01 agreement L alpia 1,500 USD
        earmark: unearmarked
      2026-03-01 allocation L sahel 900 USD

      """)
    #expect(report.solution.hardGap == 1_400_00)
  }

  @Test func `a part that lies elsewhere pays first for what was spent there`() throws {
    let report = try gap(
      of: "mali",
      """
      2026-01-01 opening asset:bank 5,000 USD
      2026-02-01 agreement L alpia 1,500 USD
        part: 2026 500 USD softly sahel
        part: 2026 1,000 USD earmarked niger
      2026-03-01 expenditure L niger/food 900 USD

      """)
    #expect(report.solution.hardGap == 1_500_00)
  }

  @Test func `goods that are used outside of the area are not there for it`() throws {
    let report = try gap(
      of: "mali",
      """
      2026-02-01 agreement G alpia 10 USD
        earmark: softly sahel
      2026-03-01 in-kind G 300 USD
      2026-04-01 in-kind-used G niger/food 60 USD

      """)
    #expect(report.solution.hardGap == 2_000_00 - 240_00 - 10_00)
  }

  @Test(arguments: [("sahel", Int64(2_900_00)), ("mali", 1_940_00)])
  func `a limit counts what other years and other scopes used under it`(
    scope: String, hardGap: Int64
  ) throws {
    let report = try gap(
      of: scope,
      """
      2025-01-01 opening asset:bank 5,000 USD
      2025-02-01 agreement L alpia 2,000 USD
        earmark: unearmarked
        part: 2025 1,000 USD
        part: 2026 1,000 USD
        limit: 200 USD on sahel
      2025-03-01 allocation L mali/food 70 USD
      2025-04-01 expenditure L mali/food 100 USD
      2026-03-01 allocation L niger/food 40 USD

      """)
    #expect(report.solution.hardGap == hardGap)
  }

  @Test func `a limit that an amendment sets counts them, too`() throws {
    let report = try gap(
      of: "mali",
      """
      2025-01-01 opening asset:bank 5,000 USD
      2025-02-01 agreement L alpia 2,000 USD
        earmark: softly sahel
        part: 2025 1,000 USD
        part: 2026 1,000 USD
      2025-04-01 expenditure L mali/food 150 USD
      2026-01-15 amendment L/1
        limit: 200 USD on mali

      """)
    #expect(report.solution.hardGap == 1_950_00)
  }

  @Test func `what other years moved within a limit from a place in it counts once`() throws {
    let report = try gap(
      of: "mali",
      """
      2025-01-01 opening asset:bank 5,000 USD
      2025-02-01 agreement L alpia 2,000 USD
        earmark: earmarked mali
        part: 2025 1,000 USD
        part: 2026 1,000 USD
        limit: 300 USD on mali
      2025-03-01 allocation L mali/food 200 USD

      """)
    #expect(report.solution.hardGap == 1_900_00)
  }

  @Test func `goods that were used at a scope without a line are of use below it alone`() throws {
    let report = try gap(
      of: "sahel",
      """
      2026-01-06 requirement niger 1,500 USD
        tags: in-kind yes
      2026-02-01 agreement G alpia 10 USD
        earmark: softly sahel
      2026-02-02 in-kind G 900 USD
      2026-03-02 in-kind-used G mali 900 USD

      """)
    #expect(try #require(report.solution.lines.first { $0.id == "niger/*" }).leastGap == 490_00)
    #expect(try #require(report.solution.lines.first { $0.id == "mali/food" }).leastGap == 90_00)
  }

  @Test func `what cannot be used where it lies is not held there`() throws {
    let report = try gap(
      of: "mali",
      """
      2026-02-01 agreement P alpia 100 USD
        earmark: tightly mali/food
        period: 2026-01-01..2026-06-30
      2026-02-01 agreement K alpia 100 USD
        earmark: tightly mali/food
        limit: 30 USD on mali/food
      2026-02-01 agreement G alpia 10 USD
        earmark: tightly mali/health
      2026-02-02 in-kind G 50 USD

      """)
    #expect(report.gap.held["mali/food"] == 30_00)
    #expect(report.gap.held["mali/health"] == 10_00)
  }

  @Test func `what was taken over of what other years moved counts once under a limit`() throws {
    let report = try gap(
      of: "sahel",
      """
      2025-01-01 opening asset:bank 5,000 USD
      2025-02-01 agreement L alpia 1,000 USD
        earmark: softly sahel
        limit: 200 USD on mali
      2025-03-01 allocation L mali/food 150 USD
      2025-04-01 expenditure L mali/food 100 USD
      2025-12-31 carry-over L mali/food 50 USD
      2025-12-31 carry-over L sahel 850 USD

      """)
    // Of mali/food 50 and 50 more for Mali, 800 for Niger.
    #expect(report.solution.hardGap == 3_000_00 - 100_00 - 800_00)
  }

  @Test func `a plan under a limit of several years is posted as it is`() throws {
    let allocations = try SmallGap(
      """
      2025-01-01 opening asset:bank 5,000 USD
      2025-02-01 agreement L alpia 2,000 USD
        earmark: softly sahel
        part: 2025 1,000 USD
        part: 2026 1,000 USD
        limit: 200 USD on mali
      2025-03-01 allocation L mali/food 150 USD

      """
    ).allocations()
    let sums = allocations.reduce(into: [String: Int64]()) {
      $0[$1.scope.text == "niger/food" ? "niger" : "mali", default: 0] += $1.amount.minorUnits
    }
    #expect(sums == ["mali": 50_00, "niger": 950_00])
  }

  @Test func `pledges above take part in the last rung`() throws {
    var gap = try SmallGap(
      """
      2026-02-01 pledge P alpia 300 USD
        earmark: softly sahel

      """)
    gap.request.scope = "mali"
    gap.request.showsLadder = true
    let rungs = try gap.report().rungs
    #expect(rungs.map(\.hardGap.minorUnits) == [2_000_00, 2_000_00, 2_000_00, 1_700_00])
  }

  @Test func `once its days are over, money that was moved to no line is stranded`() throws {
    let report = try gap(
      of: "sahel",
      """
      2026-02-01 agreement P alpia 100 USD
        earmark: softly sahel
        period: 2026-01-01..2026-06-30
      2026-02-02 allocation P mali 60 USD

      """)
    #expect(report.solution.stranded == 100_00)
    #expect(report.reasons.count == 2)
  }

  @Test func `what was moved to a scope is used before what may go there`() throws {
    var gap = try SmallGap(
      """
      2026-01-06 requirement mali/schools 100 USD
        tags: population hosts
      2026-01-06 requirement mali/schools 1,000 USD
        tags: population refugees
      2026-02-01 agreement L alpia 2,400 USD
        earmark: earmarked mali
      2026-03-01 allocation L mali/schools 1,100 USD

      """)
    gap.request.scope = "mali"
    let allocations = try gap.allocations()
    #expect(Set(allocations.map(\.scope.text)) == ["mali/food", "mali/health"])
  }
}
