public import Monetary

/// What a ledger calls things: its head, scopes, donors and rates; what reports need to speak.
public struct LedgerNames: Hashable, Sendable {
  /// The ledger's name, currency and rules.
  public let head: LedgerHead
  /// Scopes and situations.
  public let programme: ProgrammeTree
  /// Donors.
  public private(set) var donors: DonorRegister
  /// Rates of exchange, all tables.
  public let rates: RateTables

  /// The names that a book has taken in.
  public init(of book: Book) {
    head = book.head
    programme = book.programme
    donors = book.donors
    rates = book.rates
  }

  /// The names of a report as of `day`: donors merged later, or by facts entered later, are two yet.
  public func asOf(_ day: CalendarDate, known: Instant? = nil) -> LedgerNames {
    var names = self
    names.donors = donors.asOf(day, known: known)
    return names
  }

  /// The rates by which a currency was converted into the book currency on a day; none for the
  /// book currency itself.
  public func rates(of currency: Currency, on date: CalendarDate) -> [ExchangeRate] {
    // A missing rate was refused when the fact was posted; a report only tells what was used.
    let conversion = try? rates.conversion(
      from: currency, to: head.currency, on: date, table: head.rates)
    return conversion?.rates ?? []
  }
}
