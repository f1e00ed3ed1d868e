public import Monetary

/// How likely it is thought that a promise is kept.
public struct Probability: Hashable, Sendable {
  /// In percent, from 0 to 100, as written.
  public let percent: ExactDecimal

  /// Takes a number from 0 to 100; nil for any other.
  public init?(percent: ExactDecimal) {
    let hundred = ExactDecimal(coefficient: 100, scale: 0)
    guard percent.coefficient >= 0, !hundred.isLess(than: percent) else { return nil }
    self.percent = percent
  }

  /// What is to be expected of an amount: so many percent of it, rounded once, half to even, to minor units.
  public func expected(of amount: Money) -> Money {
    let hundred = (0..<percent.scale).reduce(Int128(100)) { hundred, _ in hundred * 10 }
    let expected = Rounding.halfEven.quotient(
      Int128(amount.minorUnits) * Int128(percent.coefficient), by: hundred)
    // A part of an amount is counted where the amount is.
    return Money(minorUnits: Int64(expected), of: amount.currency)
  }
}
