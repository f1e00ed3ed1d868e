import Bookkeeping
import Funding
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

  /// Lists the names of `subject` in `ledger`; `today` stamps the listing.
  /// - Throws: What reading the ledger throws.
  public static func listing(
    of subject: Subject, in ledger: some Ledger, today: CalendarDate
  ) throws -> NameListing {
    let listed: NameListing.Subject =
      switch subject {
      case .donors: .donors
      case .scopes: .scopes
      case .tree: .tree
      case .accounts: .accounts(try accounts(of: ledger))
      }
    return NameListing(
      listed, names: ledger.names, stamp: try ledger.stamp(asOf: today, known: nil))
  }

  private static func accounts(of ledger: some Ledger) throws -> [NameListing.Account] {
    var declared: [AccountCode: CalendarDate] = [:]
    for fact in try ledger.facts(of: [.account]).map(\.fact) {
      if case .account(let account) = fact.event { declared[account] = fact.date }
    }
    return try ledger.accounts().map { NameListing.Account($0, declared: declared[$0]) }
  }
}
