/// The position rows of a scope, read in the order of their index.
struct PositionRows: ~Copyable {
  private let ofScope: Statement
  private let ofMeasure: Statement
  private let ofReach: Statement
  private let yearAfter: Statement

  /// A row with numbers for names, and the fact it follows from.
  struct Row {
    let sequence: Int64
    let line: Int64
    let cell: PositionCell
    /// The number of its reach; zero for none.
    let reach: Int64
    let sum: PositionSum
  }

  /// Prepares what reads them.
  init(_ connection: Connection) throws(StoreError) {
    let ofScope = try connection.prepare(
      """
      SELECT seq, scope, year, measure, day, donor, category, reference, currency,
        count, amount_minor, book_minor, line, reach
      FROM position INDEXED BY position_by_place WHERE scope = ?
      """)
    let ofMeasure = try connection.prepare(
      """
      SELECT seq, scope, year, measure, day, donor, category, reference, currency,
        count, amount_minor, book_minor, line, reach
      FROM position INDEXED BY position_by_place
      WHERE scope = ? AND year = ? AND measure = ? AND day BETWEEN ? AND ?
      """)
    let ofReach = try connection.prepare(
      """
      SELECT seq, scope, year, measure, day, donor, category, reference, currency,
        count, amount_minor, book_minor, line, reach
      FROM position INDEXED BY position_by_reach WHERE reach = ? AND day <= ?
      """)
    let yearAfter = try connection.prepare(
      "SELECT min(year) FROM position INDEXED BY position_by_place WHERE scope = ? AND year > ?")
    self.ofScope = ofScope
    self.ofMeasure = ofMeasure
    self.ofReach = ofReach
    self.yearAfter = yearAfter
  }

  /// Shows every row of `scope`, not of those below it.
  func all(
    of scope: Int64, _ body: (Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    ofScope.bind(scope)
    try show(ofScope, body)
  }

  /// Shows the rows of `scope` in a year and of a measure, whose day is in `days`.
  func some(
    of scope: Int64, year: Int64, measure: Int64, days: ClosedRange<Int32>,
    _ body: (Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    ofMeasure.bind(scope, year, measure, days.lowerBound, days.upperBound)
    try show(ofMeasure, body)
  }

  /// Shows the rows with a reach, up to `day`.
  func all(
    withReach reach: Int64, through day: Int32, _ body: (Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    ofReach.bind(reach, day)
    try show(ofReach, body)
  }

  /// The rows of all facts, in their order, to be read as ``Row``.
  static func inOrder(_ connection: Connection) throws(StoreError) -> SequenceCursor {
    SequenceCursor(
      try connection.prepare(
        """
        SELECT seq, scope, year, measure, day, donor, category, reference, currency,
          count, amount_minor, book_minor, line, reach
        FROM position WHERE seq >= ? ORDER BY seq, line
        """))
  }

  /// The budget years that rows of `scope` are for.
  func years(of scope: Int64) throws(StoreError) -> [Int64] {
    var years: [Int64] = []
    while let next = try yearAfter.number(scope, years.last ?? 0) { years.append(next) }
    return years
  }

  private func show(
    _ statement: borrowing Statement, _ body: (Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    defer { statement.reset() }
    while try statement.step() { try body(Row(statement)) }
  }
}

extension PositionRows.Row {
  /// Reads a row as ``PositionRows`` selects them.
  init(_ row: borrowing Statement) {
    sequence = row.integer(0)
    line = row.integer(12)
    cell = PositionCell(
      scope: row.integer(1), year: row.integer(2), measure: row.integer(3),
      day: Int32(truncatingIfNeeded: row.integer(4)), donor: row.integer(5),
      category: row.integer(6), reference: row.integer(7), currency: row.integer(8))
    reach = row.integer(13)
    sum = PositionSum(count: row.integer(9), amount: row.integer(10), book: row.integer(11))
  }
}
