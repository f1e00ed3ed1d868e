public import Bookkeeping
import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// The entries of a ledger, by day, account, donor or agreement.
public struct ListJournal: Hashable, Sendable {
  /// The first and the last day; nil leaves that end open.
  public var from: CalendarDate?
  /// The last day; nil leaves that end open.
  public var to: CalendarDate?
  /// A family of accounts.
  public var account: AccountFamily?
  /// A donor, by its code.
  public var donor: String?
  /// An agreement, by its reference.
  public var agreement: String?
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?

  /// Asks for all entries.
  public init() {}

  /// Makes the listing from `ledger`; `today` stamps a listing without a last day.
  /// - Throws: ``Refusal`` for a donor or agreement that is not there; what reading the ledger throws.
  public func listing(of ledger: some Ledger, today: CalendarDate) throws -> JournalListing {
    var filter = JournalListing.Filter()
    filter.from = from
    filter.to = to
    filter.account = account
    filter.known = known
    filter.donor = try donor.map { try ledger.names.requireDonor($0) }
    filter.agreement = try agreement.map { try ledger.requireReference($0) }
    return JournalListing(
      try ledger.journal(filter), filter: filter, currency: ledger.names.head.currency,
      openingBook: try openingBook(of: ledger),
      stamp: try ledger.stamp(asOf: to ?? today, known: known))
  }

  /// What the account held before the first day; nil where there is no account or first day, or
  /// where only some of its entries are asked for.
  private func openingBook(of ledger: some Ledger) throws -> Int128? {
    guard let account, let from, donor == nil, agreement == nil else { return nil }
    return try ledger.balances(asOf: from.adding(days: -1), known: known, byFund: false)
      .filter { account.contains($0.account) }
      .reduce(0) { $0 + Int128($1.bookDebits) - Int128($1.bookCredits) }
  }
}

extension LedgerNames {
  /// The declared donor of that code, or else the only one of that name or alias.
  /// - Throws: ``Refusal``.
  func requireDonor(_ text: String) throws(Refusal) -> DonorID {
    guard let id = DonorID(text), donors.donor(id) != nil else {
      let known = donors.all
      let named = known.filter { ([$0.name] + $0.aliases).contains(text) }
      if named.count == 1 { return named[0].id }
      throw Refusal(
        Fault(.donorUnknown, text).suggesting(among: known.map(\.id.text) + known.map(\.name)))
    }
    return id
  }
}

extension Ledger {
  /// The agreement or pledge of that reference.
  /// - Throws: ``Refusal``.
  func requireReference(_ text: String) throws -> Reference {
    let known = try references()
    guard let reference = Reference(text), known.contains(reference) else {
      throw Refusal(Fault(.referenceUnknown, text).suggesting(among: known.map(\.text)))
    }
    return reference
  }
}
