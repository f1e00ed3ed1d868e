public import Bookkeeping
import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// The entries of a ledger, by day, account, donor or agreement.
public struct ListJournal: Hashable, Sendable {
  /// The first day; nil leaves that end open.
  public var from: CalendarDate?
  /// The last day.
  public var to: CalendarDate
  /// A family of accounts.
  public var account: AccountFamily?
  /// A donor, by its code.
  public var donor: String?
  /// An agreement, by its reference.
  public var agreement: String?
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?
  /// Whether entries that post to budget and memorandum accounts alone are listed, too.
  public var showsMemorandum = true

  /// Asks for all entries up to a day.
  public init(to: CalendarDate) { self.to = to }

  /// Makes the listing from `ledger`.
  /// - Throws: ``Refusal`` for an account, donor or agreement that is not there; what reading the
  ///   ledger throws.
  public func listing(of ledger: some Ledger) throws -> JournalListing {
    if let account { try ledger.requireAccounts(in: account) }
    var filter = JournalListing.Filter()
    filter.from = from
    filter.to = to
    filter.account = account
    filter.known = known
    let names = ledger.names.asOf(to, known: known)
    filter.donors = try donor.map { names.donors.group(of: try names.requireDonor($0)) }
    filter.agreement = try agreement.map { try ledger.requireAgreement($0) }
    let all = try ledger.journal(filter)
    // An account that is asked for by name is never left out.
    let listed = showsMemorandum || account != nil ? all : all.filter { $0.entry.movesMoney }
    let closings = try closings(of: ledger, filter)
    return JournalListing(
      listed, closings: closings, omitting: all.count - listed.count, filter: filter,
      currency: ledger.names.head.currency, openingBook: try openingBook(of: ledger, filter),
      stamp: try ledger.stamp(asOf: to, known: known))
  }

  /// The months that were closed and opened again; none where entries of an account, a donor or an
  /// agreement are asked for.
  private func closings(
    of ledger: some Ledger, _ filter: JournalListing.Filter
  ) throws -> [JournalListing.Closing] {
    guard filter.account == nil, filter.donors == nil, filter.agreement == nil else { return [] }
    return try ledger.facts(of: [.close, .reopen]).compactMap { named in
      filter.admits(named.fact) ? JournalListing.Closing(id: named.id, fact: named.fact) : nil
    }
  }

  /// What the account held before the first day, of the entries that are asked for; nil where there is
  /// no account or first day.
  private func openingBook(
    of ledger: some Ledger, _ filter: JournalListing.Filter
  ) throws -> Int128? {
    guard let account, let from else { return nil }
    guard let before = from.previous else { return 0 }
    guard filter.donors == nil, filter.agreement == nil else {
      var earlier = filter
      earlier.from = nil
      earlier.to = before
      return try ledger.journal(earlier).flatMap(\.entry.postings)
        .filter { account.contains($0.account) }
        .reduce(0) { $0 + Int128($1.book.minorUnits) * Int128($1.side.sign) }
    }
    return try ledger.balances(asOf: before, known: known, byFund: false)
      .filter { account.contains($0.account) }
      .reduce(0) { $0 + Int128($1.bookDebits) - Int128($1.bookCredits) }
  }
}

extension JournalEntry {
  /// Whether it posts to more than budget and memorandum accounts.
  fileprivate var movesMoney: Bool {
    postings.contains { ![.budget, .memorandum].contains($0.account.type) }
  }
}

extension LedgerNames {
  /// The declared donor of that code; or else the only one of that code, name or alias, whatever its case and blanks.
  /// - Throws: ``Refusal`` where there is none, or more than one.
  public func requireDonor(_ text: String) throws(Refusal) -> DonorID {
    if let id = DonorID(text), donors.donor(id) != nil { return id }
    let key = Donor.key(of: text)
    func isCalledSo(_ donor: Donor) -> Bool {
      ([donor.id.text, donor.name] + donor.aliases).contains { Donor.key(of: $0) == key }
    }
    // A merged donor's names are those of the one that it is.
    let named = Set(donors.declared.filter(isCalledSo).map { donors.resolved($0.id) }).sorted()
    if named.count == 1 { return named[0] }
    guard named.isEmpty else {
      throw Refusal(Fault(.donorAmbiguous, text, named.map(\.text).joined(separator: " or ")))
    }
    try requireKnown(text, learnt: laterLearning(ofDonor: isCalledSo))
    let known = donors.all
    throw Refusal(
      Fault(unknownDonor: text).suggesting(
        among: known.map(\.id.text) + known.flatMap { [$0.name] + $0.aliases }))
  }
}

extension Ledger {
  /// - Throws: ``Refusal`` where no account of the family was declared or posted to; a type by
  ///   itself is known to every ledger.
  fileprivate func requireAccounts(in family: AccountFamily) throws {
    guard AccountType(rawValue: family.text) == nil else { return }
    let known = try accounts()
    guard !known.contains(where: family.contains) else { return }
    throw Refusal(
      Fault(.accountUnknown, family.text).suggesting(among: known.map(\.text)))
  }

  /// The agreement of that reference.
  /// - Throws: ``Refusal``.
  func requireAgreement(_ text: String) throws -> Reference {
    if let reference = Reference(text), try kinds(of: reference).contains(.agreement) {
      return reference
    }
    throw Refusal(
      Fault(.agreementUnknown, text).suggesting(among: try references().map(\.text)))
  }
}
