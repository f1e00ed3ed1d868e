/// What kind of thing an account counts; its name begins the account's code.
public enum AccountType: String, CaseIterable, Hashable, Sendable {
  /// What is owned or owed to us: cash, receivables, inventory.
  case asset
  /// What is owed to others.
  case liability
  /// What is left of assets after liabilities, and the exchange account.
  case netAsset = "net-asset"
  /// What donors gave.
  case revenue
  /// What was spent.
  case expense
  /// What was requested, and how much of it is funded.
  case budget
  /// What is noted without being money yet: promises, states of recording.
  case memorandum

  /// The side on which the account grows.
  public var normalSide: Side {
    switch self {
    case .asset, .expense: .debit
    case .liability, .netAsset, .revenue: .credit
    case .budget, .memorandum: .debit
    }
  }
}
