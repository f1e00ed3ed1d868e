import Bookkeeping
import Funding
import Monetary

/// Makes facts of rows.
struct FactReader: ~Copyable {
  private let session: Session
  private var rows: SequenceCursor

  /// Prepares what reads them.
  init(_ session: Session) throws(StoreError) {
    self.session = session
    rows = SequenceCursor(
      try session.connection.prepare(
        """
        SELECT seq, kind, id, date, posted, recorded, entered, author, reference, batch,
          body, digest, hash
        FROM fact WHERE seq >= ? ORDER BY seq
        """))
  }

  /// The fact at `sequence`; nil if there is none.
  mutating func fact(at sequence: Int64) throws(StoreError) -> FactRecord? {
    let session = session
    var fact: FactRecord?
    try rows.rows(of: sequence) { (row) throws(StoreError) in fact = try session.fact(row) }
    return fact
  }

  /// The place of the fact that follows `sequence`; nil if that is the last.
  mutating func sequence(after sequence: Int64) throws(StoreError) -> Int64? {
    try rows.first(from: sequence + 1)
  }

  /// Shows the facts that follow `sequence`, in their order.
  mutating func facts(after sequence: Int64, _ body: (FactRecord) throws -> Void) throws {
    var latest = sequence
    while let next = try self.sequence(after: latest), let fact = try fact(at: next) {
      try body(fact)
      latest = next
    }
  }
}

extension Session {
  /// The fact of a row as ``FactReader`` selects them.
  fileprivate func fact(_ row: borrowing Statement) throws(StoreError) -> FactRecord {
    var reference: Reference?
    if let number = row.optionalInteger(8) {
      let label = try required(try names.labels.name(of: number))
      reference = try required(Reference(label.storedText))
    }
    var recorded: CalendarDate?
    if let number = row.optionalInteger(5) { recorded = try day(number) }
    let header = FactHeader(
      kind: try required(try names.kinds.name(of: row.integer(1))),
      id: try required(FactID(row.text(2))), date: try day(row.integer(3)),
      posted: try day(row.integer(4)), recorded: recorded,
      entered: Instant(microseconds: row.integer(6)), by: row.text(7), reference: reference)
    return FactRecord(
      sequence: row.integer(0), header: header, batch: row.integer(9), body: row.bytes(10),
      digest: try required(row.digest(11)), hash: try required(row.digest(12)))
  }

  /// What is thrown where a row does not make a value.
  var corrupt: StoreError { .corrupt(path: connection.path) }

  /// The day of a stored number.
  func day(_ number: Int64) throws(StoreError) -> CalendarDate {
    try required(CalendarDate(exactly: number))
  }

  /// What is there; where nothing is, the row does not make a value.
  func required<Value>(_ value: Value?) throws(StoreError) -> Value {
    guard let value else { throw corrupt }
    return value
  }
}

extension CalendarDate {
  /// The day of a stored number; nil where it lies outside the years 1 to 9999.
  init?(exactly number: some BinaryInteger) {
    guard (-719_162...2_932_896).contains(number) else { return nil }
    self.init(dayNumber: Int32(number))
  }
}
