import Bookkeeping
import Funding
import Monetary

/// What position rows come to day by day, in minor units of the book currency: rows by the hundred
/// thousand are gone through once, however many days are asked for.
struct DailySums {
  /// What the rows up to a day come to, by measure.
  struct Position {
    private var all: [PositionRow.Measure: Int128] = [:]
    private var ofAgreements: [PositionRow.Measure: Int128] = [:]

    /// What one measure comes to.
    subscript(measure: PositionRow.Measure) -> Int128 { all[measure] ?? 0 }

    /// What one measure comes to of agreements: what no agreement pays for is left out.
    func ofAgreements(_ measure: PositionRow.Measure) -> Int128 { ofAgreements[measure] ?? 0 }

    /// What counts as funded, as ``FundingPosition/funded(on:)`` has it.
    var funded: Int128 {
      self[FundingBasis.recorded.measure] + self[FundingBasis.recorded.movement] + self[.carriedIn]
    }

    /// What was received, and what of it moved.
    var received: Int128 { self[.received] + self[.receivedAllocated] }

    fileprivate mutating func add(_ book: Int128, of key: Key) {
      all[key.measure, default: 0] += book
      if key.isOfAgreement { ofAgreements[key.measure, default: 0] += book }
    }
  }

  fileprivate struct Key: Hashable {
    let day: CalendarDate
    let measure: PositionRow.Measure
    let isOfAgreement: Bool
  }

  private var sums: [Key: Int128] = [:]

  /// Adds a row.
  mutating func add(_ row: PositionRow) {
    let key = Key(day: row.day, measure: row.measure, isOfAgreement: row.reference != nil)
    sums[key, default: 0] += Int128(row.book.minorUnits)
  }

  /// Adds the sums of other rows.
  mutating func add(_ others: DailySums) { sums.merge(others.sums, uniquingKeysWith: +) }

  /// What the rows up to a day come to; before the calendar begins, nothing.
  func position(on day: CalendarDate?) -> Position {
    var position = Position()
    guard let day else { return position }
    for (key, book) in sums where key.day <= day { position.add(book, of: key) }
    return position
  }
}
