public import Bookkeeping
public import Monetary

/// Money requested for a scope and a budget year; all versions stay, the difference is posted.
public struct Requirement: Hashable, Sendable {
  /// How a version relates to the one before.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// States the total; there is none before it.
    case original
    /// States the new total.
    case revised
    /// States a signed increment.
    case supplementary

    /// The total after a version that states `amount`.
    func total<Amount: FixedWidthInteger>(after before: Amount, stating amount: Int64) -> Amount {
      self == .supplementary ? before + Amount(amount) : Amount(amount)
    }
  }

  /// What a requirement is for: its versions share it.
  public struct Key: Hashable, Sendable {
    /// The scope it was asked for.
    public let scope: ScopePath
    /// The budget year.
    public let year: BudgetYear
    /// What the money must be for beside the scope, such as a population.
    public let tags: [Tag]
  }

  /// Scope, year and tags.
  public let key: Key
  /// The new total, or the increment of a supplementary one; in the book currency.
  public let amount: Money
  /// How it relates to the version before.
  public let kind: Kind

  /// Makes a version of a requirement.
  public init(
    _ scope: ScopePath, year: BudgetYear, amount: Money, kind: Kind = .original, tags: [Tag] = []
  ) {
    key = Key(scope: scope, year: year, tags: tags.sorted())
    self.amount = amount
    self.kind = kind
  }
}
