/// Sums of position rows by donor and by category, of one or more scopes, in memory.
struct PositionCells: Equatable {
  private(set) var byDonor: [PositionCell: PositionSum] = [:]
  private(set) var byCategory: [PositionCell: PositionSum] = [:]

  /// Begins with nothing.
  init() {}

  /// Begins with sums that were made before.
  init(byDonor: [PositionCell: PositionSum], byCategory: [PositionCell: PositionSum]) {
    self.byDonor = byDonor
    self.byCategory = byCategory
  }

  /// How many sums there are.
  var count: Int { byDonor.count + byCategory.count }

  /// Adds a row to the sums of `scope`.
  mutating func add(
    _ sum: PositionSum, of cell: PositionCell, to scope: Int64
  ) throws(StoreError) {
    try byDonor[cell.byDonor(in: scope), default: PositionSum()].add(sum)
    try byCategory[cell.byCategory(in: scope), default: PositionSum()].add(sum.inBookCurrency)
  }
}
