public import Monetary

/// What a ledger calls things: its head, scopes, donors and rates; what reports need to speak.
public struct LedgerNames: Hashable, Sendable {
  /// The ledger's name, currency and rules.
  public let head: LedgerHead
  /// Scopes and situations.
  public let programme: ProgrammeTree
  /// Donors.
  public private(set) var donors: DonorRegister
  /// Rates of exchange, all tables, and when they were learnt.
  public let rates: RateHistory

  /// The names that a book has taken in.
  public init(of book: Book) {
    head = book.head
    programme = book.programme
    donors = book.donors
    rates = RateHistory(of: book.rates, learnt: book.ratesLearnt, in: book.head)
  }

  /// The names of a report as of `day`: donors merged later, or by facts entered later, are two yet.
  public func asOf(_ day: CalendarDate, known: Instant? = nil) -> LedgerNames {
    var names = self
    names.donors = donors.asOf(day, known: known)
    return names
  }
}
