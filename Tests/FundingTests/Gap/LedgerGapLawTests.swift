import Bookkeeping
import Funding
import Monetary
import Testing

@testable import TestSupport

/// What holds for the gap of any ledger: its lines are those that are requested, and its money is what the
/// summary counts.
@Suite struct LedgerGapLawTests {
  /// The material of the whole programme in a year, after everything.
  private func material(
    of ledger: SampleLedger, in year: BudgetYear, _ basis: FundingBasis
  ) -> GapMaterial {
    let day = CalendarDate.latest
    var material = GapMaterial(
      Area(of: .global), year: year, on: day, basis: basis, in: ledger.book.programme)
    material.rows = ledger.rows.filter { $0.year == year }
    let reversed = Set(ledger.posted.compactMap(\.fact.target))
    material.lines = BudgetLine.all(
      from: ledger.posted.filter { !reversed.contains($0.id) }.map(\.fact), year: year,
      in: ledger.book.programme)
    material.carriedOn = ledger.rows.filter { $0.measure == .carriedIn && $0.year > year }
    material.agreements = ledger.posted.map(\.fact)
    return material
  }

  private func years(of ledger: SampleLedger) -> [BudgetYear] {
    Set(ledger.rows.map(\.year)).sorted()
  }

  @Test(arguments: BookLawTests.seeds)
  func `budget lines ask for what the books hold as requested there`(seed: UInt64) throws {
    let ledger = try BookLawTests.life(seed).ledger
    for year in years(of: ledger) {
      let lines = material(of: ledger, in: year, .recorded).lines
      let rows = ledger.rows.filter { $0.year == year && $0.measure == .requested }
      let requested = FundingPosition.grouped(rows, by: \.scope)
      let asked = Dictionary(grouping: lines, by: \.scope)
      for scope in Set(requested.keys).union(asked.keys) {
        let sum = (asked[scope] ?? []).reduce(Int128(0)) { $0 + Int128($1.required) }
        #expect(sum == requested[scope]?[.requested].book ?? 0, "\(scope) in \(year)")
      }
    }
  }

  @Test(arguments: BookLawTests.seeds, FundingBasis.allCases)
  func `contributions are what the summary counts as funded`(
    seed: UInt64, basis: FundingBasis
  ) throws {
    let ledger = try BookLawTests.life(seed).ledger
    for year in years(of: ledger) {
      let material = material(of: ledger, in: year, basis)
      let gap = LedgerGap(material)
      let money = gap.problem.contributions.reduce(Int128(0)) {
        gap.sources[$1.id] == nil ? $0 : $0 + Int128($1.amount)
      }
      #expect(money == FundingPosition(material.rows).funded(on: basis).book, "\(year)")
    }
  }

  @Test(arguments: BookLawTests.seeds)
  func `placing money well never leaves a greater gap than it has as it lies`(seed: UInt64) throws {
    let ledger = try BookLawTests.life(seed).ledger
    for year in years(of: ledger) {
      let gap = LedgerGap(material(of: ledger, in: year, .recorded))
      let gross = gap.lines.reduce(Int64(0)) {
        $0 + max(0, $1.value.required - (gap.held[$1.key] ?? 0))
      }
      #expect(try gross >= GapSolver(gap.problem).hardGap, "\(year)")
    }
  }

  @Test(arguments: BookLawTests.seeds)
  func `the gap of a ledger can be told, and its plan leaves it as it is`(seed: UInt64) throws {
    let ledger = try BookLawTests.life(seed).ledger
    for year in years(of: ledger) {
      let gap = LedgerGap(material(of: ledger, in: year, .recorded))
      let solver = try GapSolver(gap.problem)
      let solution = solver.solution()
      #expect(solution.required == solution.funded + solution.hardGap)
      var posted = gap.problem
      posted.postings += solver.plan().items.map {
        GapProblem.Posting($0.contribution, $0.line, $0.amount)
      }
      #expect(try GapSolver(posted).hardGap == solution.hardGap)
    }
  }

  @Test(arguments: BookLawTests.seeds)
  func `what a plan proposes can be posted, and then nothing is left to propose`(
    seed: UInt64
  ) throws {
    let life = try BookLawTests.life(seed).ledger
    // What was taken into a later year cannot be moved, which a plan does not know.
    let carried = Set(life.rows.filter { $0.measure == .carriedIn }.compactMap(\.reference))
    func gap(of ledger: SampleLedger, in year: BudgetYear) -> LedgerGap {
      var material = material(of: ledger, in: year, .recorded)
      material.rows.removeAll { $0.reference.map(carried.contains) == true }
      return LedgerGap(material)
    }
    for year in years(of: life) {
      var ledger = life
      let before = gap(of: ledger, in: year)
      let solver = try GapSolver(before.problem)
      let last = try #require(ledger.posted.map(\.fact.posted).max())
      let day = ledger.book.lock.firstOpenDay(from: last) ?? last
      for proposal in before.proposals(solver.plan()) {
        try ledger.post(Fact(day, .allocation(proposal.allocation)))
      }
      let after = gap(of: ledger, in: year)
      let again = try GapSolver(after.problem)
      #expect(again.hardGap == solver.hardGap, "\(year)")
      #expect(after.proposals(again.plan()).isEmpty, "\(year)")
    }
  }
}
