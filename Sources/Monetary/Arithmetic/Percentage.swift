/// The percentages that stand beside funded and unfunded amounts.
///
/// They are taken from exact values: `floor(100 f / r + 1/2)`. What is not fully funded never shows as
/// 100, and the two percentages make 100 until the whole is funded.
public enum Percentage {
  /// Percent of `requested` that is funded, in whole percent.
  ///
  /// Less than everything is at most 99; more than everything exceeds 100; less than nothing (refunds
  /// beyond what was given) is negative.
  /// - Precondition: Both are less than 2¹¹⁹, as no sum of fewer than 2⁵⁶ amounts is.
  /// - Returns: nil where nothing was requested.
  public static func funded(_ funded: Int128, of requested: Int128) -> Int? {
    percent(funded, of: requested).map { Int(clamping: $0) }
  }

  /// Percent of `requested` that is not funded: what the funded one leaves of 100.
  ///
  /// It is 0 from a fully funded request on, and beyond 100 where funded is less than nothing.
  /// - Precondition: Both are less than 2¹¹⁹, as no sum of fewer than 2⁵⁶ amounts is.
  /// - Returns: nil where nothing was requested.
  public static func unfunded(_ funded: Int128, of requested: Int128) -> Int? {
    percent(funded, of: requested).map { funded >= requested ? 0 : Int(clamping: 100 - $0) }
  }

  private static func percent(_ funded: Int128, of requested: Int128) -> Int128? {
    guard requested > 0 else { return nil }
    // Whole multiples first, rounded down, so that the rest below is not negative.
    var (multiples, rest) = funded.quotientAndRemainder(dividingBy: requested)
    if rest < 0 {
      multiples -= 1
      rest += requested
    }
    let percent = multiples * 100 + (200 * rest + requested) / (2 * requested)
    return funded < requested ? min(percent, 99) : percent
  }
}
