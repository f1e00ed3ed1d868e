import Bookkeeping
import Funding

/// Makes facts of rows, with all that is stored of them.
struct StoredFactReader: ~Copyable {
  private let session: Session
  private let facts: FactReader
  private let entries: EntryReader
  private let positions: PositionRows
  private let mentions: Statement

  /// Prepares what reads them.
  init(_ session: Session) throws(StoreError) {
    let facts = try FactReader(session)
    let entries = try EntryReader(session)
    let positions = try PositionRows(session.connection)
    let mentions = try session.connection.prepare("SELECT name FROM mention WHERE seq = ?")
    self.session = session
    self.facts = facts
    self.entries = entries
    self.positions = positions
    self.mentions = mentions
  }

  /// The fact at `sequence`, nil if there is none.
  ///
  /// - Throws: `.corrupt` where its rows make no values or are not numbered without a gap.
  func fact(at sequence: Int64) throws(StoreError) -> StoredFact? {
    guard let record = try facts.fact(at: sequence) else { return nil }
    let numbered = try entries.entries(of: sequence)
    for (entry, number) in zip(numbered, Int64(1)...) where entry.number != number {
      throw session.corrupt
    }
    var rows: [PositionRow] = []
    try positions.ofFact(sequence) { (row) throws(StoreError) in
      guard row.line == rows.count + 1 else { throw session.corrupt }
      let day = try session.day(Int64(row.cell.day))
      rows.append(try session.row(row.cell, row.sum, scope: nil, day: day))
    }
    var names = Set<FactID>()
    for number in try mentions.numbers(sequence) {
      let label = try session.required(try session.names.labels.name(of: number))
      names.insert(try session.required(FactID(label.storedText)))
    }
    return StoredFact(
      record: record, entries: numbered.map(\.entry), positions: rows, mentions: names)
  }

  /// The place of the fact that follows `sequence`; nil if that is the last.
  func sequence(after sequence: Int64) throws(StoreError) -> Int64? {
    try facts.sequence(after: sequence)
  }

  /// The name of the fact at `sequence`, if it can be read.
  func id(at sequence: Int64) throws(StoreError) -> FactID? { try facts.id(at: sequence) }
}
