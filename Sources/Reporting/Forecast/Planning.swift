import Bookkeeping
import Funding
import Monetary

/// What is planned for an area: the plan of each of its scopes or, where one has none, the plans below it.
struct Planning {
  private struct Key: Hashable {
    let scope: ScopePath
    let year: BudgetYear
  }

  private let roots: [ScopePath]
  private let programme: ProgrammeTree
  private let newest: [Key: Forecast.PlanInForce]

  /// What `facts` plan, in the order in which they applied: of one scope and year the one of the latest day.
  init(_ facts: [Fact], of area: Area, in programme: ProgrammeTree) {
    roots = area.roots
    self.programme = programme
    var newest: [Key: Forecast.PlanInForce] = [:]
    for fact in facts {
      guard case .spendingPlan(let plan) = fact.event else { continue }
      let key = Key(scope: plan.scope, year: plan.year)
      if let known = newest[key], known.since > fact.date { continue }
      newest[key] = Forecast.PlanInForce(plan: plan, since: fact.date)
    }
    self.newest = newest
  }

  /// What is planned for a month; nil where its year has no plan.
  /// - Throws: `.sumOverflow`.
  func planned(in month: AccountingMonth) throws(MoneyError) -> Money? {
    let amounts = plans(for: month.budgetYear).map { $0.plan.amount(in: month) }
    guard let first = amounts.first else { return nil }
    return try Money(
      sum: amounts.reduce(0) { $0 + Int128($1.minorUnits) }, of: first.currency)
  }

  /// The plans that count from the month of a day to another month, by year and scope.
  func plansInForce(
    through last: AccountingMonth, from day: CalendarDate
  ) -> [Forecast.PlanInForce] {
    let years = BudgetYear(of: day)...max(BudgetYear(of: day), last.budgetYear)
    return newest.keys.map(\.year).reduce(into: Set<BudgetYear>()) { $0.insert($1) }
      .filter(years.contains).sorted().flatMap { year in
        plans(for: year).sorted { $0.plan.scope < $1.plan.scope }
      }
  }

  private func plans(for year: BudgetYear) -> [Forecast.PlanInForce] {
    roots.flatMap { plans(at: $0, year) }
  }

  private func plans(at scope: ScopePath, _ year: BudgetYear) -> [Forecast.PlanInForce] {
    if let own = newest[Key(scope: scope, year: year)] { return [own] }
    return programme.children(of: scope).flatMap { plans(at: $0.path, year) }
  }
}

extension AccountingMonth {
  /// The budget year that the month is of.
  fileprivate var budgetYear: BudgetYear { BudgetYear(of: firstDay) }
}
