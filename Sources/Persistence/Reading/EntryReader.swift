import Bookkeeping
import Funding
import Monetary

/// Makes entries of rows, by the initialisers that refuse what does not balance.
struct EntryReader: ~Copyable {
  private let session: Session
  private var rows: SequenceCursor

  /// An entry, and its number within its fact.
  struct Numbered {
    let number: Int64
    let entry: JournalEntry
  }

  /// Prepares what reads them.
  init(_ session: Session) throws(StoreError) {
    self.session = session
    rows = SequenceCursor(
      try session.connection.prepare(
        """
        SELECT seq, entry, day, occasion, account, fund, side, amount_minor, currency, book_minor,
          agreement, part, scope, year, line
        FROM posting WHERE seq >= ? ORDER BY seq, entry, line
        """))
  }

  /// The entries of the fact at `sequence`, in their order.
  /// - Throws: `.corrupt` where the rows of one make no postings or values, are not of one day and
  ///   occasion or not numbered without a gap, or do not balance.
  mutating func entries(of sequence: Int64) throws(StoreError) -> [Numbered] {
    try session.required(try balancedEntries(of: sequence))
  }

  /// The entries of the fact at `sequence`, in their order; nil where the rows of one cannot be those of
  /// any entry: of several days or occasions, with a gap between their numbers, of impossible amounts,
  /// or out of balance.
  /// - Throws: `.corrupt` where the rows make no values.
  mutating func balancedEntries(of sequence: Int64) throws(StoreError) -> [Numbered]? {
    let session = session
    var drafts: [Draft] = []
    var isSound = true
    try rows.rows(of: sequence) { (row) throws(StoreError) in
      if drafts.last?.number != row.integer(1) { drafts.append(Draft(row)) }
      let last = drafts.count - 1
      guard isSound, drafts[last].isContinued(by: row), let posting = try session.posting(row)
      else {
        isSound = false
        return
      }
      drafts[last].postings.append(posting)
    }
    guard isSound else { return nil }
    var entries: [Numbered] = []
    for draft in drafts {
      let day = try session.day(draft.day)
      let occasion = try session.required(try session.names.occasions.name(of: draft.occasion))
      do throws(EntryError) {
        let entry = try JournalEntry(date: day, occasion: occasion, postings: draft.postings)
        entries.append(Numbered(number: draft.number, entry: entry))
      } catch {
        return nil
      }
    }
    return entries
  }

  /// The rows of one entry, as far as they were read.
  private struct Draft {
    let number: Int64
    let day: Int64
    let occasion: Int64
    var postings: [Posting] = []

    /// Begins with an entry's first row.
    init(_ row: borrowing Statement) {
      number = row.integer(1)
      day = row.integer(2)
      occasion = row.integer(3)
    }

    /// Whether a row is the next of the entry: every row repeats the entry's day and occasion.
    func isContinued(by row: borrowing Statement) -> Bool {
      row.integer(2) == day && row.integer(3) == occasion && row.integer(14) == postings.count + 1
    }
  }
}

extension Session {
  /// The posting of a row as ``EntryReader`` selects them; nil where its amounts cannot be.
  fileprivate func posting(_ row: borrowing Statement) throws(StoreError) -> Posting? {
    let account = try required(try names.accounts.name(of: row.integer(4)))
    let fund = try required(try names.labels.name(of: row.integer(5)))
    let fundCode = try required(FundCode(fund.storedText))
    let currency = try required(try names.currencies.name(of: row.integer(8)))
    let amount = Money(minorUnits: row.integer(7), of: currency)
    let book = Money(minorUnits: row.integer(9), of: bookCurrency)
    guard let side = Side(stored: row.integer(6)) else { throw corrupt }
    let tags = try tags(row)
    do throws(EntryError) {
      return try Posting(side, account, fund: fundCode, amount, book: book, tags: tags)
    } catch {
      return nil
    }
  }

  private func tags(_ row: borrowing Statement) throws(StoreError) -> Posting.Tags {
    var agreement: Reference?
    if let number = row.optionalInteger(10) {
      let label = try required(try names.labels.name(of: number))
      agreement = try required(Reference(label.storedText))
    }
    var scope: ScopePath?
    if let number = row.optionalInteger(12) {
      scope = try required(try names.scopes.name(of: number))
    }
    var year: BudgetYear?
    if let number = row.optionalInteger(13) { year = try required(BudgetYear(Int(number))) }
    return Posting.Tags(
      agreement: agreement, part: row.optionalInteger(11).map { Int($0) }, scope: scope,
      year: year)
  }
}

extension Side {
  /// The side of a stored sign.
  fileprivate init?(stored sign: Int64) {
    switch sign {
    case 1: self = .debit
    case -1: self = .credit
    default: return nil
    }
  }
}
