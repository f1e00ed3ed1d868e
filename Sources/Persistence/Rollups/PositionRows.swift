/// The position rows of a scope, read in the order of their index.
struct PositionRows: ~Copyable {
  private let ofScope: Statement
  private let ofMeasure: Statement
  private let ofFact: Statement
  private let yearAfter: Statement

  /// A row with numbers for names, and the fact it follows from.
  struct Row {
    let sequence: Int64
    let line: Int64
    let cell: PositionCell
    let sum: PositionSum
  }

  /// Prepares what reads them.
  init(_ connection: Connection) throws(StoreError) {
    let ofScope = try connection.prepare(
      """
      SELECT seq, scope, year, measure, day, donor, category, reference, currency,
        count, amount_minor, book_minor, line
      FROM position INDEXED BY position_by_place WHERE scope = ?
      """)
    let ofMeasure = try connection.prepare(
      """
      SELECT seq, scope, year, measure, day, donor, category, reference, currency,
        count, amount_minor, book_minor, line
      FROM position INDEXED BY position_by_place
      WHERE scope = ? AND year = ? AND measure = ? AND day BETWEEN ? AND ?
      """)
    let ofFact = try connection.prepare(
      """
      SELECT seq, scope, year, measure, day, donor, category, reference, currency,
        count, amount_minor, book_minor, line
      FROM position WHERE seq = ? ORDER BY line
      """)
    let yearAfter = try connection.prepare(
      "SELECT min(year) FROM position INDEXED BY position_by_place WHERE scope = ? AND year > ?")
    self.ofScope = ofScope
    self.ofMeasure = ofMeasure
    self.ofFact = ofFact
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

  /// Shows the rows of a fact, in their order.
  func ofFact(
    _ sequence: Int64, _ body: (Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    ofFact.bind(sequence)
    try show(ofFact, body)
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
    while try statement.step() {
      let cell = PositionCell(
        scope: statement.integer(1), year: statement.integer(2), measure: statement.integer(3),
        day: Int32(truncatingIfNeeded: statement.integer(4)), donor: statement.integer(5),
        category: statement.integer(6), reference: statement.integer(7),
        currency: statement.integer(8))
      let sum = PositionSum(
        count: statement.integer(9), amount: statement.integer(10), book: statement.integer(11))
      try body(
        Row(
          sequence: statement.integer(0), line: statement.integer(12), cell: cell, sum: sum))
    }
  }
}
