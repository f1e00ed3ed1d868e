public import Funding

/// Writes the text form of facts, canonically: equal facts give equal bytes, and those are read back
/// as an equal fact.
///
/// The directive of a fact is also the body that a ledger of record stores and hashes.
public struct LedgerTextWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// The directive of one fact, its own line and those below it, each with its line end.
  /// - Complexity: O(*n*) in the length of the directive.
  public func directive(_ fact: Fact) -> [UInt8] {
    var printer = DirectivePrinter()
    printer.fact(fact)
    return printer.output
  }

  /// A whole ledger: the directives in their canonical order, apart by an empty line.
  ///
  /// They are in the order of date, kind, name and amount. Directives of one line that state the same
  /// kind of fact on the same day stand together.
  /// - Complexity: O(*n* log *n*) in the number of facts.
  public func ledger(_ facts: [Fact]) -> [UInt8] {
    var printer = DirectivePrinter()
    let pieces = facts.map { fact in
      let start = printer.output.count
      printer.fact(fact)
      let isOneLine = printer.lines.count == 1
      return CanonicalOrder(fact, text: start..<printer.output.count, isOneLine: isOneLine)
    }
    let text = printer.output
    var output: [UInt8] = []
    output.reserveCapacity(text.count + facts.count)
    var last: CanonicalOrder?
    for piece in pieces.sorted(by: { $0.precedes($1, in: text) }) {
      if let last, !last.standsTogether(with: piece) { output.append(UInt8(ascii: "\n")) }
      output.append(contentsOf: text[piece.text])
      last = piece
    }
    return output
  }
}
