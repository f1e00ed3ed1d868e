import Bookkeeping
import Diagnostics
import Funding
import Interchange
import Monetary
import Reporting

/// A ledger whose facts stand in a text: read, folded and kept in memory.
struct TextLedger: Ledger {
  private let book: Book
  private let lines: [Int32]
  private let source: SourceText
  private let sha256: String
  private let factCount: Int

  /// Folds the facts of `file`, while `watcher` is told how far it is.
  ///
  /// - Throws: ``Refusal`` with every diagnostic of the text and of the rules.
  init(_ file: TextFile, for watcher: HeadwayWatcher? = nil) throws(Refusal) {
    self.init(try FactFold(file.text, for: watcher), of: file)
  }

  /// Keeps what the facts of `file` were folded into.
  init(_ fold: FactFold, of file: TextFile) {
    book = fold.book
    lines = fold.lines
    source = file.text.source
    sha256 = file.sha256
    factCount = file.text.facts.count
  }

  private var posted: [PostedFact] { book.posted.inOrder }

  var names: LedgerNames { LedgerNames(of: book) }
  var lock: PeriodLock { book.lock }

  func stamp(asOf: CalendarDate, known: Instant?) -> ReportStamp {
    ReportStamp(
      ledger: book.head.name, origin: .text(sha256: sha256), facts: factCount, asOf: asOf,
      known: known, rates: book.head.rates)
  }

  func rates(
    of currencies: Set<Currency>, in table: RateTableName, since day: CalendarDate
  ) -> RateHistory { RateHistory(of: book, by: table) }

  func positions(
    _ query: PositionQuery, by breakdown: PositionQuery.Breakdown
  ) -> [PositionRow] { rows(query).map(\.row) }

  func rows(_ query: PositionQuery) -> [LearntRow] {
    var filter = PositionFilter(query, in: book.programme)
    return posted.flatMap { fact -> [LearntRow] in
      guard query.known.map({ fact.fact.entered <= $0 }) ?? true else { return [] }
      return fact.consequence.positions.filter { filter.admits($0) }
        .map { LearntRow($0, entered: fact.fact.entered) }
    }
  }

  func agreementSums(asOf: CalendarDate, known: Instant?) -> [Reference: AgreementSums] {
    var sums: [Reference: AgreementSums] = [:]
    for fact in posted where known.map({ fact.fact.entered <= $0 }) ?? true {
      for row in fact.consequence.positions where row.day <= asOf {
        guard let reference = row.reference else { continue }
        sums[reference, default: AgreementSums()].add(
          row.measure, row.amount.minorUnits, book: row.book.minorUnits)
      }
      guard fact.fact.posted <= asOf else { continue }
      for posting in fact.consequence.entries.lazy.flatMap(\.postings)
      where posting.account.takesRealisedExchange {
        guard let reference = posting.tags.agreement else { continue }
        sums[reference, default: AgreementSums()].add(
          realised: -posting.side.sign * Int128(posting.book.minorUnits))
      }
    }
    return sums
  }

  func balances(
    asOf: CalendarDate, known: Instant?, byFund: Bool
  ) throws -> [BalanceRow] {
    var balances = BalanceFold(byFund: byFund)
    for fact in posted where known.map({ fact.fact.entered <= $0 }) ?? true {
      for entry in fact.consequence.entries where entry.date <= asOf { balances.add(entry) }
    }
    return try balances.rows()
  }

  func journal(_ filter: JournalListing.Filter) -> [JournalListing.Item] {
    let agreements = filter.donors.map(agreements(of:))
    var items: [JournalListing.Item] = []
    for fact in posted where filter.known.map({ fact.fact.entered <= $0 }) ?? true {
      for entry in fact.consequence.entries where filter.admits(entry) {
        guard agreements?.speaks(of: entry) ?? true else { continue }
        items.append(JournalListing.Item(id: fact.id, fact: fact.fact, entry: entry))
      }
    }
    return items
  }

  /// - Complexity: O(*n*) in the postings of the ledger, however many agreements are asked for.
  func journals(
    of agreements: Set<Reference>, _ filter: JournalListing.Filter
  ) -> [Reference: [JournalListing.Item]] {
    var journals: [Reference: [JournalListing.Item]] = [:]
    for item in journal(filter) {
      let admitted = item.entry.postings.lazy.filter { filter.admits($0) }
      for reference in Set(admitted.compactMap(\.tags.agreement)).intersection(agreements) {
        journals[reference, default: []].append(item)
      }
    }
    return journals
  }

  func entries(
    on accounts: Set<AccountCode>, through day: CalendarDate, known: Instant?
  ) -> [JournalEntry] {
    posted.lazy.filter { fact in known.map { fact.fact.entered <= $0 } ?? true }
      .flatMap(\.consequence.entries)
      .filter { entry in
        entry.date <= day
          && entry.postings.contains { accounts.contains(where: $0.account.isWithin) }
      }
  }

  func facts(of kinds: Set<FactKind>) -> [NamedFact] {
    posted.lazy.filter { kinds.contains($0.fact.kind) }.map { NamedFact($0) }
  }

  func facts(about text: String) -> [NamedFact] {
    let reference = Reference(text)
    let about = posted.lazy.filter { posted in
      posted.id.text == text || posted.fact.target?.text == text
        || reference.map(posted.speaks) ?? false
    }
    return about.map { NamedFact($0) }
  }

  func standing(
    of reference: Reference, asOf: CalendarDate, known: Instant?
  ) -> StandingAgreement? { book.standing(of: reference, asOf: asOf, known: known) }

  func standing(
    ofPledge reference: Reference, asOf: CalendarDate, known: Instant?
  ) -> PledgeState? { book.standing(ofPledge: reference, asOf: asOf, known: known) }

  func donors(ofPartsIn agreement: FactID) -> [DonorID] { book.donors(ofPartsIn: agreement) }

  func conditions(
    of references: Set<Reference>, asOf: CalendarDate, known: Instant?
  ) -> [Reference: [ConditionStanding]] {
    references.isEmpty ? [:] : book.conditions(of: references, asOf: asOf, known: known)
  }

  func shortfalls(of references: Set<Reference>) -> [FactID: Fault] {
    references.isEmpty ? [:] : book.shortfalls
  }

  func diagnostic(_ fault: Fault, of named: NamedFact) -> Diagnostic {
    guard let index = posted.firstIndex(where: { $0.id == named.id }) else {
      return Diagnostic(fault)
    }
    return source.diagnostics([fault], ofDirectiveOn: Int(lines[index]))[0]
  }

  func accounts() -> [AccountCode] { book.accountsInUse }

  func entries(of named: NamedFact) -> [JournalEntry] {
    book.posted[named.id]?.consequence.entries ?? []
  }

  func references() -> [Reference] {
    let named = posted.lazy.filter { [.agreement, .pledge].contains($0.fact.kind) }
    return Set(named.compactMap(\.fact.reference)).sorted()
  }

  func identifiers(of kinds: Set<FactKind>) -> [FactID] {
    posted.lazy.filter { kinds.contains($0.fact.kind) }.map(\.id)
  }

  func kinds(of reference: Reference) -> Set<FactKind> {
    Set(posted.lazy.filter { $0.fact.reference == reference }.map(\.fact.kind))
  }

  func remarks(on scopes: Set<ScopePath>) -> [NamedFact] {
    let remarks = posted.filter { $0.fact.remarkedScope.map(scopes.contains) ?? false }
    let names = Set(remarks.map(\.id))
    let reversals = posted.filter { $0.fact.target.map(names.contains) ?? false }
    return (remarks + reversals).map { NamedFact($0) }
  }

  private func agreements(of donors: Set<DonorID>) -> Set<Reference> {
    facts(of: [.agreement, .amendment]).map(\.fact).agreements(of: donors)
  }
}

extension Book {
  /// The accounts that were declared or posted to, ordered.
  /// - Complexity: O(*n*) in the postings.
  var accountsInUse: [AccountCode] {
    var used = accounts.declared
    for fact in posted.inOrder {
      for entry in fact.consequence.entries { used.formUnion(entry.postings.map(\.account)) }
    }
    return used.sorted()
  }
}

extension Set<Reference> {
  /// Whether an entry posts something about one of these agreements.
  func speaks(of entry: JournalEntry) -> Bool {
    entry.postings.contains { $0.tags.agreement.map(contains) ?? false }
  }
}

extension NamedFact {
  /// A posted fact without what it came to.
  init(_ posted: PostedFact) {
    self.init(id: posted.id, fact: posted.fact)
  }
}

extension PostedFact {
  /// Whether the fact, one of its entries or one of its rows is about an agreement or a pledge.
  fileprivate func speaks(of reference: Reference) -> Bool {
    fact.mentions.contains(reference)
      || consequence.entries.contains { entry in
        entry.postings.contains { $0.tags.agreement == reference || $0.fund.agreement == reference }
      }
      || consequence.positions.contains { $0.reference == reference }
  }
}
