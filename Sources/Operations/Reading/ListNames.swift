import Bookkeeping
public import Funding
public import Monetary
public import Reporting

/// The names of a ledger: donors, scopes, accounts.
public enum ListNames {
  /// Which names are listed.
  public enum Subject: Hashable, Sendable {
    /// Every donor.
    case donors
    /// Every scope and situation, one a line.
    case scopes
    /// The programme tree, children under their parents.
    case tree
    /// Every account that was declared or posted to.
    case accounts
  }

  /// Lists the names of `subject` in `ledger`, as far as they were `known` by an instant; `today` stamps the listing.
  /// - Throws: What reading the ledger throws.
  public static func listing(
    of subject: Subject, in ledger: some Ledger, today: CalendarDate, known: Instant? = nil
  ) throws -> NameListing {
    let listed: NameListing.Subject =
      switch subject {
      case .donors: .donors
      case .scopes: .scopes
      case .tree: .tree
      case .accounts: .accounts(try accounts(of: ledger, known: known))
      }
    return NameListing(
      listed, names: known.map { ledger.names.asOf(.latest, known: $0) } ?? ledger.names,
      stamp: try ledger.stamp(asOf: today, known: known))
  }

  private static func accounts(
    of ledger: some Ledger, known: Instant?
  ) throws -> [NameListing.Account] {
    var declared: [AccountCode: CalendarDate] = [:]
    for fact in try ledger.facts(of: [.account]).map(\.fact)
    where known.map({ fact.entered <= $0 }) ?? true {
      if case .account(let account) = fact.event { declared[account] = fact.date }
    }
    let posted = try ledger.balances(asOf: .latest, known: known, byFund: false).map(\.account)
    return Set(posted).union(declared.keys).sorted()
      .map { NameListing.Account($0, declared: declared[$0]) }
  }
}
