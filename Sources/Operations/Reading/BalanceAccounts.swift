public import Funding
public import Monetary
public import Reporting

/// The trial balance of a ledger on a day.
public struct BalanceAccounts: Hashable, Sendable {
  /// The day up to which entries count.
  public var asOf: CalendarDate
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?
  /// How accounts are brought together.
  public var grouping: TrialBalance.Grouping

  /// Asks for the balance on `asOf`.
  public init(
    asOf: CalendarDate, known: Instant? = nil,
    grouping: TrialBalance.Grouping = TrialBalance.Grouping()
  ) {
    self.asOf = asOf
    self.known = known
    self.grouping = grouping
  }

  /// Makes the balance from `ledger`.
  /// - Throws: What reading the ledger throws.
  public func balance(of ledger: some Ledger) throws -> TrialBalance {
    TrialBalance(
      try ledger.balances(asOf: asOf, known: known, byFund: grouping.byFund),
      bookCurrency: ledger.names.head.currency,
      grouping: grouping, stamp: try ledger.stamp(asOf: asOf, known: known))
  }
}
