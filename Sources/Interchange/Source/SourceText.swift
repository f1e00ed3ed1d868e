public import Diagnostics

/// An input as it was read: its name, its bytes, and its lines for those who are told of a fault.
public struct SourceText: Sendable {
  /// The input's name as the user gave it.
  public let name: String
  /// The whole input.
  public let bytes: [UInt8]

  /// Where every 256th line begins, so that a line far down is found soon.
  private let marks: [Int]
  private static let linesPerMark = 256

  /// Takes an input; `name` is what diagnostics call it.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var marks = [0]
    var line = 0
    let span = bytes.span
    for index in span.indices where span[index] == UInt8(ascii: "\n") {
      line += 1
      if line % Self.linesPerMark == 0 { marks.append(index + 1) }
    }
    self.marks = marks
  }

  /// The line as it stands in the input, fit for a screen; empty if there is no such line.
  ///
  /// Control characters and tabs are shown as pictures, what is not UTF-8 as a replacement character;
  /// of a long line only what lies around `column` is shown.
  public func excerpt(line: Int, around column: Int = 1) -> String {
    guard let bounds = bounds(ofLine: line) else { return "" }
    return Excerpt.text(of: bytes, bounds, around: bounds.lowerBound + max(column, 1) - 1)
  }

  /// A fault of this input as a diagnostic that shows the line.
  public func diagnostic(_ fault: Fault, line: Int, column: Int = 1) -> Diagnostic {
    Diagnostic(
      fault, at: SourceLocation(input: name, line: line, column: column),
      excerpt: excerpt(line: line, around: column))
  }

  /// Where a line's bytes lie, without its line end.
  private func bounds(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, (line - 1) / Self.linesPerMark < marks.count else { return nil }
    var start = marks[(line - 1) / Self.linesPerMark]
    for _ in 0..<((line - 1) % Self.linesPerMark) {
      let end = bytes.endOfLine(from: start)
      guard end < bytes.count else { return nil }
      start = end + 1
    }
    let end = bytes.endOfLine(from: start)
    return start..<bytes.endOfContent(start..<end)
  }
}

extension [UInt8] {
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
