import Bookkeeping
import Diagnostics
public import Monetary

extension Refund {
  /// A payment, and how much of the refund it settles.
  struct Settlement {
    let payment: Payment
    /// In the refund's currency; positive.
    let settled: Money
  }

  /// What is left of it after the payments up to a day, in its currency.
  public func unpaid(on day: CalendarDate) -> Money {
    let settlements = (try? settlements()) ?? []
    let paid = settlements.filter { $0.payment.date <= day }.reduce(0) {
      $0 + $1.settled.minorUnits
    }
    return Money(minorUnits: amount.minorUnits - paid, of: amount.currency)
  }

  /// What each payment settles, in their order.
  ///
  /// - Throws: `currency-mismatch` where a payment settles another currency than the refund's;
  ///   `refund-settles` where it is in another one, does not say what it settles, and is not the last;
  ///   `refund-payment` where it settles more than is left, or another amount of its own currency than it is.
  func settlements() throws(Fault) -> [Settlement] {
    var left = amount.minorUnits
    var settlements: [Settlement] = []
    for (place, payment) in payments.enumerated() {
      let isOwn = payment.amount.currency == amount.currency
      guard isOwn || payment.settles != nil || place == payments.count - 1 else {
        throw Fault(
          .refundSettles, payment.amount.description, agreement.text, amount.currency.code)
      }
      let rest = Money(minorUnits: left, of: amount.currency)
      let settled = payment.settles ?? (isOwn ? payment.amount : rest)
      guard settled.currency == amount.currency else {
        throw Fault(.currencyMismatch, settled.currency.code, amount.currency.code)
      }
      guard settled.isPositive, settled.minorUnits <= left, !isOwn || settled == payment.amount
      else { throw Fault(.refundPayment, payment.amount.description, agreement.text) }
      left -= settled.minorUnits
      settlements.append(Settlement(payment: payment, settled: settled))
    }
    return settlements
  }
}
