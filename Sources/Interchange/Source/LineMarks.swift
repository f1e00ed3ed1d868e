/// Where every 256th line of an input begins, so that a line far down is found soon.
struct LineMarks: Sendable {
  private static let step = 256
  private var starts: [Int] = []
  private var count = 0

  /// Notes that the next line begins at `start`.
  mutating func line(at start: Int) {
    if count.isMultiple(of: Self.step) { starts.append(start) }
    count += 1
  }

  /// The last line noted at or before `line`; nil if there is no such line.
  func nearest(before line: Int) -> (line: Int, start: Int)? {
    guard (1...max(count, 1)).contains(line), !starts.isEmpty else { return nil }
    let index = (line - 1) / Self.step
    return (index * Self.step + 1, starts[index])
  }
}

extension [UInt8] {
  /// Where the text begins: behind the byte order mark, if there is one.
  var startOfText: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The place of the next line feed at or after `start`, else the end.
  func endOfLine(from start: Int) -> Int {
    let span = span
    var index = start
    while index < span.count, span[index] != UInt8(ascii: "\n") { index += 1 }
    return index
  }

  /// The end of a line without the carriage return that may stand before its line feed.
  func endOfContent(_ line: Range<Int>) -> Int {
    !line.isEmpty && self[line.upperBound - 1] == UInt8(ascii: "\r")
      ? line.upperBound - 1 : line.upperBound
  }
}
