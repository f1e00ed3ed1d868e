import Bookkeeping
import Funding
import Monetary

// Refunds and write-offs, one by one.
extension StatementDetails {
  /// The refunds that fell due or were paid in the period, by the day they were due; what undoes one is a line of its
  /// own.
  func refunds(by rates: inout StatementRates) throws(MoneyError) -> [RefundLine] {
    let moved = Set(
      entries.filter { [.refundDue, .refundPaid].contains($0.movement) }.map(\.item.id))
    let undone = Set(all.of(.refundDue).filter(\.isReversal).map(\.origin))
    var lines: [RefundLine] = []
    for entry in all.of(.refundDue) where moved.contains(entry.item.id) {
      guard case .refund(let refund) = entry.origin.event else { continue }
      let currency = refund.amount.currency
      let book = try Money(sum: -entry.book { $0.isWithin(.refundsDue) }, of: self.currency)
      let amount = try Money(
        sum: -entry.amount(in: currency) { $0.isWithin(.refundsDue) }, of: currency)
      let isOpen = !undone.contains(entry.origin)
      lines.append(
        RefundLine(
          date: entry.item.entry.date, ownDay: entry.item.ownDay, id: entry.item.id,
          kind: refund.isOfOverpayment ? .overpayment : .refund, part: refund.part,
          amount: amount, rate: rate(of: amount, worth: book, by: rates.uses(by: entry)),
          book: book,
          paidOn: entry.isReversal
            ? [] : Set(refund.payments.map(\.date)).filter { $0 <= period.to }.sorted(),
          unpaid: isOpen ? refund.unpaid(on: period.to) : .zero(currency)))
    }
    return lines
  }

  /// What was written off in the period; what undoes a write-off is a line of its own.
  func writeOffs() throws(MoneyError) -> [WriteOffLine] {
    var lines: [WriteOffLine] = []
    for entry in entries.of(.writtenOff) {
      guard case .writeOff(let writeOff) = entry.origin.event else { continue }
      let amount = try Money(sum: entry.settled(in: agreed), of: agreed)
      let book = try Money(sum: -entry.book(\.isReceivable), of: currency)
      lines.append(
        WriteOffLine(
          date: entry.item.entry.date, ownDay: entry.item.ownDay, id: entry.item.id,
          reason: writeOff.reason ?? "", part: writeOff.part, amount: amount,
          rate: rate(of: amount, worth: book, by: []), book: book))
    }
    return lines
  }

  /// The table's rates by which an amount was converted, or at what it is carried on average; empty where it is in
  /// the book currency.
  private func rate(of amount: Money, worth book: Money, by uses: [RateUse]) -> String {
    guard uses.isEmpty else { return uses.map(\.rate).words }
    guard amount.currency != currency, let rate = ExactDecimal(amount, per: book) else {
      return ""
    }
    return "\(amount.currency) \(rate) per \(currency) on average"
  }
}
