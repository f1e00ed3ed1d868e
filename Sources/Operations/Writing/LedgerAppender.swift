import Bookkeeping
import Funding
import Interchange
import Monetary
import Persistence

/// Appends facts to a store, each with its canonical text and what it came to; the only writer.
struct LedgerAppender {
  private let writer = LedgerTextWriter()
  /// Who a fact is by that does not say so itself.
  let author: String
  /// Of which table a rate is that names none.
  let table: RateTableName

  /// Will append facts to the ledger of that head.
  init(to head: LedgerHead, by author: String) {
    self.author = author
    table = head.rates
  }

  /// The facts with their author and the instants at which they are learnt, which are recorded now.
  static func stamped(
    _ facts: [Fact], by author: String, from now: Instant, after snapshot: borrowing Snapshot
  ) throws -> [Fact] {
    let instant = try instant(from: now, after: snapshot)
    return facts.enumerated().map { index, fact in
      var provenance = fact.provenance
      provenance.by = author
      provenance.entered = Instant(microseconds: instant.microseconds + Int64(index))
      return Fact(fact.date, fact.event, provenance: provenance)
    }
  }

  /// When a fact is learnt that is recorded now: later than what was recorded last.
  static func instant(from now: Instant, after snapshot: borrowing Snapshot) throws -> Instant {
    var instant = now
    let head = try snapshot.head()
    try snapshot.facts(.after(head.count - 1)) { latest in
      // Facts that came from a text without instants say nothing of when others were recorded.
      guard let recorded = try latest.fact().provenance.entered, recorded >= now else { return }
      instant = Instant(microseconds: recorded.microseconds + 1)
    }
    return instant
  }

  /// Appends one fact.
  func append(
    _ posted: PostedFact, to transaction: inout Transaction
  ) throws(StoreError) {
    let fact = posted.fact
    if case .scope(let scope) = fact.event, scope.path != .global {
      try transaction.place(scope.path, under: ProgrammeTree.parent(of: scope))
    }
    try transaction.append(
      AppendedFact(
        FactHeader(of: posted, by: fact.provenance.by ?? author), body: writer.directive(fact),
        entries: posted.consequence.entries,
        positions: posted.consequence.positions, mentions: fact.names(by: table)))
  }
}

extension Fact {
  /// By what a store finds the fact, for what it says itself; a rate that names no table is of `table`.
  func names(by table: RateTableName) -> [FactID] {
    var names = mentions.map(FactID.init(of:))
    if let target { names.append(target) }
    if let remarkedScope { names.append(FactID(remarkedOn: remarkedScope)) }
    if case .rate(let quote) = event {
      names.append(
        FactID(ratesOf: quote.quote, per: quote.base, in: quote.table ?? table, year: date.year))
    }
    return names
  }
}

extension FactHeader {
  /// What a store keeps beside the text of a fact, entered by `author`.
  init(of posted: PostedFact, by author: String) {
    let fact = posted.fact
    self.init(
      kind: fact.kind, id: posted.id, date: fact.date, posted: fact.posted,
      recorded: fact.recorded, entered: fact.entered, by: author, reference: fact.reference)
  }
}
