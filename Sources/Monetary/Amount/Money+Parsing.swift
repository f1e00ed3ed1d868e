/// Whether an amount may bear a leading `+` or `-`.
public enum SignRule: Hashable, Sendable {
  /// No sign: the fact itself says which way the money goes.
  case none
  /// One sign or none.
  case optional
}

extension Money {
  /// Reads an amount with its code, `41,007,531.65 USD`, as ``description`` writes it.
  ///
  /// A number as ``parse(number:of:sign:)`` reads it, with a sign or without; one blank; a listed code.
  /// - Throws: `.amountUnit`, `.amountSyntax`, `.unknownCurrency`, `.amountGrouping`, `.amountDecimals`
  ///   or `.overflow`, the first that applies, with the whole text.
  /// - Complexity: O(*n*) in the length of the text, without allocation where it is an amount.
  public init(parsing text: String) throws(MoneyError) {
    let bytes = text.utf8Span.span
    // The code and its blank are the last four bytes.
    let length = bytes.count - 4
    if length > 0, bytes[length] == UInt8(ascii: " "),
      let currency = Currency(ascii: bytes.extracting(last: 3)),
      let units = AmountReader.minorUnits(
        bytes.extracting(first: length), digits: currency.minorDigits, sign: .optional)
    {
      self.init(minorUnits: units, of: currency)
      return
    }
    throw AmountFault.fault(ofAmount: text)
  }

  /// Reads the number of an amount from bytes.
  ///
  /// Digits, or digits in full groups with commas, `1,292,000`; at most one `.` between digits. A leading
  /// zero is read in plain digits, and refused before a comma, where `0,001` may mean a thousandth.
  /// - Throws: `.amountUnit`, `.amountSyntax`, `.amountSign`, `.amountGrouping`, `.amountDecimals` or
  ///   `.overflow`, the first that applies, with the number's text.
  /// - Complexity: O(*n*) in the length of the number, without allocation where it is one.
  public static func parse(
    number: Span<UInt8>, of currency: Currency, sign: SignRule
  ) throws(MoneyError) -> Money {
    if let units = AmountReader.minorUnits(number, digits: currency.minorDigits, sign: sign) {
      return Money(minorUnits: units, of: currency)
    }
    throw AmountFault.fault(ofNumber: number, currency: currency, sign: sign)
  }
}

/// Reads numbers that are right, fast; what is wrong with another is ``AmountFault``'s to find.
enum AmountReader {
  /// The number in minor units; nil if anything is wrong with it.
  static func minorUnits(_ text: Span<UInt8>, digits: Int, sign: SignRule) -> Int64? {
    var index = 0
    var isNegative = false
    if !text.isEmpty, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
      guard sign == .optional else { return nil }
      isNegative = text[0] == UInt8(ascii: "-")
      index = 1
    }
    var magnitude: UInt64 = 0
    guard let point = wholePart(text, from: index, into: &magnitude) else { return nil }
    var missing = digits
    if point < text.count {
      index = point + 1
      guard index < text.count, text.count - index <= digits else { return nil }
      missing = digits - (text.count - index)
      while index < text.count {
        guard append(text[index], to: &magnitude) else { return nil }
        index += 1
      }
    }
    if missing > 0 {
      let (scaled, overflow) = magnitude.multipliedReportingOverflow(by: PowersOfTen.word[missing])
      guard !overflow else { return nil }
      magnitude = scaled
    }
    return Int64(magnitude: magnitude, isNegative: isNegative)
  }

  /// Reads digits or full groups up to a point or the end, and returns that place; nil if they are wrong.
  @inline(__always)
  private static func wholePart(
    _ text: Span<UInt8>, from start: Int, into magnitude: inout UInt64
  ) -> Int? {
    var index = start
    var groupStart = start
    var isGrouped = false
    while index < text.count {
      let character = text[index]
      if character == UInt8(ascii: ".") { break }
      if character == UInt8(ascii: ",") {
        let length = index - groupStart
        guard isGrouped ? length == 3 : 1...3 ~= length && text[start] != UInt8(ascii: "0") else {
          return nil
        }
        isGrouped = true
        groupStart = index + 1
      } else {
        guard append(character, to: &magnitude) else { return nil }
      }
      index += 1
    }
    guard index > groupStart, !isGrouped || index - groupStart == 3 else { return nil }
    return index
  }

  @inline(__always)
  private static func append(_ character: UInt8, to magnitude: inout UInt64) -> Bool {
    let digit = character &- UInt8(ascii: "0")
    guard digit < 10 else { return false }
    let (tenfold, overflow) = magnitude.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit))
    magnitude = sum
    return !overflow && !carry
  }
}
