/// One of the two tables of position sums.
struct PositionTable: ~Copyable {
  private let read: Statement
  private let write: Statement
  private let every: Statement
  private let isByDonor: Bool

  /// The sums by donor and currency.
  static func byDonor(_ connection: Connection) throws(StoreError) -> PositionTable {
    PositionTable(
      read: try connection.prepare(
        """
        SELECT count, amount_minor, book_minor FROM position_by_donor
        WHERE (scope, year, measure, month, donor, currency) = (?, ?, ?, ?, ?, ?)
        """),
      write: try connection.prepare(
        """
        INSERT OR REPLACE INTO position_by_donor
          (scope, year, measure, month, donor, currency, count, amount_minor, book_minor)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """),
      every: try connection.prepare(
        """
        SELECT year, measure, month, donor, 0, currency, count, amount_minor, book_minor
        FROM position_by_donor WHERE scope = ?
        """),
      isByDonor: true)
  }

  /// The sums by earmark category, in the book currency.
  static func byCategory(_ connection: Connection) throws(StoreError) -> PositionTable {
    PositionTable(
      read: try connection.prepare(
        """
        SELECT count, book_minor, book_minor FROM position_by_category
        WHERE (scope, year, measure, month, category) = (?, ?, ?, ?, ?)
        """),
      write: try connection.prepare(
        """
        INSERT OR REPLACE INTO position_by_category
          (scope, year, measure, month, category, count, book_minor)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """),
      every: try connection.prepare(
        """
        SELECT year, measure, month, 0, category, 0, count, book_minor, book_minor
        FROM position_by_category WHERE scope = ?
        """),
      isByDonor: false)
  }

  private init(
    read: consuming Statement, write: consuming Statement, every: consuming Statement,
    isByDonor: Bool
  ) {
    self.read = read
    self.write = write
    self.every = every
    self.isByDonor = isByDonor
  }

  /// Adds `sum` to the row of `cell`, which is made if there is none.
  func add(_ sum: PositionSum, to cell: PositionCell) throws(StoreError) {
    var total = try stored(cell)
    try total.add(sum)
    if isByDonor {
      try write.run(
        cell.scope, cell.year, cell.measure, cell.day, cell.donor, cell.currency,
        total.count, total.amount, total.book)
    } else {
      try write.run(
        cell.scope, cell.year, cell.measure, cell.day, cell.category, total.count, total.book)
    }
  }

  /// All rows of `scope`.
  func all(of scope: Int64) throws(StoreError) -> [PositionCell: PositionSum] {
    every.bind(scope)
    defer { every.reset() }
    var rows: [PositionCell: PositionSum] = [:]
    while try every.step() {
      let cell = PositionCell(
        scope: scope, year: every.integer(0), measure: every.integer(1),
        day: Int32(truncatingIfNeeded: every.integer(2)), donor: every.integer(3),
        category: every.integer(4), currency: every.integer(5))
      rows[cell] = PositionSum(
        count: every.integer(6), amount: every.integer(7), book: every.integer(8))
    }
    return rows
  }

  private func stored(_ cell: PositionCell) throws(StoreError) -> PositionSum {
    if isByDonor {
      read.bind(cell.scope, cell.year, cell.measure, cell.day, cell.donor, cell.currency)
    } else {
      read.bind(cell.scope, cell.year, cell.measure, cell.day, cell.category)
    }
    defer { read.reset() }
    guard try read.step() else { return PositionSum() }
    return PositionSum(count: read.integer(0), amount: read.integer(1), book: read.integer(2))
  }
}
