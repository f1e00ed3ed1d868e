import Bookkeeping
import Funding
import Monetary

extension StatementLine {
  /// Whether people are shown the line where it is nothing.
  func isAlwaysShown(of owner: FundOwner) -> Bool {
    switch kind {
    case .opening, .expenditure, .delivered, .used, .closing: true
    case .agreed, .amended, .settled, .writtenOff, .receipts, .bankCharges, .supportCost, .refunds:
      owner != .general
    case .unrealised, .openingBalances, .realisedExchange, .exchangeOnSpending, .supportRecovered,
      .exchangeOnPayment, .other:
      false
    }
  }

  /// Whether it is nothing.
  var isZero: Bool { book.isZero && amount?.isZero ?? true }

  /// What it is called for people.
  var label: String { kind.label }
}

extension StatementLine.Kind {
  /// What the figure is called for people.
  var label: String {
    switch self {
    case .opening: "Opening"
    case .agreed: "Agreed"
    case .amended: "Amended"
    case .settled: "Settled"
    case .writtenOff: "Written off"
    case .unrealised: "Unrealised exchange"
    case .openingBalances: "Held when the ledger began"
    case .receipts: "Receipts"
    case .realisedExchange: "of which realised exchange"
    case .bankCharges: "Bank charges"
    case .expenditure: "Expenditure"
    case .exchangeOnSpending: "Exchange on spending"
    case .supportCost: "Support cost"
    case .supportRecovered: "Support cost recovered"
    case .refunds: "Refunds"
    case .exchangeOnPayment: "Exchange on payment"
    case .delivered: "Delivered"
    case .used: "Used"
    case .other: "Other movements"
    case .closing: "Closing"
    }
  }
}

extension StatementMovement {
  /// The figures that its entries are behind, for people.
  var label: String {
    switch self {
    case .opened: "Held when the ledger began"
    case .agreed: "Agreed"
    case .amended: "Amended"
    case .received: "Settled, receipts, realised exchange and bank charges"
    case .delivered: "Goods delivered"
    case .used: "Goods used"
    case .writtenOff: "Written off"
    case .revalued: "Unrealised exchange"
    case .spent: "Expenditure and exchange on spending"
    case .supported: "Support cost"
    case .refundDue: "Refunds"
    case .refundPaid: "Exchange on payment"
    case .other: "Other movements"
    }
  }

}

extension ExchangeLine {
  /// What made it, for programs: the movement or, where that is none of those with a figure, the kind of fact.
  var code: String {
    movement == .other && [.matched, .entry].contains(origin)
      ? origin.rawValue : movement.rawValue
  }

  /// What made it, for people.
  var label: String {
    switch movement {
    case .received: "on receipt"
    case .spent: "on spending"
    case .refundDue: "on refund due"
    case .refundPaid: "on payment"
    case .revalued: account?.revalued.map { "unrealised, \($0)" } ?? "unrealised"
    case .opened, .agreed, .amended, .delivered, .used, .writtenOff, .supported:
      "on \(movement.label.lowercased())"
    case .other:
      switch origin {
      case .matched: "on matching unidentified money"
      case .entry: "by an entry"
      default: "on other movements"
      }
    }
  }
}
