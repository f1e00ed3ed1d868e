public import Bookkeeping
public import Funding
import Monetary

/// An entry as far as it moves the money of one statement.
public struct StatementEntry: Hashable, Sendable {
  /// The whole entry, with the fact it comes from.
  public let item: JournalListing.Item
  /// The fact whose rule made it; of a reversal, the fact that it undoes.
  public let origin: Fact
  /// What it is to the statement.
  public let movement: StatementMovement
  /// Its postings of that money.
  public let postings: [Posting]

  /// Whether it undoes another.
  var isReversal: Bool { item.entry.occasion == .reversed }

  /// Whether it makes what was deferred revenue, or undoes that: it moves nothing that was received or is open.
  var isRelease: Bool {
    movement == .other
      && postings.allSatisfy {
        $0.account.isWithin(.deferred) || $0.account.isWithin(.contributions)
      }
  }

  /// Debits less credits of the accounts that count, in minor units of the book currency.
  func book(_ counts: (AccountCode) -> Bool) -> Int128 {
    postings.reduce(0) { sum, posting in
      counts(posting.account) ? sum + posting.side.sign * Int128(posting.book.minorUnits) : sum
    }
  }

  /// Debits less credits of the accounts that count, in minor units of `currency`; what is in another
  /// one does not count.
  func amount(in currency: Currency, _ counts: (AccountCode) -> Bool) -> Int128 {
    postings.reduce(0) { sum, posting in
      counts(posting.account) && posting.amount.currency == currency
        ? sum + posting.side.sign * Int128(posting.amount.minorUnits) : sum
    }
  }

  /// Gains less losses on exchange that it realises, in minor units of the book currency.
  var realisedExchange: Int128 { -book(\.isRealisedExchange) }
}

extension [StatementEntry] {
  /// What entries come to together.
  func sum(_ value: (StatementEntry) -> Int128) -> Int128 { reduce(0) { $0 + value($1) } }

  /// Those of one movement.
  func of(_ movement: StatementMovement) -> [StatementEntry] {
    filter { $0.movement == movement }
  }
}
