public import Bookkeeping
public import Funding
public import Monetary

/// A fact as it is handed to the ledger, with all that follows from it.
public struct AppendedFact: Sendable {
  /// What it is called and when it counts.
  public let header: FactHeader
  /// Its canonical text, author and instant included: what is stored and hashed.
  public let body: [UInt8]
  /// The entries that the posting rules made of it.
  public let entries: [JournalEntry]
  /// The position rows that they made of it.
  public let positions: [PositionRow]
  /// The agreements, pledges and facts it speaks of, and whatever else it is to be found by.
  ///
  /// Those that its entries and positions name need not be repeated.
  public let mentions: [FactID]

  /// Makes a fact that is ready to be appended.
  ///
  /// - Precondition: `body` is not empty, nor is the author.
  public init(
    _ header: FactHeader, body: [UInt8], entries: [JournalEntry] = [],
    positions: [PositionRow] = [], mentions: [FactID] = []
  ) {
    precondition(!body.isEmpty, "a fact has a canonical text")
    precondition(!header.by.isEmpty, "a fact has an author")
    self.header = header
    self.body = body
    self.entries = entries
    self.positions = positions
    self.mentions = mentions
  }
}

/// What a fact is called, when it counts, and who says it.
public struct FactHeader: Hashable, Sendable {
  /// Its kind.
  public let kind: FactKind
  /// Its name, which no other fact of the ledger has.
  public let id: FactID
  /// Its own day; it picks the rate.
  public let date: CalendarDate
  /// Its accounting day, `date` or later.
  public let posted: CalendarDate
  /// The day it entered the funding records, where it states one; `date` or later.
  public let recorded: CalendarDate?
  /// The instant the ledger learnt it.
  public let entered: Instant
  /// Who entered it.
  public let by: String
  /// The agreement, pledge or payment that it is, or is about.
  public let reference: Reference?

  /// Makes a header.
  public init(
    kind: FactKind, id: FactID, date: CalendarDate, posted: CalendarDate,
    recorded: CalendarDate? = nil, entered: Instant, by: String, reference: Reference? = nil
  ) {
    self.kind = kind
    self.id = id
    self.date = date
    self.posted = posted
    self.recorded = recorded
    self.entered = entered
    self.by = by
    self.reference = reference
  }
}
