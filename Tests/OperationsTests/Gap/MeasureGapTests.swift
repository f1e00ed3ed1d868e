import Bookkeeping
import Foundation
import Funding
import Interchange
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

/// The gap of ledgers whose money was moved, spent, limited or excepted, in both forms of a ledger.
@Suite struct MeasureGapTests {
  /// A region of two countries whose lines each ask for a thousand dollars.
  private static let region = """
    ledger "Region"
      currency: USD
      rates: UNORE

    2026-01-01 scope sahel "Sahel"
      kind: region

    2026-01-01 scope mali "Mali"
      kind: operation
      parent: sahel

    2026-01-01 scope mali/food "Food"

    2026-01-01 scope mali/health "Health"

    2026-01-01 scope mali/protection "Protection"

    2026-01-01 scope niger "Niger"
      kind: operation
      parent: sahel

    2026-01-01 scope niger/food "Food"

    2026-01-01 donor alpia "Alpia"

    2026-01-01 donor brisa "Brisa"

    2026-01-01 requirement mali/food 1,000 USD
      tags: in-kind yes

    2026-01-01 requirement mali/health 1,000 USD

    2026-01-01 requirement niger/food 1,000 USD
      tags: in-kind yes


    """

  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  /// The region with more directives, as a text and as a store.
  private func paths(_ directives: String) throws -> [String] {
    let number = try FileManager.default.contentsOfDirectory(atPath: folder.path).count
    let text = folder.file("region\(number).bursar")
    let store = folder.file("region\(number).ledger")
    try WriteFile.replace(text, with: Array((Self.region + directives).utf8))
    _ = try InitialiseLedger(at: store, by: "ada", on: Self.now).make(from: text)
    return [text, store]
  }

  private static let now = instant("2026-09-30T09:00:00Z")

  private func measure(_ scope: String, flexible: Bool = false) -> MeasureGap {
    var measure = MeasureGap(scope: scope, asOf: day("2026-09-30"))
    measure.takesFlexible = flexible
    return measure
  }

  /// The gap in whole dollars, the same in both forms.
  private func gap(
    _ directives: String, of scope: String = "sahel", flexible: Bool = false
  ) throws -> GapReport {
    let reports = try paths(directives).map { path in
      try measure(scope, flexible: flexible).report(of: OpenLedger.reading(path))
    }
    #expect(reports[0].solution == reports[1].solution)
    return reports[0]
  }

  private func line(_ id: String, of report: GapReport) throws -> GapSolution.Line {
    try #require(report.solution.lines.first { $0.id == id })
  }

  private static let soft = """
    2026-02-01 agreement L alpia 1,500 USD
      earmark: softly sahel


    """

  @Test func `money moved to a scope without a line stays there and may go on below`() throws {
    let moved = Self.soft + "2026-03-01 allocation L mali 1,500 USD\n"
    let all = try gap(moved)
    #expect(all.solution.hardGap == 1500_00)
    #expect(try line("niger/food", of: all).leastGap == 1000_00)
    #expect(try line("niger/food", of: all).funded == 0)
    let mali = try gap(moved, of: "mali")
    #expect(mali.solution.hardGap == 500_00)
    #expect(mali.solution.stranded == 0)
  }

  @Test func `what was spent of money above is posted, and not ahead of it`() throws {
    let spent =
      Self.soft + """
        2026-02-02 receipt L 1,500 USD
          to: asset:bank

        2026-03-01 expenditure L mali/health 600 USD
          from: asset:bank

        """
    let mali = try gap(spent, of: "mali")
    #expect(mali.solution.hardGap == 1400_00)
    #expect(mali.gap.advances.isEmpty)
    #expect(try line("mali/health", of: mali).posted == 600_00)
    let all = try gap(spent)
    #expect(all.solution.hardGap == 1500_00)
    #expect(try line("mali/health", of: all).posted == 600_00)
  }

  @Test func `money at lines that tags tell apart is at the one it is for`() throws {
    let report = try gap(
      """
      2026-01-01 requirement mali/protection 500 USD
        tags: population displaced

      2026-01-01 requirement mali/protection 500 USD
        tags: population refugees

      2026-02-01 agreement D alpia 500 USD
        earmark: earmarked mali
        require: population refugees

      2026-02-01 agreement E alpia 500 USD
        earmark: earmarked mali
        require: population displaced

      2026-03-01 allocation D mali/protection 500 USD

      """)
    #expect(report.solution.hardGap == 3000_00)
    #expect(report.solution.stranded == 0)
    #expect(try line("mali/protection population refugees", of: report).posted == 500_00)
    #expect(try line("mali/protection population displaced", of: report).funded == 500_00)
  }

  @Test func `money for any line of a scope is held by those that lack most together`() throws {
    let report = try gap(
      """
      2026-01-01 requirement mali/protection 500 USD
        tags: population displaced

      2026-01-01 requirement mali/protection 500 USD
        tags: population refugees

      2026-02-01 agreement F alpia 800 USD
        earmark: tightly mali/protection

      """)
    #expect(report.gap.held.filter { $0.key.hasPrefix("mali/prot") }.values.reduce(0, +) == 800_00)
    #expect(report.grossGap == (try money("3,200 USD")))
  }

  @Test func `money for a scope without lines is held by the line above it`() throws {
    let report = try gap(
      """
      2026-01-01 requirement mali 3,000 USD

      2026-02-01 agreement E alpia 150 USD
        earmark: tightly mali/protection

      """)
    #expect(report.gap.held["mali/*"] == 150_00)
    #expect(try report.grossGap == money("3,850 USD"))
  }

  @Test func `parts of two donors are called by them`() throws {
    let report = try gap(
      """
      2026-02-01 agreement T alpia 300 USD
        part: 2026 100 USD earmarked mali
        part: 2026 200 USD earmarked mali by brisa

      """)
    #expect(
      report.solution.contributions.map(\.id) == ["T at mali by alpia", "T at mali by brisa"])
  }

  @Test func `goods keep what their donor excepts, and what was used of them above is there`()
    throws
  {
    let goods = """
      2026-02-01 agreement G alpia 1,500 USD
        earmark: softly sahel except mali

      2026-02-02 in-kind G 1,500 USD

      """
    let report = try gap(goods)
    #expect(report.solution.lines.first { $0.id == "mali/food" }?.leastGap == 1000_00)
    #expect(report.solution.hardGap == 2000_00)
  }

  @Test(arguments: [
    ("mali/protection", "mali", false, Int64(1400_00)), ("mali", "mali", false, 1900_00),
    ("mali", "mali/health", true, 900_00),
  ])
  func `a limit binds the scope it names, whatever is asked about`(
    limited: String, asked: String, flexible: Bool, hardGap: Int64
  ) throws {
    let report = try gap(
      """
      2026-02-01 agreement K alpia 600 USD
        earmark: \(asked == "mali" ? "earmarked mali" : "softly sahel")
        limit: 100 USD on \(limited)

      """, of: asked, flexible: flexible)
    #expect(report.solution.hardGap == hardGap)
  }

  @Test func `an amendment sets and lifts limits from its day on`() throws {
    func hardGap(_ limit: String) throws -> Int64 {
      let report = try gap(
        """
        2026-02-01 agreement K alpia 600 USD
          earmark: earmarked mali
          limit: 100 USD on mali

        2026-05-01 amendment K/1
          amount: +200 USD
          limit: \(limit)


        """, of: "mali")
      return report.solution.hardGap
    }
    // The limit on the whole of Mali stays where another scope is spoken of.
    #expect(try hardGap("50 USD on mali/food") == 1900_00)
    #expect(try hardGap("700 USD on mali") == 1300_00)
    #expect(try hardGap("none on mali") == 1200_00)
  }

  @Test func `places of one agreement share its limit`() throws {
    let report = try gap(
      """
      2026-02-01 agreement C alpia 2,000 USD
        part: 2026 1,000 USD softly sahel
        part: 2026 1,000 USD earmarked mali
        limit: 100 USD on mali/food

      """)
    #expect(try line("mali/food", of: report).leastGap == 900_00)
    #expect(report.solution.hardGap == 1000_00)
  }

  @Test func `goods of an earlier year are there until they are used`() throws {
    let goods = """
      2025-02-01 agreement G alpia 10 USD
        earmark: earmarked mali
      2025-03-01 in-kind G 300 USD
      2025-04-01 in-kind-used G mali/food 60 USD

      """
    let used = goods + "2026-02-01 in-kind-used G mali/food 200 USD\n"
    for text in [goods, used] {
      let report = try SmallGap(text).report()
      #expect(report.solution.hardGap == 2_760_00)
      #expect(try line("mali/food", of: report).leastGap == 760_00)
    }
    let report = try SmallGap(used + "2026-01-15 in-kind G 50 USD\n").report()
    #expect(report.solution.hardGap == 2_710_00)
    #expect(try line("mali/food", of: report).posted == 200_00)
  }

  @Test func `a period that an amendment extends bars the money no more`() throws {
    var gap = try SmallGap(
      """
      2026-02-01 agreement P alpia 100 USD
        earmark: earmarked mali
        period: 2026-01-01..2026-06-30
      2026-07-15 amendment P/1
        period: 2026-01-01..2026-12-31
      """)
    #expect(try gap.report().reasons == [:])
    gap.request.asOf = day("2026-07-14")
    #expect(Array(try gap.report().reasons.keys) == ["P"])
  }

  @Test func `a period in another year bars the money`() throws {
    let report = try gap(
      """
      2026-02-01 agreement P alpia 700 USD
        earmark: softly sahel
        period: 2027-01-01..2027-12-31

      """)
    #expect(report.solution.stranded == 700_00)
    let period = try #require(DateInterval(day("2027-01-01"), day("2027-12-31")))
    #expect(report.reasons["P"] == .period(period))
  }

  @Test(arguments: ["0.8", "0.9", "0.83", "0.77", "1.31", "560"])
  func `a plan is posted to the last unit, whatever the rate`(rate: String) throws {
    let store = try paths(
      """
      2026-01-02 rate CHF \(rate) per USD

      2026-02-01 agreement H alpia 100 CHF
        earmark: softly sahel
        limit: 33.34 CHF on niger

      2026-02-01 agreement J alpia 1,000 CHF
        earmark: earmarked mali

      """)[1]
    let request = AllocateFunds(
      measure("sahel"), command: "allocate", by: "ada", at: Self.now)
    let before = try measure("sahel").report(of: OpenLedger.reading(store)).solution.hardGap
    _ = try request.post(in: store)
    let ledger = try OpenLedger.reading(store)
    #expect(try measure("sahel").report(of: ledger).solution.hardGap == before)
    let facts = try ledger.identifiers(of: [.allocation])
    _ = try request.post(in: store)
    #expect(try OpenLedger.reading(store).identifiers(of: [.allocation]) == facts)
    let moved = try ledger.facts(of: [.allocation]).reduce(Int64(0)) { sum, named in
      guard case .allocation(let allocation) = named.fact.event else { return sum }
      return sum + allocation.amount.minorUnits
    }
    #expect(moved == 1100_00)
  }

  @Test func `what was spent counts into what is allocated`() throws {
    let store = try paths(
      Self.soft + """
        2026-02-02 receipt L 1,500 USD
          to: asset:bank

        2026-03-01 expenditure L mali/health 300 USD
          from: asset:bank

        """)[1]
    let request = AllocateFunds(
      measure("sahel"), command: "allocate", by: "ada", at: Self.now)
    _ = try request.post(in: store)
    let ledger = try OpenLedger.reading(store)
    let moved = try ledger.facts(of: [.allocation]).compactMap { named in
      if case .allocation(let allocation) = named.fact.event { allocation } else { nil }
    }
    #expect(
      Dictionary(uniqueKeysWithValues: moved.map { ($0.scope.text, $0.amount) }) == [
        "mali/food": try money("500 USD"), "mali/health": try money("500 USD"),
        "niger/food": try money("500 USD"),
      ])
  }
}
