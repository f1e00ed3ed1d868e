/// What a line is by its first letters: a comment, a directive, or a line below one.
enum LineShape: Equatable {
  /// A comment, indented or not.
  case comment(isIndented: Bool)
  /// A directive's own line.
  case directive
  /// A line below a directive, which begins at the given place.
  case below(Int)

  /// The shape of the line at `bounds`; nil if it is empty.
  init?(_ bounds: Range<Int>, in bytes: [UInt8]) {
    var start = bounds.lowerBound
    let end = bounds.upperBound
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    let content = bytes[start..<end].drop { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: " ") }
    guard let first = content.first else { return nil }
    let isIndented = content.startIndex > bounds.lowerBound
    if first == UInt8(ascii: ";") {
      self = .comment(isIndented: isIndented)
    } else {
      self = isIndented ? .below(start) : .directive
    }
  }
}
