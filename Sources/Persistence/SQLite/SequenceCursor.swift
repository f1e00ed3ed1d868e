/// A statement whose rows come in the order of facts, read fact by fact.
///
/// Facts that follow each other are read in one pass; any other order costs a search each.
struct SequenceCursor: ~Copyable {
  private let statement: Statement
  /// The fact whose rows were read last.
  private var latest: Int64?
  /// The fact of the row that the statement stands on; nil beyond the last row.
  private var standing: Int64?

  /// Takes a statement of one parameter, the least fact, whose first column is the fact, in order.
  init(_ statement: consuming Statement) {
    self.statement = statement
  }

  /// Shows the rows of the fact at `sequence`.
  mutating func rows(
    of sequence: Int64, _ body: (borrowing Statement) throws(StoreError) -> Void
  ) throws(StoreError) {
    try seek(sequence)
    do throws(StoreError) {
      while standing == sequence {
        try body(statement)
        try advance()
      }
    } catch {
      // It stands in the middle of a fact's rows; the next search begins anew.
      latest = nil
      throw error
    }
  }

  /// The fact at `sequence`, or the first that follows it.
  mutating func first(from sequence: Int64) throws(StoreError) -> Int64? {
    try seek(sequence)
    latest = sequence - 1
    return standing
  }

  private mutating func seek(_ sequence: Int64) throws(StoreError) {
    defer { latest = sequence }
    // Nothing lies between the fact that was read last and the row that the statement stands on.
    if let latest, latest < sequence, standing.map({ sequence <= $0 }) ?? true { return }
    statement.reset()
    statement.bind(sequence)
    standing = nil
    try advance()
  }

  private mutating func advance() throws(StoreError) {
    standing = try statement.step() ? statement.integer(0) : nil
  }
}
