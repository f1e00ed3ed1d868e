import Bookkeeping
import Funding
import Monetary

/// The rows of a measure that are about an area, by which the postings beside them are told to be: of two parts of an
/// agreement that lie at one place, one may be for a situation and the other for more.
struct InsideRows {
  private struct Key: Hashable {
    let agreement: Reference
    let scope: ScopePath
    let year: BudgetYear
    /// In minor units of the book currency; what is lost is negative.
    let book: Int64
  }

  private var counts: [Key: Int] = [:]

  /// Counts the rows of a measure.
  init(_ measure: PositionRow.Measure, among rows: [PositionRow]) {
    for row in rows where row.measure == measure {
      guard let agreement = row.reference else { continue }
      let key = Key(
        agreement: agreement, scope: row.scope, year: row.year, book: row.book.minorUnits)
      counts[key, default: 0] += 1
    }
  }

  /// Takes the row of a posting, whose credit is a gain.
  /// - Returns: Whether there was one.
  mutating func take(_ posting: Posting) -> Bool {
    guard let agreement = posting.tags.agreement, let scope = posting.tags.scope,
      let year = posting.tags.year
    else { return false }
    let book = posting.side == .credit ? posting.book.minorUnits : -posting.book.minorUnits
    let key = Key(agreement: agreement, scope: scope, year: year, book: book)
    guard let count = counts[key], count > 0 else { return false }
    counts[key] = count - 1
    return true
  }
}
