public import Monetary

/// An amount as a report prints it: to the minor unit, or rounded to whole units of its currency.
public enum PrintedAmount: Hashable, Sendable {
  /// With all decimals of the currency.
  case exact(Money)
  /// In whole units, rounded by the report; such as 3242377 of USD.
  case whole(Int64, Currency)

  /// What is counted.
  public var currency: Currency {
    switch self {
    case .exact(let money): money.currency
    case .whole(_, let currency): currency
    }
  }

  /// The printed amount in minor units of its currency, whatever its precision.
  public var minorUnits: Int128 {
    switch self {
    case .exact(let money): Int128(money.minorUnits)
    case .whole(let units, let currency):
      (0..<currency.minorDigits).reduce(Int128(units)) { sum, _ in sum * 10 }
    }
  }

  /// Without groups and currency: `41007531.65`, `41007532`.
  public var plain: String {
    switch self {
    case .exact(let money): money.plain
    case .whole(let units, _): String(units)
    }
  }

  /// With commas between groups of three, without currency: `41,007,531.65`, `41,007,532`.
  public var grouped: String {
    switch self {
    case .exact(let money): money.grouped
    case .whole(let units, _): units.grouped
    }
  }
}

extension Int64 {
  /// With commas between groups of three: `-41,007,532`.
  var grouped: String {
    let digits = String(magnitude).utf8
    var text = self < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }
}
