public import Monetary

/// Exact sums as they are printed: in whole currency units, so that a list adds up or says why not.
public struct WholeUnits: Hashable, Sendable {
  /// The currency whose minor units are rounded away.
  public let currency: Currency

  /// Prints sums of `currency`.
  public init(of currency: Currency) {
    self.currency = currency
  }

  /// `minorUnits` in whole units, a half to the even neighbour.
  public func rounded(_ minorUnits: Int128) -> Int128 {
    var divisor: Int128 = 1
    for _ in 0..<currency.minorDigits { divisor *= 10 }
    return Rounding.halfEven.quotient(minorUnits, by: divisor)
  }

  /// What the printed `parts` lack to make the printed `total`; zero where the list adds up.
  public func roundingDifference(of parts: [Int128], total: Int128) -> Int128 {
    rounded(total) - parts.reduce(0) { $0 + rounded($1) }
  }
}
