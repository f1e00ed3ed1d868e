/// A decimal number exactly as it was written: `0.90` stays `0.90`.
///
/// Equality and hashing are of the written form; ``isEqualInValue(to:)`` takes 0.9 and 0.90 for the same.
public struct ExactDecimal: Hashable, Sendable, CustomStringConvertible {
  /// The digits without the point: 90 for 0.90.
  public let coefficient: Int64
  /// How many of the digits are decimals: 2 for 0.90; at most 18.
  public let scale: UInt8

  /// Decimals that a number may have.
  public static let maximumScale: UInt8 = 18

  /// The number `coefficient` × 10^−`scale`.
  ///
  /// - Precondition: `scale` is at most 18.
  public init(coefficient: Int64, scale: UInt8) {
    precondition(scale <= Self.maximumScale, "more than 18 decimals")
    self.coefficient = coefficient
    self.scale = scale
  }

  /// Reads digits with at most one `.` between them and no groups: `0.999`, `560`, `-1.5`.
  ///
  /// What would not print as it was written is refused: `00.5`, `-0`.
  /// - Throws: `.rateSyntax` for any other form, more than 18 decimals, or more than 63 bits of digits.
  public init(parsing text: String) throws(MoneyError) {
    guard let decimal = ExactDecimal(reading: text.utf8Span.span) else { throw .rateSyntax(text) }
    self = decimal
  }

  /// Reads the same from bytes.
  ///
  /// - Throws: `.rateSyntax` for any other form, more than 18 decimals, or more than 63 bits of digits.
  /// - Complexity: O(*n*) in the number of digits, without allocation where it is a number.
  public static func parse(_ ascii: Span<UInt8>) throws(MoneyError) -> ExactDecimal {
    if let decimal = ExactDecimal(reading: ascii) { return decimal }
    throw .rateSyntax(String(decoding: (0..<ascii.count).map { ascii[$0] }, as: UTF8.self))
  }

  private init?(reading text: Span<UInt8>) {
    let isNegative = !text.isEmpty && text[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var magnitude: UInt64 = 0
    var point: Int?
    for index in start..<max(start, text.count) {
      let character = text[index]
      if character == UInt8(ascii: "."), point == nil, index > start {
        point = index
        continue
      }
      let digit = character &- UInt8(ascii: "0")
      let (tenfold, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit))
      guard digit < 10, !overflow, !carry else { return nil }
      magnitude = sum
    }
    let decimals = point.map { text.count - $0 - 1 } ?? 0
    let wholeDigits = (point ?? text.count) - start
    guard wholeDigits == 1 || wholeDigits > 1 && text[start] != UInt8(ascii: "0"),
      point == nil || decimals > 0, decimals <= Int(Self.maximumScale),
      !isNegative || magnitude > 0,
      let coefficient = Int64(magnitude: magnitude, isNegative: isNegative)
    else { return nil }
    self.init(coefficient: coefficient, scale: UInt8(decimals))
  }

  /// The number as it was written.
  public var description: String {
    var text = DigitBuffer()
    let unit = PowersOfTen.word[Int(scale)]
    let (whole, fraction) = coefficient.magnitude.quotientAndRemainder(dividingBy: unit)
    if scale > 0 {
      text.prepend(fraction, width: Int(scale))
      text.prepend(UInt8(ascii: "."))
    }
    text.prepend(whole)
    if coefficient < 0 { text.prepend(UInt8(ascii: "-")) }
    return text.string
  }

  /// Whether it is greater than zero.
  public var isPositive: Bool { coefficient > 0 }

  /// The same number without trailing zeros among its decimals: 0.90 → 0.9.
  public var canonical: ExactDecimal {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient.isMultiple(of: 10) {
      coefficient /= 10
      scale -= 1
    }
    return ExactDecimal(coefficient: coefficient, scale: scale)
  }

  /// The number times 10 to `digits`, exactly and without trailing zeros among its decimals; nil where it
  /// has more than 63 bits of digits or more than 18 decimals.
  func shifted(by digits: Int) -> ExactDecimal? {
    var number = self.coefficient
    var decimals = Int(scale) - digits
    while decimals > 0, number != 0, number.isMultiple(of: 10) {
      number /= 10
      decimals -= 1
    }
    while decimals < 0 {
      let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      number = tenfold
      decimals += 1
    }
    guard decimals <= Int(Self.maximumScale) else { return nil }
    return ExactDecimal(coefficient: number, scale: UInt8(decimals))
  }

  /// Whether both are the same number, however they were written.
  public func isEqualInValue(to other: ExactDecimal) -> Bool {
    aligned == other.aligned
  }

  /// Whether it is the smaller number of the two, however they were written.
  public func isLess(than other: ExactDecimal) -> Bool {
    aligned < other.aligned
  }

  /// The coefficient at the greatest scale; 63 bits times 10¹⁸ fit 128.
  var aligned: Int128 {
    Int128(coefficient) * Int128(PowersOfTen.word[Int(Self.maximumScale - scale)])
  }
}
