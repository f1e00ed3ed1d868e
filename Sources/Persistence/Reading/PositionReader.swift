import Bookkeeping
import Funding
import Monetary

/// Answers queries about positions: from the sums that are kept where there are some, else from rows.
struct PositionReader: ~Copyable {
  private let session: Session
  private let stored: PositionRows

  /// Prepares what reads them.
  init(_ session: Session) throws(StoreError) {
    try session.settle()
    self.stored = try PositionRows(session.connection)
    self.session = session
  }

  /// The rows that answer `query`.
  func rows(_ query: PositionQuery) throws(StoreError) -> [PositionRow] {
    var places = try AreaPlaces(of: query.area, in: session)
    var fold = try PositionFold(query, in: session)
    switch query.extent {
    case .inside:
      for root in places.roots { try addTree(below: root, query, to: &fold) }
      try addRows(reachingOnly: &places, query, to: &fold)
    case .above:
      try addRows(of: places.above, query, fold.measures) { (row) throws(StoreError) in
        if try places.relation(of: row) == .above { try fold.add(row) }
      }
    }
    return try fold.rows(in: session)
  }

  /// Adds what lies at a scope and below it.
  private func addTree(
    below scope: Int64, _ query: PositionQuery, to fold: inout PositionFold
  ) throws(StoreError) {
    let scopes = try session.names.scopes.subtree(of: scope)
    let month = query.asOf.monthStart.dayNumber
    guard query.breakdown != .reference, try isSummed(scope) else {
      return try addRows(of: scopes, query, fold.measures) { (row) throws(StoreError) in
        try fold.add(row)
      }
    }
    try addSums(of: scope, before: month, query, to: &fold)
    try takeAwayLate(of: Set(scopes), before: month, from: &fold)
    try addRows(of: scopes, in: month...query.asOf.dayNumber, ofMonthSummedBy: scope, to: &fold)
  }

  /// Adds rows of money that lies above the area and may be used nowhere else.
  private func addRows(
    reachingOnly places: inout AreaPlaces, _ query: PositionQuery, to fold: inout PositionFold
  ) throws(StoreError) {
    // What may be used nowhere but in one scope lies in it.
    guard places.roots.count > 1 else { return }
    let reaches = try session.connection.prepare("SELECT number FROM reach")
    for reach in try reaches.numbers() {
      try stored.all(withReach: reach, through: query.asOf.dayNumber) { (row) throws(StoreError) in
        guard fold.asksFor(row.cell), !places.inside.contains(row.cell.scope),
          try places.relation(of: row) == .inside
        else { return }
        try fold.add(row)
      }
    }
  }

  private func isSummed(_ scope: Int64) throws(StoreError) -> Bool {
    try session.connection.prepare("SELECT summed FROM position_count WHERE scope = ?")
      .number(scope) == 1
  }

  /// Adds the sums of whole months.
  private func addSums(
    of scope: Int64, before month: Int32, _ query: PositionQuery, to fold: inout PositionFold
  ) throws(StoreError) {
    let isByDonor = query.breakdown == .donor
    let statement = isByDonor ? try donorSums() : try categorySums()
    let years =
      if let year = query.year { [Int64(year.number)] } else { try summedYears(of: scope) }
    for year in years {
      for measure in fold.measures {
        statement.bind(scope, year, measure, month)
        defer { statement.reset() }
        while try statement.step() {
          let cell = PositionCell(
            scope: 0, year: year, measure: measure, day: 0, donor: statement.integer(0),
            category: statement.integer(1), currency: statement.integer(2))
          let sum = PositionSum(
            count: statement.integer(3), amount: statement.integer(4), book: statement.integer(5))
          try fold.add(sum, to: cell)
        }
      }
    }
  }

  private func donorSums() throws(StoreError) -> Statement {
    try session.connection.prepare(
      """
      SELECT donor, 0, currency, count, amount_minor, book_minor FROM position_by_donor
      WHERE scope = ? AND year = ? AND measure = ? AND month < ?
      """)
  }

  private func categorySums() throws(StoreError) -> Statement {
    try session.connection.prepare(
      """
      SELECT 0, category, 0, count, book_minor, book_minor FROM position_by_category
      WHERE scope = ? AND year = ? AND measure = ? AND month < ?
      """)
  }

  private func summedYears(of scope: Int64) throws(StoreError) -> [Int64] {
    try session.connection.prepare(
      "SELECT DISTINCT year FROM position_by_category WHERE scope = ?"
    ).numbers(scope)
  }

  /// Takes away what the sums contain of facts that were entered too late.
  private func takeAwayLate(
    of scopes: Set<Int64>, before month: Int32, from fold: inout PositionFold
  ) throws(StoreError) {
    var rows = try PositionRows.inOrder(session.connection)
    for sequence in fold.lateFacts {
      try rows.rows(of: sequence) { (statement) throws(StoreError) in
        let row = PositionRows.Row(statement)
        guard scopes.contains(row.cell.scope), row.cell.day < month, fold.asksFor(row.cell)
        else { return }
        try fold.takeAway(row)
      }
    }
  }

  /// Adds the rows of the month that is not over, in the years and measures that have any.
  private func addRows(
    of scopes: [Int64], in days: ClosedRange<Int32>, ofMonthSummedBy scope: Int64,
    to fold: inout PositionFold
  ) throws(StoreError) {
    let active = try session.connection.prepare(
      "SELECT DISTINCT year, measure FROM position_by_category WHERE scope = ? AND month = ?")
    active.bind(scope, days.lowerBound)
    while try active.step() {
      let cell = PositionCell(
        scope: 0, year: active.integer(0), measure: active.integer(1), day: 0)
      guard fold.asksFor(cell) else { continue }
      for part in scopes {
        try stored.some(of: part, year: cell.year, measure: cell.measure, days: days) {
          (row) throws(StoreError) in try fold.add(row)
        }
      }
    }
  }

  /// Shows all rows of `scopes` that are asked for.
  private func addRows(
    of scopes: [Int64], _ query: PositionQuery, _ measures: [Int64],
    _ body: (PositionRows.Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    let days = Int32.min...query.asOf.dayNumber
    for scope in scopes {
      let years =
        if let year = query.year { [Int64(year.number)] } else { try stored.years(of: scope) }
      for year in years {
        for measure in measures {
          try stored.some(of: scope, year: year, measure: measure, days: days, body)
        }
      }
    }
  }
}
