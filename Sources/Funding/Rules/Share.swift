import Monetary

/// Proportional shares of carrying amounts, exact and rounded once, half to even.
enum Share {
  /// `total × part ∕ whole`; all of `total` where the part is the whole.
  ///
  /// Taken again and again from what is left, such shares sum to the total: the last takes the rest.
  /// - Precondition: `0 <= part <= whole` and `whole > 0`.
  static func of(_ total: Int64, part: Int64, whole: Int64) -> Int64 {
    precondition(whole > 0 && (0...whole).contains(part))
    if part == whole { return total }
    let share = Rounding.halfEven.quotient(Int128(total) * Int128(part), by: Int128(whole))
    return Int64(share)
  }
}
