extension Money {
  /// Splits the amount by `weights` without losing or creating a minor unit.
  ///
  /// The largest remainders receive the left-over units; on a tie the earlier part does. A negative
  /// amount is split as its opposite is.
  /// - Precondition: `weights` is not empty, none is negative, and their sum is positive.
  /// - Returns: As many parts as weights; they sum to `self` exactly.
  /// - Complexity: O(*n* log *n*) in the number of weights.
  public func allocated(by weights: [Int64]) -> [Money] {
    precondition(weights.allSatisfy { $0 >= 0 }, "a weight is negative")
    let sum = weights.reduce(UInt128(0)) { $0 + UInt128($1) }
    precondition(sum > 0, "the weights sum to zero")
    let total = minorUnits.magnitude
    var left = total
    var parts: [UInt64] = []
    var remainders: [UInt128] = []
    for weight in weights {
      let (part, remainder) = (UInt128(total) * UInt128(weight)).quotientAndRemainder(
        dividingBy: sum)
      // A part is at most the total.
      parts.append(UInt64(part))
      remainders.append(remainder)
      left -= parts[parts.count - 1]
    }
    if left > 0 {
      // Fewer units are left over than there are parts with a remainder.
      let order = parts.indices.sorted { earlier, later in
        (remainders[later], earlier) < (remainders[earlier], later)
      }
      for index in order.prefix(Int(left)) { parts[index] += 1 }
    }
    return parts.map { part in
      let signed = Int64(truncatingIfNeeded: part)
      return Money(minorUnits: isNegative ? 0 &- signed : signed, of: currency)
    }
  }
}
