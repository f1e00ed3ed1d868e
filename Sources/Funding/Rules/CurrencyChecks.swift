public import Diagnostics
import Monetary

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

extension Event {
  /// The currencies that the fact counts in, each once and in order.
  fileprivate var currencies: [Currency] {
    if case .rate(let quote) = self { return [quote.quote, quote.base] }
    let all = amounts.map(\.currency)
    // Nearly every fact has one.
    guard let first = all.first, all.contains(where: { $0 != first }) else {
      return Array(all.prefix(1))
    }
    return Set(all).sorted()
  }
}
