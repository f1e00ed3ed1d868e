public import Bookkeeping
public import Monetary

/// Money arriving against an agreement.
public struct Receipt: Hashable, Sendable {
  /// The agreement it settles.
  public let agreement: Reference
  /// How much of the agreement it settles, in the agreement's currency; positive.
  public let settled: Money
  /// What the bank booked, net of its charge; nil means the settled amount.
  public var bank: Money?
  /// The bank's account.
  public var account: AccountCode
  /// What the bank kept, in the currency it booked.
  public var charge: Money?
  /// The part it pays; nil fills the earliest year first.
  public var part: PartSelector?
  /// Whether more may arrive than is owed; the surplus is owed back.
  public var allowsOverpayment: Bool
  /// Whether somebody looked at it again, since it is far off the rates of its day.
  public var isConfirmed: Bool

  /// Makes a receipt of `settled` into the default bank account, without charge.
  public init(_ agreement: Reference, settled: Money) {
    self.agreement = agreement
    self.settled = settled
    account = .bank
    allowsOverpayment = false
    isConfirmed = false
  }
}

/// Money that arrived and that nobody can name yet.
public struct UnidentifiedReceipt: Hashable, Sendable {
  /// What it is called until it is matched.
  public let reference: Reference
  /// How much arrived.
  public let amount: Money
  /// The bank's account.
  public let account: AccountCode

  /// Makes an unidentified receipt.
  public init(_ reference: Reference, amount: Money, account: AccountCode = .bank) {
    self.reference = reference
    self.amount = amount
    self.account = account
  }
}

/// Unidentified money found to settle an agreement.
public struct Match: Hashable, Sendable {
  /// The unidentified receipt.
  public let unidentified: Reference
  /// The agreement it settles.
  public let agreement: Reference
  /// How much of the agreement, in its currency.
  public let settled: Money
  /// How much of the unidentified money is used, in the currency it came in; positive. Nil means as much as
  /// it settles or, in another currency than the agreement's, all that is left.
  public let bank: Money?
  /// Whether somebody looked at it again, since it is far off the rates of its day.
  public let isConfirmed: Bool

  /// Makes a match.
  public init(
    _ unidentified: Reference, agreement: Reference, settled: Money, bank: Money? = nil,
    isConfirmed: Bool = false
  ) {
    self.unidentified = unidentified
    self.agreement = agreement
    self.settled = settled
    self.bank = bank
    self.isConfirmed = isConfirmed
  }
}

/// A claim on a donor given up.
public struct WriteOff: Hashable, Sendable {
  /// The agreement.
  public let agreement: Reference
  /// How much of it, in its currency.
  public let amount: Money
  /// The part; nil takes the latest year first.
  public let part: PartSelector?
  /// Why, in words.
  public let reason: String?

  /// Makes a write-off.
  public init(
    _ agreement: Reference, amount: Money, part: PartSelector? = nil, reason: String? = nil
  ) {
    self.agreement = agreement
    self.amount = amount
    self.part = part
    self.reason = reason
  }
}

/// Money owed back to a donor.
public struct Refund: Hashable, Sendable {
  /// A payment of the refund.
  public struct Payment: Hashable, Sendable {
    /// The bank's value date.
    public let date: CalendarDate
    /// What left the account.
    public let amount: Money
    /// The account it left.
    public let account: AccountCode
    /// How much of the refund it settles, in the refund's currency; nil means as much as it is or, in
    /// another currency, all that is left: the last payment only can be of that kind.
    public let settles: Money?

    /// Makes a payment.
    public init(
      date: CalendarDate, amount: Money, from account: AccountCode, settling settles: Money? = nil
    ) {
      self.date = date
      self.amount = amount
      self.account = account
      self.settles = settles
    }
  }

  /// The agreement.
  public let agreement: Reference
  /// How much of it, in its currency; of an overpayment, in the currency that was paid too much.
  public let amount: Money
  /// The part; nil takes the latest year first. An overpayment is of none.
  public let part: PartSelector?
  /// Whether it is of what was paid beyond what was owed, and not of the agreement's own money.
  public let isOfOverpayment: Bool
  /// When and how it was paid, if it was.
  public let payments: [Payment]

  /// Makes a refund due.
  public init(
    _ agreement: Reference, amount: Money, part: PartSelector? = nil,
    isOfOverpayment: Bool = false, payments: [Payment] = []
  ) {
    self.agreement = agreement
    self.amount = amount
    self.part = part
    self.isOfOverpayment = isOfOverpayment
    self.payments = payments
  }
}
