/// The sums of position rows by donor and by category, of scopes with many rows.
///
/// A scope with few rows, its descendants' included, is answered from the rows themselves, in less
/// time than its sums would take to keep. From the threshold on its sums are kept by month.
struct PositionSums: ~Copyable {
  private let threshold: Int
  private let connection: Connection
  private let byDonor: PositionTable
  private let byCategory: PositionTable
  private let readCount: Statement
  private let writeCount: Statement
  private var counts: [Int64: Count] = [:]
  private var cells = PositionCells()

  /// How many sums are held before they are written, so that a bulk load needs no more memory.
  private static var limit: Int { 1 << 18 }

  private struct Count {
    var rows: Int64
    var isSummed: Bool
  }

  /// Prepares what reads and writes the sums.
  init(_ connection: Connection, threshold: Int) throws(StoreError) {
    let byDonor = try PositionTable.byDonor(connection)
    let byCategory = try PositionTable.byCategory(connection)
    let readCount = try connection.prepare(
      "SELECT rows, summed FROM position_count WHERE scope = ?")
    let writeCount = try connection.prepare(
      "INSERT OR REPLACE INTO position_count VALUES (?, ?, ?)")
    self.threshold = threshold
    self.connection = connection
    self.byDonor = byDonor
    self.byCategory = byCategory
    self.readCount = readCount
    self.writeCount = writeCount
  }

  /// Adds a row to the scopes of its lineage.
  mutating func add(
    _ sum: PositionSum, to cell: PositionCell, lineage: [Int64]
  ) throws(StoreError) {
    for scope in lineage {
      var count = try count(of: scope)
      count.rows += 1
      counts[scope] = count
      if count.isSummed { try cells.add(sum, of: cell, to: scope) }
    }
    if cells.count > Self.limit { try writeCells() }
  }

  /// Counts rows that stand in the ledger and in no sum.
  mutating func count(_ rows: Int64, lineage: [Int64]) throws(StoreError) {
    for scope in lineage {
      var count = try count(of: scope)
      count.rows += rows
      counts[scope] = count
    }
  }

  /// Writes what was added, and begins the sums of scopes that have become large.
  mutating func flush(in names: Names) throws(StoreError) {
    try writeCells()
    for (scope, count) in counts.sorted(by: { $0.key < $1.key }) {
      let isSummed = count.isSummed || count.rows >= threshold
      if isSummed, !count.isSummed { try beginSums(of: scope, in: names) }
      try writeCount.run(scope, count.rows, isSummed ? 1 : 0)
    }
    counts.removeAll()
  }

  private mutating func beginSums(of scope: Int64, in names: Names) throws(StoreError) {
    let rows = try PositionRows(connection)
    for part in try names.scopes.subtree(of: scope) {
      try rows.all(of: part) { (row) throws(StoreError) in
        try cells.add(row.sum, of: row.cell, to: scope)
      }
      if cells.count > Self.limit { try writeCells() }
    }
    try writeCells()
  }

  private mutating func writeCells() throws(StoreError) {
    for (cell, sum) in cells.byDonor.sorted(by: { $0.key < $1.key }) {
      try byDonor.add(sum, to: cell)
    }
    for (cell, sum) in cells.byCategory.sorted(by: { $0.key < $1.key }) {
      try byCategory.add(sum, to: cell)
    }
    cells = PositionCells()
  }

  private func count(of scope: Int64) throws(StoreError) -> Count {
    if let count = counts[scope] { return count }
    readCount.bind(scope)
    defer { readCount.reset() }
    guard try readCount.step() else { return Count(rows: 0, isSummed: false) }
    return Count(rows: readCount.integer(0), isSummed: readCount.integer(1) == 1)
  }
}
