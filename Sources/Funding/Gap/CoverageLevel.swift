/// What part of a requirement is covered: an exact fraction in lowest terms, from 0 to 1.
public struct CoverageLevel: Hashable, Comparable, Sendable {
  /// All of it.
  static let full = CoverageLevel(1, of: 1)

  /// Above the line; never negative.
  public let numerator: Int64
  /// Below the line; positive.
  public let denominator: Int64

  /// The part that `numerator` is of `denominator`, which must be positive.
  init(_ numerator: Int64, of denominator: Int64) {
    var (divisor, rest) = (denominator, numerator)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// As `3/5`.
  public var text: String { "\(numerator)/\(denominator)" }

  /// The smaller part first.
  public static func < (left: CoverageLevel, right: CoverageLevel) -> Bool {
    Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }
}
