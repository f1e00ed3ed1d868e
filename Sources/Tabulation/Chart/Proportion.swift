/// A part of a whole, exactly, between nothing and everything; what bars are drawn from.
public struct Proportion: Hashable, Sendable {
  private let part: Int128
  private let whole: Int128

  /// The part of `whole` that `part` is: nothing where either is not positive, at most everything.
  public init(_ part: Int128, of whole: Int128) {
    self.whole = max(whole, 1)
    self.part = whole > 0 ? min(max(part, 0), whole) : 0
  }

  /// The part of one amount that another is.
  ///
  /// - Precondition: Both are of one currency.
  public init(_ part: PrintedAmount, of whole: PrintedAmount) {
    precondition(part.currency == whole.currency, "a proportion of two currencies")
    self.init(part.minorUnits, of: whole.minorUnits)
  }

  /// The nearest count of `steps`, a half upwards.
  ///
  /// Something is never drawn as nothing, and less than everything never as everything.
  /// - Precondition: `steps` is at least 0.
  public func steps(of steps: Int) -> Int {
    // Halving both changes no drawing, and keeps the product below within 128 bits.
    let shift = max(0, 64 - whole.leadingZeroBitCount)
    let (part, whole) = (part >> Int128(shift), whole >> Int128(shift))
    let nearest = Int((2 * part * Int128(steps) + whole) / (2 * whole))
    guard self.part > 0, steps > 1 else { return self.part > 0 ? nearest : 0 }
    return self.part < self.whole ? min(max(nearest, 1), steps - 1) : steps
  }
}
