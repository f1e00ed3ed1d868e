import Bookkeeping
import Funding
import Monetary

/// Adds up position rows as finely as is asked for.
struct PositionFold {
  private let breakdown: PositionQuery.Breakdown
  private var sums: [PositionCell: PositionSum] = [:]

  /// Begins with nothing.
  init(by breakdown: PositionQuery.Breakdown) {
    self.breakdown = breakdown
  }

  /// Adds a row.
  mutating func add(_ row: PositionRows.Row) throws(StoreError) {
    try sums[cell(of: row.cell), default: PositionSum()].add(sum(of: row.sum))
  }

  /// Adds what was summed before.
  mutating func add(_ sum: PositionSum, to cell: PositionCell) throws(StoreError) {
    try sums[cell, default: PositionSum()].add(sum)
  }

  /// Takes away a row that a sum contains.
  mutating func takeAway(_ row: PositionRows.Row) throws(StoreError) {
    try sums[cell(of: row.cell), default: PositionSum()].subtract(sum(of: row.sum))
  }

  private func cell(of cell: PositionCell) -> PositionCell {
    var summed = breakdown == .donor ? cell.byDonor(in: 0) : cell.byCategory(in: 0)
    summed.day = 0
    return summed
  }

  private func sum(of sum: PositionSum) -> PositionSum {
    breakdown == .donor ? sum : sum.inBookCurrency
  }

  /// All that was added, names for numbers, as rows at the query's place and on its day, in an order
  /// that does not depend on how it was stored.
  func rows(of query: PositionQuery, in session: Session) throws(StoreError) -> [PositionRow] {
    var rows: [PositionRow] = []
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
