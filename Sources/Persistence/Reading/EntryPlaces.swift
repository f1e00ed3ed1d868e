import Bookkeeping
import Funding

/// Where entries stand, found by the shortest way and in the order of accounting days.
struct EntryPlaces: ~Copyable {
  /// The place of one entry.
  struct Place: Comparable {
    let day: Int64
    let sequence: Int64
    /// The entry's number within its fact.
    let entry: Int64

    static func < (left: Place, right: Place) -> Bool {
      (left.day, left.sequence, left.entry) < (right.day, right.sequence, right.entry)
    }
  }

  private let session: Session
  private let byDay: Statement
  private let ofFact: Statement

  /// Prepares what finds them.
  init(_ session: Session) throws(StoreError) {
    let byDay = try session.connection.prepare(
      """
      SELECT day, seq, entry FROM posting INDEXED BY posting_by_day
      WHERE line = 1 AND day BETWEEN ? AND ? ORDER BY day, seq, entry
      """)
    let ofFact = try session.connection.prepare(
      "SELECT day, seq, entry FROM posting WHERE seq = ? AND line = 1")
    self.session = session
    self.byDay = byDay
    self.ofFact = ofFact
  }

  /// Shows the places of all entries that may be of `selection`, in order.
  func each(
    of selection: JournalSelection, in days: ClosedRange<Int32>, _ body: (Place) throws -> Void
  ) throws {
    if let name = selection.nameThatFactsMention {
      try each(mentioning: name, in: days, body)
    } else if !selection.accounts.isEmpty {
      for day in try session.days(on: selection.accounts, in: days) {
        try each(in: day...day, body)
      }
    } else {
      try each(in: days, body)
    }
  }

  private func each(in days: ClosedRange<Int32>, _ body: (Place) throws -> Void) throws {
    try byDay.rows(days.lowerBound, days.upperBound) { row in
      try body(
        Place(day: row.integer(0), sequence: row.integer(1), entry: row.integer(2)))
    }
  }

  private func each(
    mentioning name: String, in days: ClosedRange<Int32>, _ body: (Place) throws -> Void
  ) throws {
    var places: [Place] = []
    for sequence in try session.sequences(mentioning: [name]) {
      try ofFact.rows(sequence) { row in
        guard days.contains(Int32(truncatingIfNeeded: row.integer(0))) else { return }
        places.append(
          Place(day: row.integer(0), sequence: row.integer(1), entry: row.integer(2)))
      }
    }
    for place in places.sorted() { try body(place) }
  }
}

extension JournalSelection {
  /// The name by which all facts with such entries can be found; the general fund and the memorandum
  /// are those of too many.
  fileprivate var nameThatFactsMention: String? {
    if let agreement { return agreement.text }
    guard let fund, FundClass(of: fund) == .agreements else { return nil }
    return fund.text
  }
}

extension Session {
  /// The days on which something was posted to one of `accounts` or below it, in order.
  fileprivate func days(
    on accounts: Set<String>, in days: ClosedRange<Int32>
  ) throws(StoreError) -> [Int32] {
    try settle()
    let statement = try connection.prepare(
      """
      SELECT DISTINCT day FROM balance_by_day JOIN account ON number = account
      WHERE day BETWEEN ?1 AND ?2 AND (text = ?3 OR substr(text, 1, length(?3) + 1) = ?3 || ':')
      """)
    var found: Set<Int64> = []
    for account in accounts {
      found.formUnion(try statement.numbers(days.lowerBound, days.upperBound, account))
    }
    return found.sorted().map { Int32(truncatingIfNeeded: $0) }
  }
}
