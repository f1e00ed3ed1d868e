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

  /// What a plan gives to a line, and no allocation can bring there.
  public struct Withheld: Hashable, Sendable {
    /// Why it stays where it is.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
      /// Goods are used, and not allocated.
      case goods
      /// What is promised is nowhere yet.
      case pledge
      /// Money of an earlier year stays at the line to which it was taken.
      case carriedIn = "carried-in"
      /// All of it was taken into a later year.
      case carriedOn = "carried-on"
      /// It may be used below the line alone, and counts there as it lies.
      case above
    }

    /// The contribution of the problem.
    public let contribution: String
    /// The line of the problem.
    public let line: String
    /// How much in the book currency, in minor units; positive.
    public let book: Int64
    /// Why.
    public let reason: Reason
  }

  /// What of a plan cannot be posted as allocations, in the order of the plan; what lies at its line already needs
  /// none, and is no part of it.
  public func withheld(_ plan: AllocationPlan) -> [Withheld] {
    plan.items.compactMap { item in
      guard let source = sources[item.contribution], let scope = lines[item.line]?.scope.scope,
        scope != source.place, let reason = reason(keeping: source, from: scope)
      else { return nil }
      return Withheld(
        contribution: item.contribution, line: item.line, book: item.amount, reason: reason)
    }
  }

  /// Why money of a source cannot be moved to a scope; nil where it can.
  private func reason(keeping source: Source, from scope: ScopePath) -> Withheld.Reason? {
    if source.isInKind { return .goods }
    if source.isPledge { return .pledge }
    guard let lying = source.lying, let place = source.place else { return .carriedIn }
    guard lying.movable.isPositive else { return .carriedOn }
    return mayMove(source.reach, from: place, to: scope) ? nil : .above
  }

  /// What of a plan can be posted as allocations: money of agreements that does not lie at the line already.
  ///
  /// What was spent at a line and never moved there is moved with it, by whichever part of the agreement. Amounts are in the agreements' own
  /// currencies, at their frozen rates: all that a contribution gives is rounded once, half to even, and split
  /// by largest remainder; no limit is passed. A single minor unit, which rounding may have left, is left
  /// out, and so is what is ``withheld(_:)``.
  public func proposals(_ plan: AllocationPlan) -> [Proposal] {
    let rows = material.rows + material.above + material.elsewhere + material.otherYears
    let moved = Dictionary(grouping: rows.filter { $0.measure == .allocated }, by: \.reference)
    let all = plan.items + spentAhead(atLinesOf: plan)
    let items = Dictionary(grouping: all, by: \.contribution)
    var seen: Set<String> = []
    return all.map(\.contribution).filter { seen.insert($0).inserted }.flatMap { id in
      guard let source = sources[id] else { return [Proposal]() }
      return proposals(items[id] ?? [], of: source, moved: moved[source.reference] ?? [])
    }
  }

  /// Items of nothing for what was spent at lines of a plan, and not moved there, by contributions that the plan takes
  /// nothing of for that line, but of another part of their agreement: else what comes would stand for what was spent.
  private func spentAhead(atLinesOf plan: AllocationPlan) -> [AllocationPlan.Item] {
    let lines = Dictionary(grouping: plan.items) { sources[$0.contribution]?.reference }
      .mapValues { Set($0.map(\.line)) }
    let planned = Set(plan.items.map { [$0.contribution, $0.line] })
    return sources.sorted { $0.key < $1.key }.flatMap { id, source in
      (source.lying?.ahead ?? [:]).keys.sorted()
        .filter { lines[source.reference]?.contains($0) == true && !planned.contains([id, $0]) }
        .map { AllocationPlan.Item(id, $0, 0) }
    }
  }

  private func proposals(
    _ items: [AllocationPlan.Item], of source: Source, moved: [PositionRow]
  ) -> [Proposal] {
    guard let lying = source.lying, let place = source.place else { return [] }
    let moves = items.compactMap { item -> (line: String, scope: ScopePath, book: Int64)? in
      guard let scope = lines[item.line]?.scope.scope, scope != place,
        reason(keeping: source, from: scope) == nil
      else { return nil }
      let book = item.amount + (lying.ahead[item.line] ?? 0)
      return book > 1 ? (item.line, scope, book) : nil
    }
    let book = moves.reduce(0) { $0 + $1.book }
    guard book > 0, lying.book > 0 else { return [] }
    let share = Share.of(
      lying.own.minorUnits, part: min(book, lying.book), whole: lying.book)
    let units = min(share, lying.movable.minorUnits)
    let split = Money(minorUnits: units, of: lying.own.currency).allocated(by: moves.map(\.book))
    let amounts = within(
      terms[source.reference]?.limits ?? [], split, at: moves.map(\.scope), of: source, moved)
    let selector = terms[source.reference]?.selector(
      ofPartAt: lying.origin ?? place, directedAs: source, in: material.year, of: material.programme
    )
    return zip(moves, amounts).compactMap { move, amount in
      guard amount.isPositive else { return nil }
      var allocation = Allocation(source.reference, to: move.scope, amount: amount)
      allocation.year = material.year
      if lying.origin != nil { allocation.source = place }
      allocation.part = selector
      return Proposal(
        contribution: source.id, line: move.line, book: move.book, allocation: allocation)
    }
  }

  /// Whether money may be moved to a scope; to a line above where it may be used it cannot, and counts there
  /// as it lies.
  private func mayMove(_ reach: Reach?, from place: ScopePath, to scope: ScopePath) -> Bool {
    let programme = material.programme
    return programme.contains(scope, in: place)
      && (reach?.scopes.contains { programme.contains(scope, in: $0) } ?? true)
  }

  /// The amounts, less where an agreement's limits let less through to their scopes, beside what was `moved`.
  private func within(
    _ limits: [SubLimit], _ amounts: [Money], at scopes: [ScopePath], of source: Source,
    _ moved: [PositionRow]
  ) -> [Money] {
    let programme = material.programme
    var amounts = amounts
    for limit in limits
    where source.lying?.origin == nil
      || source.place.map({ !programme.contains($0, in: limit.scope) }) ?? true
    {
      let inside = scopes.indices.filter { programme.contains(scopes[$0], in: limit.scope) }
      let there = moved.filter { programme.contains($0.scope, in: limit.scope) }
        .movedTo { $0.amount.minorUnits }
      let sum = inside.reduce(0) { $0 + amounts[$1].minorUnits }
      let most = max(0, limit.amount.minorUnits - there)
      guard sum > most else { continue }
      let less = Money(minorUnits: most, of: limit.amount.currency)
        .allocated(by: inside.map { amounts[$0].minorUnits })
      for (index, amount) in zip(inside, less) { amounts[index] = amount }
    }
    return amounts
  }
}
