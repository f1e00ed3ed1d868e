import Bookkeeping
import Monetary

@testable import TestSupport

/// Postings added up by whatever a test asks for: debits less credits.
struct Balances<Key: Hashable> {
  private var amounts: [Key: [Currency: Int128]] = [:]
  private var books: [Key: Int128] = [:]

  init(of entries: [JournalEntry], by key: (Posting) -> Key?) {
    for posting in entries.lazy.flatMap(\.postings) {
      guard let key = key(posting) else { continue }
      let currency = posting.amount.currency
      let amount = posting.side.sign * Int128(posting.amount.minorUnits)
      amounts[key, default: [:]][currency, default: 0] += amount
      books[key, default: 0] += posting.side.sign * Int128(posting.book.minorUnits)
    }
  }

  var keys: Set<Key> { Set(books.keys) }

  func currencies(_ key: Key) -> Set<Currency> { Set((amounts[key] ?? [:]).keys) }

  func amount(_ key: Key, _ currency: Currency) -> Int128 { amounts[key]?[currency] ?? 0 }

  func book(_ key: Key) -> Int128 { books[key] ?? 0 }

  var areZero: Bool {
    books.values.allSatisfy { $0 == 0 }
      && amounts.values.allSatisfy { $0.values.allSatisfy { $0 == 0 } }
  }
}
