public import Bookkeeping
public import Funding
public import Monetary

/// What can be wrong with a ledger of record.
public enum LedgerDefect: Hashable, Sendable {
  /// Where a fact stands, and what it is called.
  public struct Place: Hashable, Sendable {
    /// Its place in the ledger, counted from 1.
    public let sequence: Int64
    /// Its name; nil where that cannot be read.
    public let id: FactID?

    /// Makes a place.
    public init(sequence: Int64, id: FactID?) {
      self.sequence = sequence
      self.id = id
    }
  }

  /// There is no fact at this place, though there are later ones.
  case missing(sequence: Int64)
  /// The rows of a fact make no fact, no postings, or no position rows.
  case unreadable(Place)
  /// The text of a fact is not the one that was hashed.
  case altered(Place)
  /// The hash of a fact does not follow from the one before.
  case unchained(Place)
  /// What is stored beside the text of a fact is not what the text and the rules give.
  case underived(Place)
  /// A scope is not kept, or not under its parent, or is one that was never declared.
  case misplaced(scope: ScopePath?)
  /// A head that was noted earlier is not in the chain: facts were exchanged, or lost at its end.
  case lostHead(ChainHead)
  /// The sum that is kept for an account and a day is not that of the postings.
  case balance(account: AccountCode?, day: CalendarDate?)
  /// The sum that is kept for an account and a month is not that of the postings.
  case monthlyBalance(account: AccountCode?, month: AccountingMonth?)
  /// The sum that is kept for a fund and a month is not that of the postings.
  case fundBalance(fund: FundCode?, month: AccountingMonth?)
  /// The sums that are kept for a scope are not those of its position rows.
  case position(scope: ScopePath?)
  /// A table, an index or a trigger is not as bursar makes it.
  case schema(name: String)
  /// Rows of a table speak of rows of another that are not there.
  case dangling(table: String, parent: String)
  /// SQLite's own check of the file's pages, indexes and constraints found this.
  case pages(String)

  /// Whether it is of sums alone, which ``Store/rebuildSums()`` makes anew from what they are sums of.
  public var isOfSums: Bool {
    switch self {
    case .balance, .monthlyBalance, .fundBalance, .position: true
    case .missing, .unreadable, .altered, .unchained, .underived, .misplaced, .lostHead, .schema,
      .dangling, .pages:
      false
    }
  }
}
