/// How a quotient that is not whole becomes whole. Every mode treats both signs alike.
public enum Rounding: Hashable, Sendable {
  /// To the nearest; a half to the even neighbour: 0.5 → 0, 1.5 → 2, −0.5 → 0.
  case halfEven
  /// To the nearest; a half away from zero: 0.5 → 1, −0.5 → −1.
  case halfUp
  /// Towards zero: 0.9 → 0, −0.9 → 0.
  case down
  /// Away from zero: 0.1 → 1, −0.1 → −1.
  case up

  /// Divides exactly and rounds once.
  ///
  /// - Precondition: `divisor` is not zero, and the quotient is not 2¹²⁷ (the least number over −1).
  public func quotient(_ dividend: Int128, by divisor: Int128) -> Int128 {
    precondition(divisor != 0, "division by zero")
    let (whole, rest) = dividend.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let rounded = whole + (roundsUp(whole, rest: rest, divisor: divisor.magnitude) ? 1 : 0)
    let isNegative = (dividend < 0) != (divisor < 0)
    guard let quotient = Int128(magnitude: rounded, isNegative: isNegative) else {
      preconditionFailure("the quotient is beyond 128 bits")
    }
    return quotient
  }

  /// Whether the magnitude `whole` becomes the next one, for `rest` left over of `divisor`.
  @inline(__always)
  func roundsUp<Word: FixedWidthInteger & UnsignedInteger>(
    _ whole: Word, rest: Word, divisor: Word
  ) -> Bool {
    // What is missing to the next whole is compared with the rest, since twice the rest may overflow.
    switch self {
    case .halfEven:
      let missing = divisor - rest
      return rest > missing || (rest == missing && whole & 1 == 1)
    case .halfUp: return rest >= divisor - rest
    case .down: return false
    case .up: return rest != 0
    }
  }
}

extension SignedInteger where Self: FixedWidthInteger {
  /// A signed number of the given size; nil where it does not fit.
  init?(magnitude: Magnitude, isNegative: Bool) {
    guard isNegative else {
      self.init(exactly: magnitude)
      return
    }
    guard magnitude <= Self.min.magnitude else { return nil }
    self = 0 &- Self(truncatingIfNeeded: magnitude)
  }
}
