/// The comments of a text that was read without a diagnostic, and what each belongs to.
///
/// Comments that stand before a directive belong to it, and so do those within it and at the ends of
/// its lines. Of what stands before the first directive only the block that touches it does; the rest
/// is the head of the file. What follows the last directive is its tail, unless it is indented.
struct CommentScan {
  /// A line between directives.
  enum Piece: Equatable {
    /// A comment; its letters.
    case comment(Range<Int>)
    /// One or more empty lines.
    case gap
  }

  /// The comments of one directive.
  struct OfDirective {
    var before: [Piece] = []
    /// The comment at the end of its own line.
    var onLine: Range<Int>?
    var below: [OfLine] = []
    /// Comment lines behind the last line below it.
    var after: [Range<Int>] = []
  }

  /// The comments of one line below a directive.
  struct OfLine {
    let key: Key
    var before: [Range<Int>]
    var onLine: Range<Int>?

    /// Whether the line has any.
    var isCommented: Bool { !before.isEmpty || onLine != nil }
  }

  private(set) var head: [Piece] = []
  /// The comments of each directive, in the order of the text.
  private(set) var directives: [OfDirective] = []
  private(set) var tail: [Piece] = []

  private let bytes: [UInt8]
  private let keys = WordTable.ofKeys
  /// Lines whose place is known when the next line that is no comment is read.
  private var pending: [(piece: Piece, isIndented: Bool)] = []

  /// Finds the comments of `bytes`.
  /// - Complexity: O(*n*) in the number of bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = bytes.startOfText
    while start < bytes.count {
      let stop = bytes.endOfLine(from: start)
      take(start..<bytes.endOfContent(start..<stop))
      start = stop + 1
    }
    endDirective()
    tail = pending.map(\.piece)
    // The gaps at the very top and at the very end are nobody's.
    if head.first == .gap { head.removeFirst() }
    if tail.first == .gap { tail.removeFirst() }
    if tail.last == .gap { tail.removeLast() }
  }

  private mutating func take(_ bounds: Range<Int>) {
    switch LineShape(bounds, in: bytes) {
    case nil:
      if pending.last?.piece != .gap { pending.append((.gap, false)) }
    case .comment(let isIndented):
      let start = bytes[bounds].firstIndex(of: UInt8(ascii: ";")) ?? bounds.lowerBound
      pending.append((.comment(trimmed(start..<bounds.upperBound)), isIndented))
    case .directive: begin(bounds)
    case .below(let start): addLine(start..<bounds.upperBound)
    }
  }

  private mutating func begin(_ bounds: Range<Int>) {
    endDirective()
    var before = pending.map(\.piece)
    pending = []
    if directives.isEmpty {
      let block = before.suffix(while: { $0 != .gap })
      head = Array(before.dropLast(block.count))
      before = Array(block)
    }
    // The gap that parts a directive from the one above it is nobody's.
    if before.first == .gap { before.removeFirst() }
    directives.append(OfDirective(before: before, onLine: comment(in: bounds)))
  }

  private mutating func addLine(_ bounds: Range<Int>) {
    guard !directives.isEmpty else { return }
    guard let (key, _) = keys.key(bounds, in: bytes) else { return }
    directives[directives.count - 1].below.append(
      OfLine(key: key, before: pendingComments, onLine: comment(in: bounds)))
    pending = []
  }

  /// Gives the directive above the indented comments that follow it at once.
  private mutating func endDirective() {
    guard !directives.isEmpty else { return }
    let own = pending.prefix { $0.isIndented || $0.piece == .gap }
    guard let last = own.lastIndex(where: \.isIndented) else { return }
    let rest = pending[(last + 1)...]
    pending = Array(pending[...last])
    directives[directives.count - 1].after = pendingComments
    pending = Array(rest)
  }

  private var pendingComments: [Range<Int>] {
    pending.compactMap { if case .comment(let letters) = $0.piece { letters } else { nil } }
  }

  /// The comment at the end of a line: what stands behind a blank and a semicolon, outside quotes.
  private func comment(in bounds: Range<Int>) -> Range<Int>? {
    var isQuoted = false
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isQuoted: index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";")
      where !isQuoted && index > bounds.lowerBound && bytes[index - 1] == UInt8(ascii: " "):
        return trimmed(index..<bounds.upperBound)
      default: break
      }
      index += 1
    }
    return nil
  }

  private func trimmed(_ letters: Range<Int>) -> Range<Int> {
    let last = bytes[letters].lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return letters.lowerBound..<((last ?? letters.lowerBound) + 1)
  }
}

extension Array {
  /// The elements at the end that all satisfy `predicate`.
  fileprivate func suffix(while predicate: (Element) -> Bool) -> ArraySlice<Element> {
    let start = lastIndex { !predicate($0) }.map { $0 + 1 } ?? startIndex
    return self[start...]
  }
}
