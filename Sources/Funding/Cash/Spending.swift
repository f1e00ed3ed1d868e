public import Bookkeeping
public import Monetary

/// Money spent on a budget line, against an agreement or from the general fund.
public struct Expenditure: Hashable, Sendable {
  /// The agreement charged; nil means the general fund.
  public let agreement: Reference?
  /// The budget line.
  public let scope: ScopePath
  /// How much, in the currency it was paid in; positive.
  public let amount: Money
  /// The expense account.
  public var account: AccountCode
  /// What it was paid from: a bank account, or what is owed.
  public var source: AccountCode
  /// The budget year; nil means that of its date.
  public var year: BudgetYear?
  /// What for, in words.
  public var purpose: String?
  /// The obligation that it pays out on: the fact that made it.
  public var obligation: FactID?
  /// Why more may be spent than is available, if it may.
  public var overspend: String?

  /// Makes an expenditure on `scope` from the default bank account.
  public init(_ agreement: Reference?, scope: ScopePath, amount: Money) {
    self.agreement = agreement
    self.scope = scope
    self.amount = amount
    account = .programme
    source = .bank
  }
}

/// Money moved from where it lies to a budget line.
public struct Allocation: Hashable, Sendable {
  /// The agreement whose money moves.
  public let agreement: Reference
  /// The line it moves to.
  public let scope: ScopePath
  /// How much, in the agreement's currency; positive.
  public let amount: Money
  /// The place it is taken from; nil means the parts' own places.
  public var source: ScopePath?
  /// The budget year; nil means that of its date.
  public var year: BudgetYear?
  /// The part it is taken from; nil spreads it over the parts that may reach the line.
  public var part: PartSelector?

  /// Makes an allocation.
  public init(_ agreement: Reference, to scope: ScopePath, amount: Money) {
    self.agreement = agreement
    self.scope = scope
    self.amount = amount
  }
}

/// Money of an agreement taken into a later budget year.
public struct CarryOver: Hashable, Sendable {
  /// The agreement.
  public let agreement: Reference
  /// The budget line.
  public let scope: ScopePath
  /// How much, in the agreement's currency.
  public let amount: Money
  /// The year it is taken into; nil means the one after that of its date.
  public let toYear: BudgetYear?

  /// Makes a carry-over.
  public init(_ agreement: Reference, scope: ScopePath, amount: Money, toYear: BudgetYear? = nil) {
    self.agreement = agreement
    self.scope = scope
    self.amount = amount
    self.toYear = toYear
  }
}

/// Money committed to a partner and not yet paid out.
public struct Obligation: Hashable, Sendable {
  /// The agreement.
  public let agreement: Reference
  /// The budget line.
  public let scope: ScopePath
  /// How much.
  public let amount: Money

  /// Makes an obligation.
  public init(_ agreement: Reference, scope: ScopePath, amount: Money) {
    self.agreement = agreement
    self.scope = scope
    self.amount = amount
  }
}

/// Goods delivered at a stated value.
public struct InKindGift: Hashable, Sendable {
  /// The agreement.
  public let agreement: Reference
  /// What they are worth.
  public let amount: Money

  /// Makes a gift.
  public init(_ agreement: Reference, amount: Money) {
    self.agreement = agreement
    self.amount = amount
  }
}

/// Goods of an agreement used on a budget line.
public struct LineUse: Hashable, Sendable {
  /// The agreement.
  public let agreement: Reference
  /// The budget line.
  public let scope: ScopePath
  /// What they were worth.
  public let amount: Money

  /// Makes a use.
  public init(_ agreement: Reference, scope: ScopePath, amount: Money) {
    self.agreement = agreement
    self.scope = scope
    self.amount = amount
  }
}
