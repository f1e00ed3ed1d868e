import Bookkeeping
import Funding
import Monetary

/// Makes entries of rows, by the initialisers that refuse what does not balance.
struct EntryReader: ~Copyable {
  private let session: Session
  private let ofFact: Statement

  /// An entry, and its number within its fact.
  struct Numbered {
    let number: Int64
    let entry: JournalEntry
  }

  /// Prepares what reads them.
  init(_ session: Session) throws(StoreError) {
    self.session = session
    ofFact = try session.connection.prepare(
      """
      SELECT entry, day, occasion, account, fund, side, amount_minor, currency, book_minor,
        agreement, part, scope, year
      FROM posting WHERE seq = ? ORDER BY entry, line
      """)
  }

  /// The entries of the fact at `sequence`, in their order.
  func entries(of sequence: Int64) throws(StoreError) -> [Numbered] {
    ofFact.bind(sequence)
    defer { ofFact.reset() }
    var drafts: [Draft] = []
    while try ofFact.step() {
      let number = ofFact.integer(0)
      if drafts.last?.number != number {
        let occasion = try session.names.occasions.name(of: ofFact.integer(2))
        drafts.append(
          Draft(
            number: number, day: try session.day(ofFact.integer(1)),
            occasion: try session.required(occasion)))
      }
      drafts[drafts.count - 1].postings.append(try posting())
    }
    var entries: [Numbered] = []
    for draft in drafts { entries.append(try entry(of: draft)) }
    return entries
  }

  private struct Draft {
    let number: Int64
    let day: CalendarDate
    let occasion: Occasion
    var postings: [Posting] = []
  }

  private func entry(of draft: Draft) throws(StoreError) -> Numbered {
    do throws(EntryError) {
      return Numbered(
        number: draft.number,
        entry: try JournalEntry(
          date: draft.day, occasion: draft.occasion, postings: draft.postings))
    } catch {
      throw session.corrupt
    }
  }

  private func posting() throws(StoreError) -> Posting {
    let names = session.names
    let account = try session.required(try names.accounts.name(of: ofFact.integer(3)))
    let fund = try session.required(
      FundCode(try session.required(try names.labels.name(of: ofFact.integer(4))).storedText))
    let currency = try session.required(try names.currencies.name(of: ofFact.integer(7)))
    let amount = Money(minorUnits: ofFact.integer(6), of: currency)
    let book = Money(minorUnits: ofFact.integer(8), of: session.bookCurrency)
    let side: Side = ofFact.integer(5) > 0 ? .debit : .credit
    let tags = try tags()
    do throws(EntryError) {
      return try Posting(side, account, fund: fund, amount, book: book, tags: tags)
    } catch {
      throw session.corrupt
    }
  }

  private func tags() throws(StoreError) -> Posting.Tags {
    let names = session.names
    var agreement: Reference?
    if let number = ofFact.optionalInteger(9) {
      let label = try session.required(try names.labels.name(of: number))
      agreement = try session.required(Reference(label.storedText))
    }
    var scope: ScopePath?
    if let number = ofFact.optionalInteger(11) {
      scope = try session.required(try names.scopes.name(of: number))
    }
    var year: BudgetYear?
    if let number = ofFact.optionalInteger(12) {
      year = try session.required(BudgetYear(Int(number)))
    }
    return Posting.Tags(
      agreement: agreement, part: ofFact.optionalInteger(10).map { Int($0) }, scope: scope,
      year: year)
  }
}
