public import Bookkeeping
public import Monetary

/// A ceiling on what of an agreement may go to a scope.
public struct SubLimit: Hashable, Sendable {
  /// At most this much, in the agreement's currency.
  public let amount: Money
  /// Of what goes to this scope and below.
  public let scope: ScopePath

  /// Makes a ceiling.
  public init(_ amount: Money, on scope: ScopePath) {
    self.amount = amount
    self.scope = scope
  }
}

/// What an amendment makes of the ceiling on a scope: another one, or none.
public struct LimitChange: Hashable, Sendable {
  /// At most this much from now on, in the agreement's currency; nil where there is no ceiling any more.
  public let amount: Money?
  /// Of what goes to this scope and below.
  public let scope: ScopePath

  /// Makes a change; without an amount it lifts the ceiling.
  public init(_ amount: Money?, on scope: ScopePath) {
    self.amount = amount
    self.scope = scope
  }
}

/// What an amendment makes of ceilings, and since when.
public struct DatedLimitChanges: Hashable, Sendable {
  /// The first day.
  public let since: CalendarDate
  /// The ceilings that it states or lifts.
  public let changes: [LimitChange]
}

extension [SubLimit] {
  /// Takes in what an amendment makes of them: a ceiling that it states takes the place of that on the scope.
  mutating func amend(by changes: [LimitChange]) {
    for change in changes {
      let place = firstIndex { $0.scope == change.scope }
      let limit = change.amount.map { SubLimit($0, on: change.scope) }
      switch (place, limit) {
      case (let place?, let limit?): self[place] = limit
      case (let place?, nil): remove(at: place)
      case (nil, let limit?): append(limit)
      case (nil, nil): break
      }
    }
  }
}

extension AgreementState {
  /// The ceilings agreed for what is used on `day`, as amended on or before it; one a scope.
  public func limits(on day: CalendarDate) -> [SubLimit] {
    var limits = agreement.terms.limits
    for amendment in limitChanges where amendment.since <= day {
      limits.amend(by: amendment.changes)
    }
    return limits
  }

  /// The lowest ceiling of each scope on `day` or any later one: what is used on the day stays used.
  func lowestLimits(from day: CalendarDate) -> [SubLimit] {
    var lowest = limits(on: day)
    for later in limitChanges where later.since > day {
      for limit in limits(on: later.since) {
        guard let place = lowest.firstIndex(where: { $0.scope == limit.scope }) else {
          lowest.append(limit)
          continue
        }
        if limit.amount.minorUnits < lowest[place].amount.minorUnits { lowest[place] = limit }
      }
    }
    return lowest
  }

  /// Takes in what an amendment of `day` makes of ceilings; of one day, the later one holds.
  mutating func agree(on changes: [LimitChange], from day: CalendarDate) {
    guard !changes.isEmpty else { return }
    limitChanges.insert(
      DatedLimitChanges(since: day, changes: changes),
      at: limitChanges.firstIndex { $0.since > day } ?? limitChanges.endIndex)
  }
}
