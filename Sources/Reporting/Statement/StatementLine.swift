import Bookkeeping
public import Monetary

/// One figure of a statement's accounts; signed, so that the lines of an account add up.
public struct StatementLine: Hashable, Sendable {
  /// Which figure; the raw value is what programs read.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// What there was before the first day.
    case opening
    /// What was agreed.
    case agreed
    /// By how much agreements were raised or cut.
    case amended
    /// What receipts settled, at what was carried for it.
    case settled
    /// What was given up.
    case writtenOff
    /// What open items gained or lost by rates, in the book currency only.
    case unrealised
    /// What the ledger began with.
    case openingBalances
    /// What was received, the bank's charge and realised exchange with it.
    case receipts
    /// What of the receipts is gain or loss on exchange.
    case realisedExchange
    /// What banks kept of receipts.
    case bankCharges
    /// What was spent.
    case expenditure
    /// What foreign cash had gained or lost when it was spent.
    case exchangeOnSpending
    /// What the organisation kept for support.
    case supportCost
    /// The same, where the general fund takes it in.
    case supportRecovered
    /// What was found to be owed back, on the day it was due.
    case refunds
    /// What that had gained or lost when it was paid.
    case exchangeOnPayment
    /// Goods that were delivered.
    case delivered
    /// Goods that were used.
    case used
    /// What entries brought that are listed one by one.
    case other
    /// What there is after the last day.
    case closing
  }

  /// Which figure.
  public let kind: Kind
  /// In the agreement's currency; nil where the figure has the book currency only.
  public let amount: Money?
  /// In the book currency.
  public let book: Money

  /// Whether it is part of the line before it, and not added to it.
  public var isWithin: Bool { kind == .realisedExchange }
}

extension StatementLine {
  /// The lines of what is owed: opening + agreed + amended - settled - written off + unrealised.
  ///
  /// - Parameters:
  ///   - entries: Those of the period.
  ///   - earlier: Those before it.
  ///   - agreed: The agreement's currency.
  ///   - currency: The book currency.
  /// - Returns: A line of each kind, those of nothing among them.
  /// - Throws: `.sumOverflow`.
  static func receivable(
    of entries: [StatementEntry], after earlier: [StatementEntry], agreed: Currency,
    in currency: Currency
  ) throws(MoneyError) -> [StatementLine] {
    func line(_ kind: Kind, _ entries: [StatementEntry]) throws(MoneyError) -> StatementLine {
      StatementLine(
        kind: kind,
        amount: try Money(
          sum: entries.sum { entry in
            entry.amount(in: agreed) { $0.isReceivable && !$0.isRevaluation }
          }, of: agreed),
        book: try Money(sum: entries.sum { $0.book(\.isReceivable) }, of: currency))
    }
    let named: [(Kind, StatementMovement)] = [
      (.agreed, .agreed), (.amended, .amended), (.settled, .received), (.writtenOff, .writtenOff),
      (.unrealised, .revalued),
    ]
    var lines = [try line(.opening, earlier)]
    for (kind, movement) in named { lines.append(try line(kind, entries.of(movement))) }
    let movements = Set(named.map(\.1))
    lines.append(try line(.other, entries.filter { !movements.contains($0.movement) }))
    lines.append(try line(.closing, earlier + entries))
    return lines
  }

  /// The lines of what is unspent: opening + receipts - bank charges - expenditure - support cost -
  /// refunds, all in the book currency; those that a fund has none of are nothing.
  /// - Throws: `.sumOverflow`.
  static func unspent(
    of entries: [StatementEntry], after earlier: [StatementEntry], owner: FundOwner,
    in currency: Currency
  ) throws(MoneyError) -> [StatementLine] {
    func held(_ entries: [StatementEntry]) -> Int128 { entries.sum { $0.book(\.holdsUnspent) } }
    let received = entries.of(.received)
    let spent = entries.of(.spent)
    let named: Set<StatementMovement> = [
      .opened, .received, .spent, .supported, .refundDue, .refundPaid,
    ]
    let charges = received.sum { $0.book { $0.isWithin(.bankCharges) } }
    let exchangeOnSpending = spent.sum(\.realisedExchange)
    let supported = held(entries.of(.supported))
    let sums: [(Kind, Int128)] = [
      (.opening, held(earlier)), (.openingBalances, held(entries.of(.opened))),
      (.receipts, held(received) + charges),
      (.realisedExchange, received.sum(\.realisedExchange)), (.bankCharges, -charges),
      (.expenditure, held(spent) - exchangeOnSpending),
      (.exchangeOnSpending, exchangeOnSpending),
      (.supportCost, owner == .general ? 0 : supported),
      (.supportRecovered, owner == .general ? supported : 0),
      (.refunds, held(entries.of(.refundDue))), (.exchangeOnPayment, held(entries.of(.refundPaid))),
      (.other, held(entries.filter { !named.contains($0.movement) })),
      (.closing, held(earlier + entries)),
    ]
    var lines: [StatementLine] = []
    for (kind, sum) in sums {
      lines.append(StatementLine(kind: kind, amount: nil, book: try Money(sum: sum, of: currency)))
    }
    return lines
  }
}

extension StatementLine {
  /// The lines of goods in kind: opening + delivered - used, at what they are carried at; none where there
  /// are none.
  /// - Throws: `.sumOverflow`.
  static func goods(
    of entries: [StatementEntry], after earlier: [StatementEntry], in currency: Currency
  ) throws(MoneyError) -> [StatementLine] {
    func held(_ entries: [StatementEntry]) -> Int128 { entries.sum { $0.book(\.isGoods) } }
    let sums: [(Kind, Int128)] = [
      (.opening, held(earlier)), (.delivered, held(entries.of(.delivered))),
      (.used, held(entries.of(.used))),
      (.other, held(entries.filter { ![.delivered, .used].contains($0.movement) })),
      (.closing, held(earlier + entries)),
    ]
    guard sums.contains(where: { $0.1 != 0 }) else { return [] }
    var lines: [StatementLine] = []
    for (kind, sum) in sums {
      lines.append(StatementLine(kind: kind, amount: nil, book: try Money(sum: sum, of: currency)))
    }
    return lines
  }
}

extension [StatementLine] {
  /// The line of that kind.
  subscript(_ kind: StatementLine.Kind) -> StatementLine? { first { $0.kind == kind } }
}
