import Bookkeeping
import Funding
import Monetary

/// Answers queries about positions, by sums, those that are kept where there are some, or row by row.
struct PositionReader: ~Copyable {
  private let session: Session
  private let stored: PositionRows

  /// Prepares what reads them.
  init(_ session: Session) throws(StoreError) {
    try session.settle()
    self.stored = try PositionRows(session.connection)
    self.session = session
  }

  /// As ``Snapshot/positions(_:by:)``.
  func sums(
    _ query: PositionQuery, by breakdown: PositionQuery.Breakdown
  ) throws(StoreError) -> [PositionRow] {
    let asked = try NumberedQuery(query, in: session)
    var places = try AreaPlaces(of: query.area, in: session)
    var fold = PositionFold(by: breakdown)
    var unsummed: [Int64] = []
    for root in query.extent == .inside ? places.roots : [] {
      if try isSummed(root) {
        try addSums(below: root, query, asked, by: breakdown, to: &fold)
      } else {
        unsummed.append(root)
      }
    }
    try each(query, asked, in: &places, below: unsummed) { (row) throws(StoreError) in
      try fold.add(row)
    }
    return try fold.rows(of: query, in: session)
  }

  /// As ``Snapshot/rows(_:)``.
  func rows(_ query: PositionQuery) throws(StoreError) -> [LearntRow] {
    let asked = try NumberedQuery(query, in: session)
    var places = try AreaPlaces(of: query.area, in: session)
    var found: [PositionRows.Row] = []
    try each(query, asked, in: &places, below: places.roots) { (row) throws(StoreError) in
      found.append(row)
    }
    found.sort { ($0.sequence, $0.line) < ($1.sequence, $1.line) }
    let entered = try session.connection.prepare("SELECT entered FROM fact WHERE seq = ?")
    var rows: [LearntRow] = []
    rows.reserveCapacity(found.count)
    var latest: (sequence: Int64, entered: Instant)?
    for row in found {
      if latest?.sequence != row.sequence {
        let instant = try session.required(try entered.number(row.sequence))
        latest = (row.sequence, Instant(microseconds: instant))
      }
      guard let latest else { continue }
      rows.append(
        LearntRow(
          try session.row(row, on: try session.day(Int64(row.cell.day))), entered: latest.entered))
    }
    return rows
  }

  /// Shows the rows that are asked for: inside, those below `roots` and those of money above that may
  /// be used nowhere else; above, those that may reach the area.
  private func each(
    _ query: PositionQuery, _ asked: NumberedQuery, in places: inout AreaPlaces,
    below roots: [Int64], _ body: (PositionRows.Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    switch query.extent {
    case .inside:
      for root in roots {
        let scopes = try session.names.scopes.subtree(of: root)
        try each(of: scopes, query, asked, body)
      }
      try each(reachingOnly: &places, query, asked, body)
    case .above:
      try each(of: places.above, query, asked) { (row) throws(StoreError) in
        if try places.relation(of: row) == .above { try body(row) }
      }
    }
  }

  /// Adds what lies at a scope whose sums are kept and below it.
  private func addSums(
    below scope: Int64, _ query: PositionQuery, _ asked: NumberedQuery,
    by breakdown: PositionQuery.Breakdown, to fold: inout PositionFold
  ) throws(StoreError) {
    let scopes = try session.names.scopes.subtree(of: scope)
    let month = query.asOf.monthStart.dayNumber
    try addSums(of: scope, before: month, query, asked, by: breakdown, to: &fold)
    try takeAwayLate(of: Set(scopes), before: month, asked, from: &fold)
    try addRows(
      of: scopes, in: month...query.asOf.dayNumber, asked, ofMonthSummedBy: scope, to: &fold)
  }

  /// Shows rows of money that lies above the area and may be used nowhere else.
  private func each(
    reachingOnly places: inout AreaPlaces, _ query: PositionQuery, _ asked: NumberedQuery,
    _ body: (PositionRows.Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    // What may be used nowhere but in one scope lies in it.
    guard places.roots.count > 1 else { return }
    let reaches = try session.connection.prepare("SELECT number FROM reach")
    for reach in try reaches.numbers() {
      try stored.all(withReach: reach, through: query.asOf.dayNumber) { (row) throws(StoreError) in
        guard asked.asksFor(row.cell), asked.isKnown(row), !places.inside.contains(row.cell.scope),
          try places.relation(of: row) == .inside
        else { return }
        try body(row)
      }
    }
  }

  private func isSummed(_ scope: Int64) throws(StoreError) -> Bool {
    try session.connection.prepare("SELECT summed FROM position_count WHERE scope = ?")
      .number(scope) == 1
  }

  /// Adds the sums of whole months.
  private func addSums(
    of scope: Int64, before month: Int32, _ query: PositionQuery, _ asked: NumberedQuery,
    by breakdown: PositionQuery.Breakdown, to fold: inout PositionFold
  ) throws(StoreError) {
    let isByDonor = breakdown == .donor
    let statement = isByDonor ? try donorSums() : try categorySums()
    let years =
      if let year = query.year { [Int64(year.number)] } else { try summedYears(of: scope) }
    for year in years {
      for measure in asked.measures {
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
    of scopes: Set<Int64>, before month: Int32, _ asked: NumberedQuery,
    from fold: inout PositionFold
  ) throws(StoreError) {
    var rows = try PositionRows.inOrder(session.connection)
    for sequence in asked.lateFacts {
      try rows.rows(of: sequence) { (statement) throws(StoreError) in
        let row = PositionRows.Row(statement)
        guard scopes.contains(row.cell.scope), row.cell.day < month, asked.asksFor(row.cell)
        else { return }
        try fold.takeAway(row)
      }
    }
  }

  /// Adds the rows of the month that is not over, in the years and measures that have any.
  private func addRows(
    of scopes: [Int64], in days: ClosedRange<Int32>, _ asked: NumberedQuery,
    ofMonthSummedBy scope: Int64, to fold: inout PositionFold
  ) throws(StoreError) {
    let active = try session.connection.prepare(
      "SELECT DISTINCT year, measure FROM position_by_category WHERE scope = ? AND month = ?")
    active.bind(scope, days.lowerBound)
    while try active.step() {
      let cell = PositionCell(
        scope: 0, year: active.integer(0), measure: active.integer(1), day: 0)
      guard asked.asksFor(cell) else { continue }
      for part in scopes {
        try stored.some(of: part, year: cell.year, measure: cell.measure, days: days) {
          (row) throws(StoreError) in if asked.isKnown(row) { try fold.add(row) }
        }
      }
    }
  }

  /// Shows all rows of `scopes` that are asked for.
  private func each(
    of scopes: [Int64], _ query: PositionQuery, _ asked: NumberedQuery,
    _ body: (PositionRows.Row) throws(StoreError) -> Void
  ) throws(StoreError) {
    let days = Int32.min...query.asOf.dayNumber
    for scope in scopes {
      let years =
        if let year = query.year { [Int64(year.number)] } else { try stored.years(of: scope) }
      for year in years {
        for measure in asked.measures {
          try stored.some(of: scope, year: year, measure: measure, days: days) {
            (row) throws(StoreError) in if asked.isKnown(row) { try body(row) }
          }
        }
      }
    }
  }
}
