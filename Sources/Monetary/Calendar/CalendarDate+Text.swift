extension CalendarDate {
  /// Reads exactly `YYYY-MM-DD`; nil for any other form, and for a day that no month has.
  public init?(_ text: String) {
    self.init(ascii: text.utf8Span.span)
  }

  /// Reads exactly `YYYY-MM-DD` from bytes; nil for any other form, and for a day that no month has.
  ///
  /// - Complexity: O(1), without allocation.
  public init?(ascii: Span<UInt8>) {
    guard let (year, month, day) = Self.numbers(in: ascii) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Whether a text has the form `YYYY-MM-DD`, be there such a day or not.
  public static func isForm(of text: String) -> Bool { numbers(in: text.utf8Span.span) != nil }

  private static func numbers(in ascii: Span<UInt8>) -> (year: Int, month: Int, day: Int)? {
    guard ascii.count == 10, ascii[4] == UInt8(ascii: "-"), ascii[7] == UInt8(ascii: "-"),
      let century = twoDigits(ascii, at: 0), let year = twoDigits(ascii, at: 2),
      let month = twoDigits(ascii, at: 5), let day = twoDigits(ascii, at: 8)
    else { return nil }
    return (century * 100 + year, month, day)
  }

  /// The day as `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    var text = DigitBuffer()
    text.prepend(twoDigits: day)
    text.prepend(UInt8(ascii: "-"))
    text.prepend(twoDigits: month)
    text.prepend(UInt8(ascii: "-"))
    text.prepend(twoDigits: year % 100)
    text.prepend(twoDigits: year / 100)
    return text.string
  }

  private static func twoDigits(_ ascii: Span<UInt8>, at offset: Int) -> Int? {
    let tens = ascii[offset] &- UInt8(ascii: "0")
    let ones = ascii[offset + 1] &- UInt8(ascii: "0")
    guard tens < 10, ones < 10 else { return nil }
    return Int(tens) * 10 + Int(ones)
  }
}
