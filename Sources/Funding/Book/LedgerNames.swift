public import Monetary

/// What a ledger calls things: its head, scopes and donors; what reports need to speak.
public struct LedgerNames: Hashable, Sendable {
  /// The ledger's name, currency and rules.
  public let head: LedgerHead
  /// Scopes and situations.
  public private(set) var programme: ProgrammeTree
  /// Donors.
  public private(set) var donors: DonorRegister

  /// The names that a book has taken in.
  public init(of book: Book) {
    head = book.head
    programme = book.programme
    donors = book.donors
  }

  /// The names of a report as of `day`: donors merged later, or by facts entered later, are two yet, and what was
  /// declared by facts entered later is not there.
  public func asOf(_ day: CalendarDate, known: Instant? = nil) -> LedgerNames {
    var names = self
    names.donors = donors.asOf(day, known: known)
    if let known { names.programme = programme.asOf(known: known) }
    return names
  }
}
