public import Bookkeeping
public import Funding
public import Monetary

/// Entries of a ledger in order of their days, with a running balance where one account is asked for.
public struct JournalListing: Hashable, Sendable {
  /// One entry, with the fact it comes from.
  public struct Item: Hashable, Sendable {
    /// The fact's identifier.
    public let id: FactID
    /// The fact.
    public let fact: Fact
    /// The entry.
    public let entry: JournalEntry

    /// Makes an item.
    public init(id: FactID, fact: Fact, entry: JournalEntry) {
      self.id = id
      self.fact = fact
      self.entry = entry
    }
  }

  /// One posting of the account that is asked for, and what the account holds after it.
  public struct Movement: Hashable, Sendable {
    /// The entry's item.
    public let item: Item
    /// The posting.
    public let posting: Posting
    /// Debits less credits of the book amounts so far, in minor units of the book currency.
    public let runningBook: Int128
  }

  /// Which entries are asked for.
  public struct Filter: Hashable, Sendable {
    /// Entries on this day or later.
    public var from: CalendarDate?
    /// Entries on this day or earlier.
    public var to: CalendarDate?
    /// Entries that post to an account of this family.
    public var account: AccountFamily?
    /// Entries of agreements that these donors signed or finance part of: one, and those merged into it.
    public var donors: Set<DonorID>?
    /// Entries of this agreement.
    public var agreement: Reference?
    /// Entries that post to this fund.
    public var fund: FundCode?
    /// Entries of facts entered by then.
    public var known: Instant?

    /// Asks for all entries.
    public init() {}

    /// Whether an entry's day and one of its postings are asked for; donor and instant are the caller's.
    public func admits(_ entry: JournalEntry) -> Bool {
      if let from, entry.date < from { return false }
      if let to, entry.date > to { return false }
      return entry.postings.contains(where: admits)
    }

    /// Whether a posting is of the account, the agreement and the fund that are asked for.
    public func admits(_ posting: Posting) -> Bool {
      (account?.contains(posting.account) ?? true) && (fund.map { posting.fund == $0 } ?? true)
        && (agreement.map { posting.tags.agreement == $0 } ?? true)
    }
  }

  /// The filter.
  public let filter: Filter
  /// The book currency.
  public let currency: Currency
  /// What the account held before the first movement; nil without an account.
  public let openingBook: Int128?
  /// The entries, by day, then as they apply.
  public let items: [Item]
  /// How many entries were left out because they post to budget and memorandum accounts alone.
  public let omitted: Int
  /// What it was made from.
  public let stamp: ReportStamp

  /// Makes a listing of `items`, which the filter admits.
  public init(
    _ items: [Item], omitting omitted: Int = 0, filter: Filter, currency: Currency,
    openingBook: Int128?, stamp: ReportStamp
  ) {
    self.omitted = omitted
    let order = items.indices.sorted { left, right in
      (items[left].entry.date, left) < (items[right].entry.date, right)
    }
    self.items = order.map { items[$0] }
    self.filter = filter
    self.currency = currency
    self.openingBook = openingBook
    self.stamp = stamp
  }

  /// The postings of the account that is asked for, each with what the account holds after it.
  public var movements: [Movement] {
    guard let account = filter.account else { return [] }
    var running = openingBook ?? 0
    var movements: [Movement] = []
    for item in items {
      for posting in item.entry.postings where account.contains(posting.account) {
        running += posting.side.sign * Int128(posting.book.minorUnits)
        movements.append(Movement(item: item, posting: posting, runningBook: running))
      }
    }
    return movements
  }
}
