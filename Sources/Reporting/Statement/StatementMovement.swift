import Bookkeeping

/// What an entry is to a statement; each entry is behind exactly one of these.
public enum StatementMovement: String, CaseIterable, Hashable, Sendable {
  /// A balance that the ledger began with.
  case opened
  /// An agreement signed.
  case agreed
  /// An agreement raised or cut.
  case amended
  /// Money received, or found to settle the agreement.
  case received
  /// Goods delivered.
  case delivered
  /// Goods used.
  case used
  /// A claim given up.
  case writtenOff = "written-off"
  /// Open items taken at another day's rate, and that taken back.
  case revalued
  /// Money spent.
  case spent
  /// Support cost taken with it.
  case supported
  /// Money found to be owed back.
  case refundDue = "refund-due"
  /// Money paid back.
  case refundPaid = "refund-paid"
  /// Anything else, such as an entry by hand; a statement lists each.
  case other

  private static let byOccasion: [Occasion: StatementMovement] = [
    .opened: .opened, .signed: .agreed, .amended: .amended, .received: .received,
    .delivered: .delivered, .used: .used, .writtenOff: .writtenOff, .spent: .spent,
    .supported: .supported, .refundDue: .refundDue, .refundPaid: .refundPaid,
  ]

  /// What `entry` is that was made, or undoes what was made, as `occasion`.
  init(of entry: JournalEntry, as occasion: Occasion) {
    let isRevaluing = entry.postings.contains { $0.account.isRevaluation }
    self = isRevaluing ? .revalued : Self.byOccasion[occasion] ?? .other
  }
}

/// What accounts are to a statement.
extension AccountCode {
  /// Whether it holds what another account's foreign items gained or lost since they were booked.
  var isRevaluation: Bool { revalued != nil }

  /// Whether it holds what donors owe, its revaluation included.
  var isReceivable: Bool { isWithin(.receivable) }

  /// Whether it holds goods.
  var isGoods: Bool { isWithin(.inventory) }

  /// Whether it holds money, or what others than donors owe.
  var isCash: Bool { type == .asset && !isReceivable && !isGoods }

  /// Whether it holds what was received and not spent: cash, less what is owed to others.
  ///
  /// What is owed between funds is among it; what gained or lost by the month-end's rates is not.
  var holdsUnspent: Bool {
    guard !isRevaluation else { return false }
    return switch type {
    case .asset: isCash
    case .liability: !isWithin(.deferred)
    default: self == .interfund
    }
  }

  /// Whether it holds gains or losses on exchange, of items that were settled.
  var isRealisedExchange: Bool {
    (isWithin(.exchangeGain) || isWithin(.exchangeLoss)) && !isWithin(.unrealisedGain)
      && !isWithin(.unrealisedLoss)
  }
}
