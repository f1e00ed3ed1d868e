public import Monetary

/// A dated set of postings that balances. An unbalanced entry cannot be constructed.
public struct JournalEntry: Hashable, Sendable {
  /// The accounting day.
  public let date: CalendarDate
  /// What of its fact the entry records.
  public let occasion: Occasion
  /// Two or more.
  ///
  /// Within every fund debits equal credits in every currency and in the book currency, and the
  /// exchange account's book amounts net to zero.
  public let postings: [Posting]

  /// Makes an entry of `postings`.
  ///
  /// - Throws: `.tooFewPostings`, `.mixedBookCurrencies`, then `.unbalanced`, which names every
  ///   fund and currency that is out, not only the first.
  /// - Complexity: O(*n* · *k*) for *n* postings in *k* funds and currencies, without a dictionary:
  ///   both are small.
  public init(date: CalendarDate, occasion: Occasion, postings: [Posting]) throws(EntryError) {
    guard postings.count >= 2 else { throw .tooFewPostings(postings.count) }
    let book = postings[0].book.currency
    for posting in postings where posting.book.currency != book {
      throw .mixedBookCurrencies(book, posting.book.currency)
    }
    let out = Self.imbalances(of: postings)
    guard out.isEmpty else { throw .unbalanced(out) }
    self.date = date
    self.occasion = occasion
    self.postings = postings
  }

  private init(date: CalendarDate, undoing other: JournalEntry) {
    self.date = date
    occasion = .reversed
    postings = other.postings.map(\.reversed)
  }

  /// The entry that undoes this one, on its own date: the same postings on the other sides.
  public func reversed(on date: CalendarDate) -> JournalEntry {
    JournalEntry(date: date, undoing: self)
  }

  /// All balances of DESIGN section 3 that `postings` are out by; empty if they balance.
  ///
  /// - Precondition: All book amounts are in one currency.
  public static func imbalances(of postings: [Posting]) -> [Imbalance] {
    var tally = Tally()
    for posting in postings {
      let fund = posting.fund
      let amount = posting.side.sign * Int128(posting.amount.minorUnits)
      let book = posting.side.sign * Int128(posting.book.minorUnits)
      tally.add(amount, .currency, fund, posting.amount.currency)
      tally.add(book, .book, fund, posting.book.currency)
      if posting.account == .exchange { tally.add(book, .exchange, fund, posting.book.currency) }
    }
    return tally.differences.filter { $0.difference != 0 }
  }

  private struct Tally {
    var differences: [Imbalance] = []

    mutating func add(
      _ signed: Int128, _ kind: Imbalance.Kind, _ fund: FundCode, _ currency: Currency
    ) {
      let index = differences.firstIndex {
        $0.kind == kind && $0.currency == currency && $0.fund == fund
      }
      let before = index.map { differences[$0].difference } ?? 0
      let sum = Imbalance(kind: kind, fund: fund, currency: currency, difference: before + signed)
      if let index { differences[index] = sum } else { differences.append(sum) }
    }
  }
}
