public import Bookkeeping
public import Diagnostics
public import Monetary

/// What only one fact of a ledger may state, so that a second one is told where the first is.
public enum UniqueStatement: Hashable, Sendable {
  /// The ledger's head.
  case ledger
  /// The declaration of a scope or a situation.
  case place(ScopePath)
  /// The declaration of a donor.
  case donor(DonorID)
  /// The declaration of an account.
  case account(AccountCode)
  /// What a fact is called: its identifier, and the reference of an agreement, a pledge, an amendment or
  /// unidentified money.
  case name(String)
  /// A requirement's first version.
  case requirement(Requirement.Key)
  /// A spending plan of a scope and a year that begins on a day.
  case spendingPlan(ScopePath, BudgetYear, day: CalendarDate)
  /// A table's rate of two currencies on a day.
  case rate(quote: Currency, base: Currency, table: RateTableName, day: CalendarDate)

  /// What `fault` says of `fact` that another has stated before; nil for faults that say nothing such.
  ///
  /// Rates that name no table are of the ledger's `own`.
  public init?(repeatedIn fact: Fact, by fault: Fault, own: RateTableName) {
    switch fault.code {
    case .referenceDuplicate, .factDuplicate: self = .name(fault.values[0])
    case .donorAlias, .donorNamesake:
      guard let first = DonorID(fault.values[2]) else { return nil }
      self = .donor(first)
    case .ledgerDuplicate, .scopeDuplicate, .donorDuplicate, .accountDuplicate, .requirementExists,
      .planExists, .rateKnown, .rateDiffers:
      guard let stated = UniqueStatement(in: fact, own: own) else { return nil }
      self = stated
    default: return nil
    }
  }

  /// What `fact` itself states, its name left out; nil where others may state the same.
  private init?(in fact: Fact, own: RateTableName) {
    switch fact.event {
    case .ledger: self = .ledger
    case .scope(let scope): self = .place(scope.path)
    case .situation(let situation): self = .place(situation.path)
    case .donor(let donor): self = .donor(donor.id)
    case .account(let account): self = .account(account)
    case .requirement(let requirement): self = .requirement(requirement.key)
    case .spendingPlan(let plan): self = .spendingPlan(plan.scope, plan.year, day: fact.date)
    case .rate(let rate) where rate.revises == nil:
      self = .rate(quote: rate.quote, base: rate.base, table: rate.table ?? own, day: fact.date)
    default: return nil
    }
  }

  /// All that `fact`, which is called `id`, states and no other may state; rates that name no table are of the
  /// ledger's `own`.
  public static func all(of fact: Fact, id: FactID, own: RateTableName) -> [UniqueStatement] {
    let reference = fact.reference.flatMap { fact.bears($0) ? $0 : nil }
    let names = [reference?.text, id.text].compactMap(\.self).map(UniqueStatement.name)
    return [UniqueStatement(in: fact, own: own)].compactMap(\.self) + names
  }
}

extension Book {
  /// Which of the facts so far, counted from 0, has stated what `fault` says that `fact` states again; nil where
  /// none has.
  /// - Complexity: O(*n*) in the facts, for faults that say so.
  public func firstIndex(beforeRepeating fact: Fact, by fault: Fault) -> Int? {
    guard let repeated = UniqueStatement(repeatedIn: fact, by: fault, own: head.rates) else {
      return nil
    }
    return posted.inOrder.firstIndex {
      UniqueStatement.all(of: $0.fact, id: $0.id, own: head.rates).contains(repeated)
    }
  }
}
