/// The exact fraction that turns minor units of one currency into those of another.
///
/// Numbers of 63 bits and powers of ten up to 10²² meet here, so a product may take 200 bits; it is never
/// cut. Everyday rates fit 64 bits and take the short way.
enum ConversionFactor: Hashable, Sendable {
  /// A multiplier and a divisor of 64 bits each.
  case word(times: UInt64, over: UInt64)
  /// Products and divisors beyond 64 bits; `scale` is a power of ten to multiply by as well.
  case wide(times: UInt64, scale: UInt128, over: UInt128)

  /// The fraction 1: amounts stay what they are.
  static let identity = ConversionFactor.word(times: 1, over: 1)

  /// The fraction `times` ÷ `over` × 10^`shift`; a number that is nil is 1.
  ///
  /// - Precondition: The numbers are positive; `shift` is at most 4 either way.
  init(times: ExactDecimal?, over: ExactDecimal?, shift: Int) {
    let numerator = times?.canonical
    let denominator = over?.canonical
    let exponent = shift + Int(denominator?.scale ?? 0) - Int(numerator?.scale ?? 0)
    let top = numerator?.coefficient.magnitude ?? 1
    let bottom = denominator?.coefficient.magnitude ?? 1
    let topScale = PowersOfTen.wide(max(0, exponent))
    let bottomScale = PowersOfTen.wide(max(0, -exponent))
    // Beyond 128 bits the divisor exceeds every product (126 bits) fourfold; how far does not matter to
    // any rounding, so the largest number stands for it.
    let (product, overflow) = UInt128(bottom).multipliedReportingOverflow(by: bottomScale)
    let divisor = overflow ? .max : product
    let (multiplier, isTooLong) = UInt128(top).multipliedReportingOverflow(by: topScale)
    if !isTooLong, let times = UInt64(exactly: multiplier), let over = UInt64(exactly: divisor) {
      self = .word(times: times, over: over)
    } else {
      self = .wide(times: top, scale: topScale, over: divisor)
    }
  }

  /// The magnitude of an amount converted and rounded once; nil beyond 64 bits.
  func converted(_ units: UInt64, rounding: Rounding) -> UInt64? {
    switch self {
    case .word(let times, let divisor):
      let (high, low) = units.multipliedFullWidth(by: times)
      guard high < divisor else { return nil }
      let (whole, rest) =
        high == 0
        ? low.quotientAndRemainder(dividingBy: divisor) : divisor.dividingFullWidth((high, low))
      guard rounding.roundsUp(whole, rest: rest, divisor: divisor) else { return whole }
      return whole < .max ? whole + 1 : nil
    case .wide(let times, let scale, let divisor):
      let (high, low) = (UInt128(units) * UInt128(times)).multipliedFullWidth(by: scale)
      guard high < divisor else { return nil }
      let (whole, rest) = divisor.dividingFullWidth((high, low))
      guard whole < UInt64.max else { return nil }
      return UInt64(whole) + (rounding.roundsUp(whole, rest: rest, divisor: divisor) ? 1 : 0)
    }
  }
}
