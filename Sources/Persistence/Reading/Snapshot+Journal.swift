public import Bookkeeping
public import Funding
public import Monetary

/// Which entries are read; what is left out admits all.
public struct JournalSelection: Hashable, Sendable {
  /// From this accounting day on.
  public var from: CalendarDate?
  /// Up to this accounting day.
  public var through: CalendarDate?
  /// Entries that post to an account of one of these names, or to one below it: `asset:bank`, or `asset`;
  /// none stands for all accounts.
  public var accounts: Set<String> = []
  /// Entries that post to this fund.
  public var fund: FundCode?
  /// Entries that are about this agreement.
  public var agreement: Reference?
  /// Entries of facts that were entered by then.
  public var known: Instant?

  /// Makes a selection of all entries.
  public init() {}

  /// Whether one posting is of the account, the fund and the agreement that are asked for.
  func admits(_ posting: Posting) -> Bool {
    (accounts.isEmpty || accounts.contains { posting.account.isWithin($0) })
      && (fund.map { posting.fund == $0 } ?? true)
      && (agreement.map { posting.tags.agreement == $0 } ?? true)
  }

  /// The accounting days that are asked for.
  var days: ClosedRange<Int32>? {
    let first = from?.dayNumber ?? .min
    let last = through?.dayNumber ?? .max
    return first <= last ? first...last : nil
  }
}

extension Snapshot {
  /// Shows entries, each with its fact, to `body`, in the order of accounting days, then of the ledger.
  ///
  /// An entry is shown whole where one of its postings is asked for.
  /// - Throws: The error of `body`, `.corrupt` where rows make no entry, and failures of the disk.
  /// - Complexity: O(*n*) in the number of entries of the days asked for; where a fund or an agreement
  ///   is asked for, in the number of those that speak of it.
  public borrowing func journal(
    _ selection: JournalSelection, _ body: (FactRecord, JournalEntry) throws -> Void
  ) throws {
    var facts = try FactReader(session)
    var latest: FactRecord?
    try entries(selection) { sequence, entry in
      if latest?.sequence != sequence { latest = try facts.fact(at: sequence) }
      try body(try session.required(latest), entry)
    }
  }

  /// Shows entries as ``journal(_:_:)`` does, but of their facts only the places in the ledger.
  public borrowing func entries(
    _ selection: JournalSelection, _ body: (_ sequence: Int64, JournalEntry) throws -> Void
  ) throws {
    guard let days = selection.days else { return }
    var late: Set<Int64> = []
    if let known = selection.known { late = Set(try session.sequences(enteredAfter: known)) }
    var reader = try EntryReader(session)
    let places = try EntryPlaces(session)
    var latest: (sequence: Int64, entries: [EntryReader.Numbered])?
    try places.each(of: selection, in: days) { place in
      guard !late.contains(place.sequence) else { return }
      let entries: [EntryReader.Numbered]
      if let latest, latest.sequence == place.sequence {
        entries = latest.entries
      } else {
        entries = try reader.entries(of: place.sequence)
        latest = (place.sequence, entries)
      }
      for candidate in entries
      where candidate.number == place.entry
        && candidate.entry.postings.contains(where: selection.admits)
      {
        try body(place.sequence, candidate.entry)
      }
    }
  }
}

extension Snapshot {
  /// The entries of one fact, in their order; none if there is no such fact.
  /// - Throws: `.corrupt` where rows make no entry, and failures of the disk.
  public borrowing func entries(of id: FactID) throws(StoreError) -> [JournalEntry] {
    guard let fact = try fact(id) else { return [] }
    var reader = try EntryReader(session)
    return try reader.entries(of: fact.sequence).map(\.entry)
  }
}
