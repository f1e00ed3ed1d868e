/// A position row with numbers for names, as its table holds it; zero stands for no name.
struct PositionCell: Hashable {
  var scope: Int64
  let year: Int64
  let measure: Int64
  /// The row's day, or the first day of a month.
  var day: Int32
  var donor: Int64 = 0
  var category: Int64 = 0
  var reference: Int64 = 0
  var currency: Int64 = 0

  /// What the sums by donor tell apart.
  func byDonor(in scope: Int64) -> PositionCell {
    var cell = self
    cell.scope = scope
    cell.day = day.monthStart
    cell.category = 0
    cell.reference = 0
    return cell
  }

  /// What the sums by category tell apart.
  func byCategory(in scope: Int64) -> PositionCell {
    var cell = self
    cell.scope = scope
    cell.day = day.monthStart
    cell.donor = 0
    cell.reference = 0
    cell.currency = 0
    return cell
  }
}

extension PositionCell {
  /// One word is hashed instead of eight: cells are found by the million.
  func hash(into hasher: inout Hasher) {
    var mixed = UInt64(bitPattern: scope)
    for part in [year, measure, Int64(day), donor, category, reference, currency] {
      mixed = (mixed ^ mixed >> 29) &* 0xbf58_476d_1ce4_e5b9 &+ UInt64(bitPattern: part)
    }
    hasher.combine(mixed)
  }
}

extension PositionCell: Comparable {
  /// Orders as the tables of sums do, so that rows are written where the last one was.
  static func < (left: PositionCell, right: PositionCell) -> Bool {
    if left.scope != right.scope { return left.scope < right.scope }
    if left.year != right.year { return left.year < right.year }
    if left.measure != right.measure { return left.measure < right.measure }
    if left.day != right.day { return left.day < right.day }
    if left.donor != right.donor { return left.donor < right.donor }
    if left.category != right.category { return left.category < right.category }
    if left.currency != right.currency { return left.currency < right.currency }
    return left.reference < right.reference
  }
}

/// What position rows add up to: contributions, and minor units in their own and the book currency.
struct PositionSum: Hashable {
  var count: Int64 = 0
  var amount: Int64 = 0
  var book: Int64 = 0

  /// Adds `other`.
  mutating func add(_ other: PositionSum) throws(StoreError) {
    try count.addOrRefuse(other.count)
    try amount.addOrRefuse(other.amount)
    try book.addOrRefuse(other.book)
  }

  /// Takes `other` away.
  mutating func subtract(_ other: PositionSum) throws(StoreError) {
    try count.subtractOrRefuse(other.count)
    try amount.subtractOrRefuse(other.amount)
    try book.subtractOrRefuse(other.book)
  }

  /// The sum as a table by category holds it: amounts of several currencies have no sum.
  var inBookCurrency: PositionSum { PositionSum(count: count, amount: book, book: book) }
}
