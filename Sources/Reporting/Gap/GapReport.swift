public import Bookkeeping
public import Funding
public import Monetary

/// The gap of a scope and a year: what a total hides, what no money can fill, and what cannot be used.
public struct GapReport: Sendable {
  /// What counting more or less of the money comes to.
  public struct Rung: Hashable, Sendable {
    /// What is counted, for people.
    public let name: String
    /// What of it can be used.
    public let funded: Money
    /// What it cannot fill.
    public let hardGap: Money
    /// What of it cannot be used.
    public let stranded: Money

    /// Makes a rung.
    public init(_ name: String, funded: Money, hardGap: Money, stranded: Money) {
      self.name = name
      self.funded = funded
      self.hardGap = hardGap
      self.stranded = stranded
    }
  }

  /// What the report shows beside its figures.
  public struct Detail: Hashable, Sendable {
    /// Every line.
    public var lines = false
    /// The proofs.
    public var certificates = false

    /// Shows neither.
    public init() {}
  }

  /// The scope or situation.
  public let scope: ScopePath
  /// The budget year.
  public let year: BudgetYear
  /// By when money counts.
  public let basis: FundingBasis
  /// What the ledger calls things.
  public let names: LedgerNames
  /// What was requested.
  public let requested: Money
  /// What lies in the scope: requested less this is the net gap, as the summary has it.
  public let funded: Money
  /// What lies above the scope of each agreement of which something may reach it, and takes no part; none of
  /// agreements of which nothing does.
  let above: [Reference: Money]
  /// The problem.
  public let gap: LedgerGap
  /// Its solution.
  public let solution: GapSolution
  /// Why what is stranded is, by contribution.
  public let reasons: [String: StrandedReason]
  /// What other countings come to; empty where they were not asked for.
  public let rungs: [Rung]
  /// What the report was made from.
  public let stamp: ReportStamp

  /// Makes the report of a problem that a ledger's `material` made, and that was solved.
  /// - Throws: `.sumOverflow` where a sum is beyond what can be counted.
  public init(
    _ material: GapMaterial, names: LedgerNames, gap: LedgerGap, solver: GapSolver, rungs: [Rung],
    stamp: ReportStamp
  ) throws(MoneyError) {
    let position = FundingPosition(material.rows)
    scope = material.area.path
    year = material.year
    basis = material.basis
    self.names = names
    requested = try Money(sum: position[.requested].book, of: names.head.currency)
    funded = try Money(sum: position.funded(on: basis).book, of: names.head.currency)
    var above: [Reference: Money] = [:]
    if !material.takesFlexible {
      for (reference, rows) in Dictionary(grouping: material.above, by: \.reference) {
        guard let reference else { continue }
        above[reference] = try Money(
          sum: FundingPosition(rows).funded(on: basis).book, of: names.head.currency)
      }
    }
    self.above = above
    self.gap = gap
    self.rungs = rungs
    self.stamp = stamp
    let solution = solver.solution()
    self.solution = solution
    var reasons: [String: StrandedReason] = [:]
    for contribution in solution.contributions where contribution.left > 0 {
      reasons[contribution.id] = gap.reason(for: contribution, in: solver, solution)
    }
    self.reasons = reasons
  }

  /// The book currency.
  public var currency: Currency { requested.currency }

  /// What is missing line by line, over those that lack something, by what lies or was spent there.
  public var grossGap: Money {
    money(
      solution.lines.reduce(0) { $0 + max(0, $1.required - (gap.held[$1.id] ?? 0)) })
  }

  /// An amount of the solution.
  func money(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, of: currency) }
}
