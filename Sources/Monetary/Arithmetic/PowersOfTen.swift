/// Powers of ten that a shift of the decimal point multiplies by.
enum PowersOfTen {
  /// 10⁰ to 10¹⁸, those that fit 63 bits.
  static let word: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000,
  ]

  /// 10 to `exponent`, which is at most 36.
  static func wide(_ exponent: Int) -> UInt128 {
    exponent <= 18
      ? UInt128(word[exponent]) : UInt128(word[18]) * UInt128(word[exponent - 18])
  }
}
