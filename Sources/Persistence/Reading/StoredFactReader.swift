import Bookkeeping
import Funding

/// Makes facts of rows, with all that is stored of them.
struct StoredFactReader: ~Copyable {
  private let session: Session
  private var facts: FactReader
  private var entries: EntryReader
  private var positions: SequenceCursor
  private var mentions: SequenceCursor

  /// Prepares what reads them.
  init(_ session: Session) throws(StoreError) {
    let facts = try FactReader(session)
    let entries = try EntryReader(session)
    let positions = try PositionRows.inOrder(session.connection)
    let mentions = SequenceCursor(
      try session.connection.prepare("SELECT seq, name FROM mention WHERE seq >= ? ORDER BY seq"))
    self.session = session
    self.facts = facts
    self.entries = entries
    self.positions = positions
    self.mentions = mentions
  }

  /// The place of the fact that follows `sequence`; nil if that is the last.
  mutating func sequence(after sequence: Int64) throws(StoreError) -> Int64? {
    try facts.sequence(after: sequence)
  }

  /// What the rows of a fact make.
  enum Outcome {
    /// The fact, with all that is stored of it.
    case fact(StoredFact)
    /// The fact, with an entry that does not balance: somebody changed its postings.
    case unbalanced(FactRecord)
  }

  /// The fact at `sequence`, nil if there is none.
  ///
  /// - Throws: `.corrupt` where its rows make no values, no balanced entries, or are not numbered
  ///   without a gap.
  mutating func fact(at sequence: Int64) throws(StoreError) -> StoredFact? {
    switch try outcome(at: sequence) {
    case .fact(let fact): fact
    case .unbalanced: throw session.corrupt
    case nil: nil
    }
  }

  /// What the rows at `sequence` make, nil if there are none.
  ///
  /// - Throws: `.corrupt` where they make no values or are not numbered without a gap.
  mutating func outcome(at sequence: Int64) throws(StoreError) -> Outcome? {
    let session = session
    guard let record = try facts.fact(at: sequence) else { return nil }
    guard let numbered = try entries.balancedEntries(of: sequence) else {
      return .unbalanced(record)
    }
    for (entry, number) in zip(numbered, Int64(1)...) where entry.number != number {
      throw session.corrupt
    }
    var rows: [PositionRow] = []
    try positions.rows(of: sequence) { (statement) throws(StoreError) in
      let row = PositionRows.Row(statement)
      guard row.line == rows.count + 1 else { throw session.corrupt }
      let day = try session.day(statement.integer(4))
      rows.append(try session.row(row, on: day))
    }
    var names: [FactID] = []
    try mentions.rows(of: sequence) { (statement) throws(StoreError) in
      let label = try session.required(try session.names.labels.name(of: statement.integer(1)))
      names.append(try session.required(FactID(label.storedText)))
    }
    return .fact(
      StoredFact(
        record: record, entries: numbered.map(\.entry), positions: rows, mentions: names))
  }
}
