/// The left or the right of an account.
public enum Side: String, CaseIterable, Hashable, Sendable {
  /// Left: what an asset or an expense grows by.
  case debit
  /// Right: what a liability, net assets or revenue grow by.
  case credit

  /// The other side.
  public var opposite: Side { self == .debit ? .credit : .debit }

  /// `+1` for debit, `-1` for credit: balances are counted debits less credits.
  public var sign: Int128 { self == .debit ? 1 : -1 }
}
