extension CalendarDate {
  /// Reads exactly `YYYY-MM-DD`; nil for any other form, and for a day that no month has.
  public init?(_ text: String) {
    self.init(ascii: text.utf8Span.span)
  }

  /// Reads exactly `YYYY-MM-DD` from bytes; nil for any other form, and for a day that no month has.
  ///
  /// - Complexity: O(1), without allocation.
  public init?(ascii: Span<UInt8>) {
    guard ascii.count == 10, ascii[4] == UInt8(ascii: "-"), ascii[7] == UInt8(ascii: "-"),
      let century = Self.twoDigits(ascii, at: 0), let year = Self.twoDigits(ascii, at: 2),
      let month = Self.twoDigits(ascii, at: 5), let day = Self.twoDigits(ascii, at: 8)
    else { return nil }
    self.init(year: century * 100 + year, month: month, day: day)
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
