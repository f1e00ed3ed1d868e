import Funding

/// Prints the facts of a text in their canonical order, with the text's comments in their places.
struct CommentWeaver {
  /// A directive, printed alone for its place and with its comments for the text.
  private struct Piece {
    let order: CanonicalOrder
    let woven: Range<Int>
    /// Whether no comment stands before it.
    let isAlone: Bool
  }

  private let comments: CommentScan
  private let source: [UInt8]
  private var printer = DirectivePrinter()
  private var output: [UInt8] = []

  /// Takes the comments that were found in `source`.
  init(_ comments: CommentScan, in source: [UInt8]) {
    self.comments = comments
    self.source = source
  }

  /// The whole text of `facts`, which are those of the directives of the source, in their order.
  mutating func woven(_ facts: [Fact]) -> [UInt8] {
    var pieces: [Piece] = []
    for (fact, own) in zip(facts, comments.directives) {
      let start = printer.output.count
      printer.fact(fact)
      let text = start..<printer.output.count
      let order = CanonicalOrder(fact, text: text, isOneLine: printer.lines.count == 1)
      let wovenStart = output.count
      weave(own)
      pieces.append(
        Piece(order: order, woven: wovenStart..<output.count, isAlone: own.before.isEmpty))
    }
    let woven = output
    output = []
    write(comments.head)
    var last: Piece?
    for piece in pieces.sorted(by: { $0.order.precedes($1.order, in: printer.output) }) {
      if let last, !piece.isAlone || !last.order.standsTogether(with: piece.order) { writeGap() }
      output.append(contentsOf: woven[piece.woven])
      last = piece
    }
    if last != nil, comments.tail.contains(where: { $0 != .gap }) { writeGap() }
    write(comments.tail)
    return output
  }

  /// Writes the directive that was printed, each line with its comments.
  ///
  /// Lines find theirs by key: the first of a key printed is the first of that key in the source.
  private mutating func weave(_ own: CommentScan.OfDirective) {
    write(own.before)
    let commented = own.below.indices.filter { own.below[$0].isCommented }
    let places = Dictionary(grouping: own.below.indices, by: { own.below[$0].key })
    var seen: [Key: Int] = [:]
    var left = Set(commented)
    for (index, line) in printer.lines.enumerated() {
      let isLast = index + 1 == printer.lines.count
      let end = isLast ? printer.output.count : printer.lines[index + 1].start
      let letters = printer.output[line.start..<(end - 1)]
      guard let key = line.key else {
        write(letters, own.onLine)
        continue
      }
      let rank = seen[key, default: 0]
      seen[key] = rank + 1
      guard let place = places[key]?.dropFirst(rank).first else {
        write(letters, nil)
        continue
      }
      left.remove(place)
      for comment in own.below[place].before { write(indented: comment) }
      write(letters, own.below[place].onLine)
    }
    // A line that states a default is not printed; its comments are kept all the same.
    for place in commented where left.contains(place) {
      for comment in own.below[place].before { write(indented: comment) }
      if let comment = own.below[place].onLine { write(indented: comment) }
    }
    for comment in own.after { write(indented: comment) }
  }

  private mutating func write(_ pieces: [CommentScan.Piece]) {
    for piece in pieces {
      switch piece {
      case .comment(let letters):
        output.append(contentsOf: source[letters])
        output.append(UInt8(ascii: "\n"))
      case .gap: writeGap()
      }
    }
  }

  private mutating func write(_ letters: ArraySlice<UInt8>, _ comment: Range<Int>?) {
    output.append(contentsOf: letters)
    if let comment {
      output.append(contentsOf: "  ".utf8)
      output.append(contentsOf: source[comment])
    }
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func write(indented comment: Range<Int>) {
    output.append(contentsOf: "  ".utf8)
    output.append(contentsOf: source[comment])
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func writeGap() {
    output.append(UInt8(ascii: "\n"))
  }
}
