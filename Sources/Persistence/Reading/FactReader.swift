import Bookkeeping
import Funding
import Monetary

/// Makes facts of rows.
struct FactReader: ~Copyable {
  private let session: Session
  private let one: Statement
  private let following: Statement
  private let next: Statement
  private let name: Statement

  /// Prepares what reads them.
  init(_ session: Session) throws(StoreError) {
    let one = try session.connection.prepare(
      """
      SELECT seq, kind, id, date, posted, recorded, entered, author, reference, batch,
        body, digest, hash
      FROM fact WHERE seq = ?
      """)
    let following = try session.connection.prepare(
      """
      SELECT seq, kind, id, date, posted, recorded, entered, author, reference, batch,
        body, digest, hash
      FROM fact WHERE seq > ? ORDER BY seq
      """)
    let next = try session.connection.prepare("SELECT min(seq) FROM fact WHERE seq > ?")
    let name = try session.connection.prepare("SELECT id FROM fact WHERE seq = ?")
    self.session = session
    self.one = one
    self.following = following
    self.next = next
    self.name = name
  }

  /// The fact at `sequence`; nil if there is none.
  func fact(at sequence: Int64) throws(StoreError) -> FactRecord? {
    one.bind(sequence)
    defer { one.reset() }
    return try one.step() ? try decoded(one) : nil
  }

  /// Shows the facts that follow `sequence`, in their order.
  func facts(after sequence: Int64, _ body: (FactRecord) throws -> Void) throws {
    following.bind(sequence)
    defer { following.reset() }
    while try following.step() { try body(try decoded(following)) }
  }

  /// The place of the fact that follows `sequence`; nil if that is the last.
  func sequence(after sequence: Int64) throws(StoreError) -> Int64? { try next.number(sequence) }

  /// The name of the fact at `sequence`, if it can be read.
  func id(at sequence: Int64) throws(StoreError) -> FactID? {
    name.bind(sequence)
    defer { name.reset() }
    return try name.step() ? FactID(name.text(0)) : nil
  }

  private func decoded(_ row: borrowing Statement) throws(StoreError) -> FactRecord {
    let names = session.names
    var reference: Reference?
    if let number = row.optionalInteger(8) {
      reference = try names.labels.name(of: number).flatMap { Reference($0.storedText) }
      guard reference != nil else { throw session.corrupt }
    }
    guard let kind = try names.kinds.name(of: row.integer(1)), let id = FactID(row.text(2)),
      let digest = row.digest(11), let hash = row.digest(12)
    else { throw session.corrupt }
    let header = FactHeader(
      kind: kind, id: id, date: try session.day(row.integer(3)),
      posted: try session.day(row.integer(4)),
      recorded: try row.optionalInteger(5).map { (number) throws(StoreError) in
        try session.day(number)
      },
      entered: Instant(microseconds: row.integer(6)), by: row.text(7), reference: reference)
    return FactRecord(
      sequence: row.integer(0), header: header, batch: row.integer(9), body: row.bytes(10),
      digest: digest, hash: hash)
  }
}

extension CalendarDate {
  /// The day of a stored number; nil where it lies outside the years 1 to 9999.
  init?(exactly number: some BinaryInteger) {
    guard (-719_162...2_932_896).contains(number) else { return nil }
    self.init(dayNumber: Int32(number))
  }
}

extension Session {
  /// What is thrown where a row does not make a value.
  var corrupt: StoreError { .corrupt(path: connection.path) }

  /// The day of a stored number.
  func day(_ number: Int64) throws(StoreError) -> CalendarDate {
    try required(CalendarDate(exactly: number))
  }

  /// The value that `name` gives; a row that names nothing is corrupt.
  func required<Value>(_ name: Value?) throws(StoreError) -> Value {
    guard let name else { throw corrupt }
    return name
  }
}
