public import Monetary

/// An entry as a posting rule writes it, leg by leg, before it is known to balance.
///
/// Legs of nothing are left out, so that a rule need not ask whether a difference is zero.
public struct DraftEntry: Sendable {
  /// The accounting day.
  public let date: CalendarDate
  /// What of its fact the entry records.
  public let occasion: Occasion
  /// The ledger's own currency.
  public let bookCurrency: Currency
  /// The legs so far.
  public private(set) var postings: [Posting] = []

  /// Begins an entry without legs.
  public init(date: CalendarDate, occasion: Occasion, bookCurrency: Currency) {
    self.date = date
    self.occasion = occasion
    self.bookCurrency = bookCurrency
  }

  /// Adds a leg; one of zero amount is left out.
  /// - Throws: `.mixedBookCurrencies` where `book` is not in ``bookCurrency``, else as
  ///   ``Posting/init(_:_:fund:_:book:tags:)`` does.
  public mutating func add(
    _ side: Side, _ account: AccountCode, fund: FundCode, _ amount: Money, book: Money,
    tags: Posting.Tags = Posting.Tags()
  ) throws(EntryError) {
    guard book.currency == bookCurrency else {
      throw .mixedBookCurrencies(bookCurrency, book.currency)
    }
    guard !amount.isZero else { return }
    postings.append(try Posting(side, account, fund: fund, amount, book: book, tags: tags))
  }

  /// Adds a leg in the book currency; one of zero amount is left out.
  /// - Throws: As ``add(_:_:fund:_:book:tags:)`` does.
  public mutating func add(
    _ side: Side, _ account: AccountCode, fund: FundCode, _ amount: Money,
    tags: Posting.Tags = Posting.Tags()
  ) throws(EntryError) {
    try add(side, account, fund: fund, amount, book: amount, tags: tags)
  }

  /// The entry, if it balances.
  /// - Throws: As ``JournalEntry/init(date:occasion:postings:)`` does.
  public func balanced() throws(EntryError) -> JournalEntry {
    // An array that grew has room for twice as many; an entry never grows again.
    try JournalEntry(date: date, occasion: occasion, postings: postings.map(\.self))
  }
}
