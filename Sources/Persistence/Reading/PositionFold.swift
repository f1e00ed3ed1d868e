import Bookkeeping
import Funding
import Monetary

/// Adds up position rows as finely as a query asks for.
struct PositionFold {
  private let query: PositionQuery
  /// The numbers of the measures that are asked for and known, in order.
  let measures: [Int64]
  /// Facts that were entered later than is asked for.
  private let late: Set<Int64>
  private var sums: [PositionCell: PositionSum] = [:]
  private var references: [PositionRows.Row] = []

  /// Begins with nothing.
  init(_ query: PositionQuery, in session: Session) throws(StoreError) {
    self.query = query
    var measures: [Int64] = []
    for measure in query.measures {
      if let number = try session.names.measures.known(measure) { measures.append(number) }
    }
    self.measures = measures.sorted()
    if let known = query.known {
      late = Set(try session.sequences(enteredAfter: known))
    } else {
      late = []
    }
  }

  /// Facts that were entered later than is asked for, in order.
  var lateFacts: [Int64] { late.sorted() }

  /// Adds a row, unless its fact was entered too late.
  mutating func add(_ row: PositionRows.Row) throws(StoreError) {
    guard !late.contains(row.sequence) else { return }
    if query.breakdown == .reference {
      references.append(row)
    } else {
      try sums[cell(of: row.cell), default: PositionSum()].add(sum(of: row.sum))
    }
  }

  /// Adds what was summed before.
  mutating func add(_ sum: PositionSum, to cell: PositionCell) throws(StoreError) {
    try sums[cell, default: PositionSum()].add(sum)
  }

  /// Takes away a row that a sum contains.
  mutating func takeAway(_ row: PositionRows.Row) throws(StoreError) {
    try sums[cell(of: row.cell), default: PositionSum()].subtract(sum(of: row.sum))
  }

  /// Whether a row is of the year and the measures that are asked for.
  func asksFor(_ cell: PositionCell) -> Bool {
    measures.contains(cell.measure) && (query.year.map { Int64($0.number) == cell.year } ?? true)
  }

  private func cell(of cell: PositionCell) -> PositionCell {
    var summed = query.breakdown == .donor ? cell.byDonor(in: 0) : cell.byCategory(in: 0)
    summed.day = 0
    return summed
  }

  private func sum(of sum: PositionSum) -> PositionSum {
    query.breakdown == .donor ? sum : sum.inBookCurrency
  }

  /// All that was added, names for numbers, in an order that does not depend on how it was stored.
  func rows(in session: Session) throws(StoreError) -> [PositionRow] {
    var rows: [PositionRow] = []
    if query.breakdown == .reference {
      rows.reserveCapacity(references.count)
      for row in references.sorted(by: { ($0.sequence, $0.line) < ($1.sequence, $1.line) }) {
        rows.append(
          try session.row(row, on: try session.day(Int64(row.cell.day))))
      }
      return rows
    }
    for (cell, sum) in sums where sum != PositionSum() {
      rows.append(try session.row(cell, sum, at: query.area.path, on: query.asOf))
    }
    return rows.sorted(by: Self.precedes)
  }

  private static func precedes(_ left: PositionRow, _ right: PositionRow) -> Bool {
    if left.year != right.year { return left.year < right.year }
    if left.measure != right.measure { return left.measure.rawValue < right.measure.rawValue }
    if left.donor != right.donor { return (left.donor?.text ?? "") < (right.donor?.text ?? "") }
    if left.category != right.category {
      return (left.category?.rawValue ?? "") < (right.category?.rawValue ?? "")
    }
    return left.amount.currency < right.amount.currency
  }
}

extension Session {
  /// The row that numbers stand for.
  func row(_ row: PositionRows.Row, on day: CalendarDate) throws(StoreError) -> PositionRow {
    let place = try required(try names.scopes.name(of: row.cell.scope))
    return try self.row(row.cell, row.sum, reach: row.reach, at: place, on: day)
  }

  /// The row that a sum makes.
  func row(
    _ cell: PositionCell, _ sum: PositionSum, reach number: Int64 = 0, at place: ScopePath,
    on day: CalendarDate
  ) throws(StoreError) -> PositionRow {
    var donor: DonorID?
    var category: EarmarkCategory?
    var reach: Reach?
    var reference: Reference?
    var currency = bookCurrency
    if cell.donor != 0 { donor = try required(try names.donors.name(of: cell.donor)) }
    if cell.category != 0 {
      category = try required(try names.categories.name(of: cell.category))
    }
    if number != 0 { reach = try required(try names.reaches.name(of: number)) }
    if cell.reference != 0 {
      let label = try required(try names.labels.name(of: cell.reference))
      reference = try required(Reference(label.storedText))
    }
    if cell.currency != 0 { currency = try required(try names.currencies.name(of: cell.currency)) }
    return PositionRow(
      try required(try names.measures.name(of: cell.measure)), day: day, scope: place,
      year: try required(BudgetYear(Int(cell.year))), donor: donor, category: category,
      reach: reach, reference: reference, count: Int(sum.count),
      amount: Money(minorUnits: sum.amount, of: currency),
      book: Money(minorUnits: sum.book, of: bookCurrency))
  }
}
