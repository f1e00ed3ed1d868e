/// A short text of ASCII that is written from its end, as digits come out of a division.
///
/// It lives on the stack; only the finished text may be allocated. It holds 64 bytes: the longest text
/// is 19 digits, six group signs and a decimal sign of up to 4 bytes each, and a minus of 3.
struct DigitBuffer {
  private static let capacity = 64
  private var bytes = InlineArray<64, UInt8>(repeating: 0)
  private var start = DigitBuffer.capacity

  /// Puts one character before what is written.
  mutating func prepend(_ character: UInt8) {
    start -= 1
    bytes[start] = character
  }

  /// Puts a number of 0 to 99 before what is written, always as two digits.
  mutating func prepend(twoDigits number: Int) {
    prepend(UInt8(ascii: "0") + UInt8(number % 10))
    prepend(UInt8(ascii: "0") + UInt8(number / 10))
  }

  /// Puts `number` before what is written, padded with zeros to `width` digits.
  mutating func prepend(_ number: UInt64, width: Int = 1) {
    let end = start
    var rest = number
    while rest >= 10 {
      let (next, lastTwo) = rest.quotientAndRemainder(dividingBy: 100)
      prepend(twoDigits: Int(truncatingIfNeeded: lastTwo))
      rest = next
    }
    if rest > 0 { prepend(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)) }
    while end - start < width { prepend(UInt8(ascii: "0")) }
  }

  /// The finished text.
  var string: String {
    let written = bytes.span.extracting(last: Self.capacity - start)
    guard let text = try? UTF8Span(validating: written) else {
      preconditionFailure("only ASCII is written")
    }
    return String(copying: text)
  }

  /// Puts the finished text behind `output`.
  func append(to output: inout [UInt8]) {
    output.append(addingCapacity: Self.capacity - start) { span in
      for index in start..<Self.capacity { span.append(bytes[index]) }
    }
  }
}
