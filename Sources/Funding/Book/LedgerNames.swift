public import Bookkeeping
public import Monetary

/// What a ledger calls things: its head, scopes and donors; what reports need to speak.
public struct LedgerNames: Hashable, Sendable {
  /// The ledger's name, currency and rules.
  public let head: LedgerHead
  /// Scopes and situations.
  public private(set) var programme: ProgrammeTree
  /// Donors.
  public private(set) var donors: DonorRegister
  /// Up to when what was entered counts; nil for all.
  public private(set) var known: Instant?
  /// All there is by now.
  private let everything: Everything

  private struct Everything: Hashable {
    let programme: ProgrammeTree
    let donors: DonorRegister
  }

  /// The names that a book has taken in.
  public init(of book: Book) {
    head = book.head
    programme = book.programme
    donors = book.donors
    everything = Everything(programme: book.programme, donors: book.donors)
  }

  /// The names of a report as of `day`: donors merged later, or by facts entered later, are two yet, and what was
  /// declared by facts entered later is not there.
  public func asOf(_ day: CalendarDate, known: Instant? = nil) -> LedgerNames {
    var names = self
    names.donors = donors.asOf(day, known: known)
    if let known { names.programme = programme.asOf(known: known) }
    names.known = known
    return names
  }

  /// When the ledger learnt of a scope or situation that was not known yet; nil for any other.
  public func laterLearning(of path: ScopePath) -> Instant? {
    programme.isDeclared(path) ? nil : everything.programme.learnt(of: path)
  }

  /// When the ledger learnt of the first donor who was not known yet and of whom something holds; nil where it holds
  /// of none.
  public func laterLearning(ofDonor holds: (Donor) -> Bool) -> Instant? {
    everything.donors.declared.first { donors.donor($0.id) == nil && holds($0) }
      .flatMap { everything.donors.learnt(of: $0.id) }
  }
}
