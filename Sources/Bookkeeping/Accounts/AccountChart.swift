/// The accounts that a ledger knows, and whether it takes others.
public struct AccountChart: Hashable, Sendable {
  /// Whether an account must be declared before money is posted to it.
  public let mustBeDeclared: Bool
  /// The accounts declared so far.
  public private(set) var declared: Set<AccountCode>

  /// Makes an empty chart.
  public init(mustBeDeclared: Bool = false) {
    self.mustBeDeclared = mustBeDeclared
    self.declared = []
  }

  /// Adds `account`.
  /// - Returns: False if it was declared before.
  public mutating func declare(_ account: AccountCode) -> Bool {
    declared.insert(account).inserted
  }

  /// Whether a person may post to `account`: any account, or only declared ones and the rules' own.
  public func accepts(_ account: AccountCode) -> Bool {
    !mustBeDeclared || declared.contains(account) || Self.ofTheRules.contains(account)
  }

  private static let ofTheRules: Set<AccountCode> = [
    .bank, .receivable, .exchange, .opening, .contributions, .exchangeGain, .exchangeLoss,
    .bankCharges, .programme, .overpayments, .payables, .deferred, .refunds, .refundsDue,
    .writeOffs, .unapplied, .supportCost, .supportRecovered, .interfund, .inventory, .inKind,
  ]
}
