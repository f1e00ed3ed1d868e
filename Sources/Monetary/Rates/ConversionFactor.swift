/// The exact fraction that turns minor units of one currency into those of another.
///
/// Numbers of 63 bits and powers of ten up to 10²² meet here, so a product may take 200 bits; it is never
/// cut. What fits 64 bits, as everyday rates do, takes the short way.
struct ConversionFactor: Hashable, Sendable {
  private let multiplier: UInt128
  private let divisor: UInt128
  /// The power of ten still to multiply by, where it did not fit ``multiplier``; 1 otherwise.
  private let scale: UInt128

  /// The fraction `times` ÷ `over` × 10^`shift`; a number that is nil is 1.
  init(times: ExactDecimal?, over: ExactDecimal?, shift: Int) {
    let numerator = times?.canonical
    let denominator = over?.canonical
    let exponent = shift + Int(denominator?.scale ?? 0) - Int(numerator?.scale ?? 0)
    let top = UInt128(numerator?.coefficient.magnitude ?? 1)
    let bottom = UInt128(denominator?.coefficient.magnitude ?? 1)
    multiplier = top
    scale = PowersOfTen.wide(max(0, exponent))
    let (scaled, overflow) = bottom.multipliedReportingOverflow(
      by: PowersOfTen.wide(max(0, -exponent)))
    // Beyond 128 bits the divisor exceeds every product (126 bits) fourfold; how far does not matter to
    // any rounding, so the largest number stands for it.
    divisor = overflow ? .max : scaled
  }

  /// The converted magnitude, rounded once; nil beyond 64 bits.
  func applied(to units: UInt64, rounding: Rounding) -> UInt64? {
    // An amount has at most 64 bits and a coefficient 63: their product fits 128.
    let product = UInt128(units) * multiplier
    let (high, low) = product.multipliedFullWidth(by: scale)
    guard high < divisor else { return nil }
    let (whole, rest) =
      high == 0
      ? low.quotientAndRemainder(dividingBy: divisor) : divisor.dividingFullWidth((high, low))
    guard whole < UInt128(UInt64.max) else { return nil }
    return UInt64(whole) + (rounding.roundsUp(whole, rest: rest, divisor: divisor) ? 1 : 0)
  }
}
