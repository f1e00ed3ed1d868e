extension Conversion {
  /// How it comes about.
  public enum Way: String, CaseIterable, Hashable, Sendable {
    /// Both currencies are one.
    case same
    /// The rate counts the currency that is wanted: amounts are multiplied by it.
    case direct
    /// The rate counts the currency that is given: amounts are divided by it.
    case inverse
    /// Amounts are divided by one rate and multiplied by another, both of one base.
    case cross
    /// One currency took the place of the other: amounts are multiplied or divided by the factor, whatever
    /// any table says.
    case redenomination
  }

  /// How it comes about.
  public var way: Way {
    switch rates.count {
    case 0: redenomination == nil ? .same : .redenomination
    case 1: rates[0].base == from ? .direct : .inverse
    default: .cross
    }
  }

  /// The redenomination by which one currency became the other; nil where it is not one that converts.
  public var redenomination: Redenomination? {
    from != to && rates.isEmpty ? from.redenomination : nil
  }

  /// What one unit of ``from`` is worth in ``to``, rounded half to even: to nine digits beyond leading
  /// zeros, or as many decimals as it has.
  ///
  /// Amounts are never converted by it, only people told of it.
  public var unitValue: ExactDecimal {
    let one = ExactDecimal(coefficient: 1, scale: 0)
    let factor = redenomination?.units ?? one
    let (times, over) =
      switch way {
      case .same: (one, one)
      case .direct: (rates[0].units, one)
      case .inverse: (one, rates[0].units)
      case .cross: (rates[1].units, rates[0].units)
      case .redenomination: from == redenomination?.new ? (factor, one) : (one, factor)
      }
    // 63 bits and a power of ten of 60 fit 127; decimals are added as long as they do.
    var numerator =
      Int128(times.coefficient) * Int128(PowersOfTen.word[Int(over.scale)])
    let denominator = Int128(over.coefficient) * Int128(PowersOfTen.word[Int(times.scale)])
    var scale: UInt8 = 0
    while scale < ExactDecimal.maximumScale, numerator / denominator < 100_000_000 {
      let (tenfold, overflow) = numerator.multipliedReportingOverflow(by: 10)
      guard !overflow else { break }
      numerator = tenfold
      scale += 1
    }
    let rounded = Rounding.halfEven.quotient(numerator, by: denominator)
    return ExactDecimal(coefficient: Int64(clamping: rounded), scale: scale).canonical
  }
}
