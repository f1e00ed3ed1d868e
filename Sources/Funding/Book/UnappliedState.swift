import Bookkeeping
import Monetary

/// Money that arrived and that nobody can name yet: what is left of it.
struct UnappliedState: Hashable, Sendable {
  let account: AccountCode
  let currency: Currency
  /// The bank's value date.
  let arrived: CalendarDate
  /// In minor units of its currency.
  var amount: Int64
  /// What that was worth when it arrived, in minor units of the book currency.
  var book: Int64
}

/// What a fact adds to money that nobody could name; negative: what it takes.
struct UnappliedMovement: Hashable, Sendable {
  let unidentified: Reference
  let amount: Int64
  let book: Int64

  var opposite: UnappliedMovement {
    UnappliedMovement(unidentified: unidentified, amount: -amount, book: -book)
  }
}
