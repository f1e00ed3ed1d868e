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

    /// Whether its day is not the fact's own, whose month was closed.
    public var isLate: Bool { fact.isLate && entry.date == fact.posted }

    /// The fact's own day where the entry was posted late, else the entry's.
    public var ownDay: CalendarDate { isLate ? fact.date : entry.date }
  }

  /// A month that was closed, or opened again for a reason.
  public struct Closing: Hashable, Sendable {
    /// The fact's identifier.
    public let id: FactID
    /// The fact: a `close` or a `reopen`.
    public let fact: Fact
    /// The month.
    public let month: AccountingMonth
    /// Why it was opened again; nil where it was closed.
    public let reason: String?

    /// Takes what a fact says; nil where it closes and opens nothing.
    public init?(id: FactID, fact: Fact) {
      switch fact.event {
      case .close(let month): (self.month, reason) = (month, nil)
      case .reopen(let reopening): (month, reason) = (reopening.month, reopening.reason)
      default: return nil
      }
      self.id = id
      self.fact = fact
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

    /// Whether a fact that posts no entry is of a day and of a time that is asked for.
    public func admits(_ fact: Fact) -> Bool {
      (from.map { fact.date >= $0 } ?? true) && (to.map { fact.date <= $0 } ?? true)
        && (known.map { fact.entered <= $0 } ?? true)
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
  /// The months that were closed and opened again, by day, then as they apply; they post no entry.
  public let closings: [Closing]
  /// How many entries were left out because they post to budget and memorandum accounts alone.
  public let omitted: Int
  /// What it was made from.
  public let stamp: ReportStamp

  /// Makes a listing of `items` and `closings`, which the filter admits.
  public init(
    _ items: [Item], closings: [Closing] = [], omitting omitted: Int = 0, filter: Filter,
    currency: Currency, openingBook: Int128?, stamp: ReportStamp
  ) {
    self.omitted = omitted
    self.items = Self.ordered(items, by: \.entry.date)
    self.closings = Self.ordered(closings, by: \.fact.date)
    self.filter = filter
    self.currency = currency
    self.openingBook = openingBook
    self.stamp = stamp
  }

  private static func ordered<Element>(
    _ elements: [Element], by day: (Element) -> CalendarDate
  ) -> [Element] {
    let order = elements.indices.sorted { left, right in
      (day(elements[left]), left) < (day(elements[right]), right)
    }
    return order.map { elements[$0] }
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
