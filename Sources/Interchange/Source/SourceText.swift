public import Diagnostics

/// An input as it was read: its name, its bytes, and its lines for those who are told of a fault.
public struct SourceText: Sendable {
  /// The input's name as the user gave it.
  public let name: String
  /// The whole input.
  public let bytes: [UInt8]

  private let marks: LineMarks

  /// Takes an input; `name` is what diagnostics call it.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(name: String, bytes: [UInt8]) {
    var marks = LineMarks()
    var start = bytes.startOfText
    while start < bytes.count {
      marks.line(at: start)
      start = bytes.endOfLine(from: start) + 1
    }
    self.init(name: name, bytes: bytes, marks: marks)
  }

  /// Takes an input whose lines are known.
  init(name: String, bytes: [UInt8], marks: LineMarks) {
    self.name = name
    self.bytes = bytes
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

  /// Faults of the directive that begins on `line`, each shown at the value it is about, else at its
  /// beginning, in the order of their places.
  /// - Complexity: The directive is read once; O(*n* log *n*) in the faults that say a name.
  public func diagnostics(_ faults: [Fault], ofDirectiveOn line: Int) -> [Diagnostic] {
    let values = DirectiveReader.values(ofDirective: directive(on: line))
    let placed = faults.enumerated().map { order, fault in
      let value = fault.code.subjects.lazy.compactMap {
        $0.value(among: values, spelt: fault.values)
      }.first
      return (fault: fault, line: value?.line ?? 1, column: value?.column ?? 1, order: order)
    }
    return placed.sorted { ($0.line, $0.column, $0.order) < ($1.line, $1.column, $1.order) }.map {
      diagnostic($0.fault, line: line + $0.line - 1, column: $0.column)
    }
  }

  /// The bytes of the directive that begins on `line`, up to the next one.
  private func directive(on line: Int) -> [UInt8] {
    guard let first = bounds(ofLine: line) else { return [] }
    var end = bytes.endOfLine(from: first.lowerBound)
    while end < bytes.count {
      let next = bytes.endOfLine(from: end + 1)
      if LineShape(end + 1..<next, in: bytes) == .directive { break }
      end = next
    }
    return Array(bytes[first.lowerBound..<end])
  }

  /// Where a line's bytes lie, without its line end.
  private func bounds(ofLine line: Int) -> Range<Int>? {
    guard let mark = marks.nearest(before: line) else { return nil }
    var start = mark.start
    for _ in mark.line..<line {
      start = bytes.endOfLine(from: start) + 1
      guard start < bytes.count else { return nil }
    }
    let end = bytes.endOfLine(from: start)
    return start..<bytes.endOfContent(start..<end)
  }
}
