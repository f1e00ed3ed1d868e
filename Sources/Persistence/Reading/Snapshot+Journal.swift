public import Bookkeeping
public import Funding
public import Monetary

/// Which entries are read; what is left out admits all.
public struct JournalSelection: Hashable, Sendable {
  /// From this accounting day on.
  public var from: CalendarDate?
  /// Up to this accounting day.
  public var through: CalendarDate?
  /// Entries that post to the account of this name, or to one below it: `asset:bank`, or `asset`.
  public var account: String?
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
    (account.map { posting.account.text == $0 || posting.account.text.hasPrefix($0 + ":") } ?? true)
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
    guard let days = selection.days else { return }
    var facts = try FactReader(session)
    var entries = try EntryReader(session)
    let places = try EntryPlaces(session)
    var latest: (fact: FactRecord, entries: [EntryReader.Numbered])?
    try places.each(of: selection, in: days) { place in
      let current: (fact: FactRecord, entries: [EntryReader.Numbered])
      if let known = latest, known.fact.sequence == place.sequence {
        current = known
      } else {
        let fact = try session.required(try facts.fact(at: place.sequence))
        current = (fact, try entries.entries(of: place.sequence))
        latest = current
      }
      guard selection.known.map({ current.fact.header.entered <= $0 }) ?? true else { return }
      for candidate in current.entries
      where candidate.number == place.entry
        && candidate.entry.postings.contains(where: selection.admits)
      {
        try body(current.fact, candidate.entry)
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
