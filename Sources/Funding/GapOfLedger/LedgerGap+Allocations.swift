import Bookkeeping
import Monetary

extension LedgerGap {
  /// An allocation that a plan proposes.
  public struct Proposal: Hashable, Sendable {
    /// The contribution of the problem.
    public let contribution: String
    /// The line of the problem.
    public let line: String
    /// What it is in the book currency.
    public let book: Int64
    /// The allocation.
    public let allocation: Allocation
  }

  /// What of a plan can be posted as allocations: money of agreements that does not lie at the line already.
  ///
  /// Amounts are in the agreements' own currencies, at their frozen rates, rounded half to even and no more
  /// than lies there; an amount too small for a minor unit is left out. Goods, pledges, and money of earlier
  /// years are no part of it.
  public func proposals(_ plan: AllocationPlan) -> [Proposal] {
    var alike: [Reference: Int] = [:]
    for source in sources.values where source.agreed != nil {
      alike[source.reference, default: 0] += 1
    }
    return plan.items.compactMap { item in
      guard let source = sources[item.contribution], let agreed = source.agreed,
        !source.isInKind, !source.isPledge, let place = source.place,
        let line = lines[item.line], line.scope.scope != place, agreed.book > 0
      else { return nil }
      let units = Share.of(
        agreed.own.minorUnits, part: min(item.amount, agreed.book), whole: agreed.book)
      guard units > 0 else { return nil }
      var allocation = Allocation(
        source.reference, to: line.scope.scope,
        amount: Money(minorUnits: units, of: agreed.own.currency))
      allocation.year = year
      if alike[source.reference] ?? 0 > 1 {
        allocation.part = PartSelector(year: year, scope: place)
      }
      return Proposal(
        contribution: item.contribution, line: item.line, book: item.amount,
        allocation: allocation)
    }
  }

  private var year: BudgetYear { material.year }
}
