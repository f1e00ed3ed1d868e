public import Diagnostics
public import Monetary

// A currency that took another's place: nobody counted in it before it was there. The old one may be
// right for long after its end, in agreements that were signed before; that is told, never refused.
extension Fact {
  /// A fault for each currency that did not exist on the fact's own day.
  var currenciesNotYet: [Fault] {
    event.currencies.compactMap { currency in
      guard case .notYet(let change) = currency.standing(on: date) else { return nil }
      return Fault(
        .currencyNotYet, change.new.code, change.start.description, change.old.code,
        String(change.factor))
    }
  }

  /// A warning for each currency that had ended on the fact's own day.
  public var endedCurrencies: [Fault] {
    event.currencies.compactMap { currency in
      guard case .ended(let change) = currency.standing(on: date) else { return nil }
      return Fault(
        .currencyEnded, change.old.code, change.end.description, change.new.code,
        String(change.factor))
    }
  }
}

extension Fact {
  /// The currencies that the fact counts in, each once and in order.
  public var currencies: [Currency] { event.currencies }

  /// The first day at whose rates something of it may be taken.
  public var firstDay: CalendarDate {
    guard case .refund(let refund) = event else { return date }
    return refund.payments.reduce(date) { min($0, $1.date) }
  }
}
