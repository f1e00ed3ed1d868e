import Bookkeeping
public import Diagnostics
public import Funding
import Interchange
import Monetary
import Persistence
public import Reporting

/// Records one fact in a store, or shows what recording it would come to.
///
/// Where it closes months and is asked to, it revalues what is open in foreign currencies before, at the end
/// of each of them, in order and in the same transaction, as far as that posts entries.
public struct RecordFact: Hashable, Sendable {
  /// The fact as it was stated.
  public let fact: Fact
  /// The verb that records it.
  public let command: String
  /// Who records it.
  public let author: String
  /// When.
  public let now: Instant
  /// Whether a fact of a closed month is posted on the first open day instead of refused; what posts no
  /// entry is never late.
  public let allowsLate: Bool
  /// Whether what is open is revalued at the end of each month that the fact closes, before it.
  public let revaluesMonths: Bool

  /// Will record `fact`.
  public init(
    _ fact: Fact, command: String, by author: String, at now: Instant, allowsLate: Bool = false,
    revaluingMonths revaluesMonths: Bool = false
  ) {
    self.fact = fact
    self.command = command
    self.author = author
    self.now = now
    self.allowsLate = allowsLate
    self.revaluesMonths = revaluesMonths
  }

  /// What recording a fact came to, or would come to.
  public struct Outcome: Sendable {
    /// The fact as a directive of the text form, after those of what was recorded before it.
    public let directive: String
    /// The fact and its entries.
    public let report: RecordedFact
    /// What somebody should look at again.
    public fileprivate(set) var cautions: [Diagnostic]

    /// The same, with what was found in the ledger to look at.
    fileprivate func adding(_ findings: [Diagnostic]) -> Outcome {
      var outcome = self
      outcome.cautions += findings.map { Diagnostic($0.fault, severity: .warning) }
      return outcome
    }
  }

  /// Records the fact in the store at `path`, in one transaction.
  ///
  /// - Throws: ``Refusal`` where a rule refuses the fact, or where `path` is a text; `StoreError`,
  ///   `FileError`.
  public func record(in path: String) throws -> Outcome {
    try OpenLedger.requireStore(path)
    var store = try Store.open(path: path)
    let batch = Batch(entered: now, by: author, command: command)
    let recorded = try store.write(batch) { transaction in
      let decided = try decide(on: transaction.snapshot)
      let appender = LedgerAppender(to: decided.book.head, by: author)
      for posted in decided.taken.posted { try appender.append(posted, to: &transaction) }
      return (decided, transaction.head)
    }
    let (taken, book) = recorded.0
    return outcome(taken, book, head: recorded.1, tracing: book.tracing)
      .adding(try findings(about: taken, in: OpenLedger.reading(path)))
  }

  /// Shows what recording the fact in the ledger at `path`, text or store, would come to; a `watcher` is
  /// told how far a text has been checked. For a rate, a text in which rates are missing is looked at for its rates
  /// alone.
  /// - Throws: As ``record(in:)`` does, but takes a text too.
  public func preview(
    in path: String, for watcher: HeadwayWatcher? = nil
  ) throws -> Outcome {
    if try path == "-" || LedgerForm(ofFileAt: path) == .text {
      let file = try TextFile(at: path)
      let fold =
        try fact.kind == .rate
        ? FactFold.takingRates(in: file.text, for: watcher) : FactFold(file.text, for: watcher)
      var book = fold.book
      do {
        let known = fold.book.posted
        try requireAccount(among: book.accountsInUse)
        let taken = try post(facts(in: book), in: &book) { known[$0]?.fact.kind }
        return outcome(taken, book, head: nil, tracing: fold.tracing)
          .adding(try findings(about: taken, in: TextLedger(fold, of: file)))
      } catch let faults as Faults {
        throw Refusal(
          faults.all.map { Diagnostic(fold.book.suggesting(fold.tracing($0, of: fact))) })
      }
    }
    let store = try Store.open(path: path, for: .reading)
    let decided = try store.read { snapshot in try decide(on: snapshot) }
    return outcome(decided.taken, decided.book, head: nil, tracing: decided.book.tracing)
      .adding(try findings(about: decided.taken, in: OpenLedger.reading(path)))
  }

  /// What is wrong with a misstated fact, what the rules of the ledger at `path` find in the part of it
  /// that could be read included.
  ///
  /// A ledger that cannot be read adds nothing: it is told of when there is a fact to record in it.
  public static func refusal(of misstatement: Misstatement, in path: String) -> Refusal {
    guard let faulty = misstatement.faulty,
      let (stated, found) = try? Self.diagnostics(
        of: faulty, beside: misstatement.diagnostics, in: path)
    else { return Refusal(misstatement.diagnostics) }
    // A donor who was not found is told of by the name that was given, not by the code that stands for it.
    let standIns = misstatement.diagnostics.filter {
      [.donorUnknown, .donorAmbiguous].contains($0.fault.code)
    }.map { DonorID(suggestedBy: $0.fault.values[0]).text }
    let added = found.filter {
      faulty.bears($0.fault)
        && !($0.fault.code == .donorUnknown && standIns.contains($0.fault.values[0]))
    }
    return Refusal(stated + added)
  }

  /// What is `stated` to be wrong already, and what the rules of the ledger at `path`, text or store, have
  /// against `faulty`; each time with the name that was probably meant.
  private static func diagnostics(
    of faulty: FaultyFact, beside stated: [Diagnostic], in path: String
  ) throws -> (stated: [Diagnostic], found: [Diagnostic]) {
    let fact = faulty.sourced.fact
    var namer = FactNamer()
    if try path == "-" || LedgerForm(ofFileAt: path) == .text {
      let fold = try FactFold(TextFile(at: path).text)
      let book = fold.book
      let id = namer.name(fact) { book.posted[$0]?.fact.kind }
      let found = book.faults(of: fact, id: id).map { Diagnostic(fold.tracing($0, of: fact)) }
      return (
        stated.map { faulty.givesName(of: $0) ? $0 : $0.with(book.suggesting) },
        found.map { $0.with(book.suggesting) }
      )
    }
    return try Store.open(path: path, for: .reading).read { snapshot in
      var loader = try BookLoader(snapshot)
      try loader.load(for: fact, from: snapshot)
      let book = try loader.book()
      let id = try namer.name(fact) { id in try snapshot.fact(id)?.header.kind }
      let found = book.faults(of: fact, id: id).map { Diagnostic(book.tracing($0, of: fact)) }
      return (
        try suggesting(stated, of: faulty, by: book, from: snapshot),
        try suggesting(found, by: book, from: snapshot)
      )
    }
  }

  /// Decides what the fact comes to, on as much of the store as it needs.
  private func decide(
    on snapshot: borrowing Snapshot
  ) throws -> (taken: Taken, book: Book) {
    var loader = try BookLoader(snapshot)
    try loader.load(for: fact, wholly: revaluesMonths, from: snapshot)
    var book = try loader.book()
    book.assume(try snapshot.turnover())
    try addCash(to: &book, from: snapshot)
    try requireAccount(among: try snapshot.accounts())
    let stamped = try LedgerAppender.stamped(
      facts(in: book), by: author, from: now, after: snapshot)
    do {
      let taken = try post(stamped, in: &book) { id in try snapshot.fact(id)?.header.kind }
      return (taken, book)
    } catch let faults as Faults {
      throw Refusal(
        try Self.suggesting(
          faults.all.map { Diagnostic(book.tracing($0, of: fact)) }, by: book, from: snapshot))
    }
  }

  /// - Throws: ``Refusal`` for the balance of an account that is none of `known`, those declared or posted
  ///   to.
  private func requireAccount(among known: @autoclosure () throws -> [AccountCode]) throws {
    guard case .assert(let assertion) = fact.event,
      let fault = assertion.unknownAccount(among: try known())
    else { return }
    throw Refusal(fault)
  }

  /// What was taken into a book.
  private struct Taken {
    /// The fact, and before it what was posted with it.
    var posted: [PostedFact] = []
    /// What was open where it was revalued, or would have been had its worth changed.
    var revalued: [Revaluation] = []
    /// The months that were closed, each after its revaluation.
    var closed: [AccountingMonth] = []
  }

  /// The fact, and before it the revaluation of each month that it closes.
  private func facts(in book: Book) -> [Fact] {
    closedMonths(in: book).map { Fact($0.lastDay, .revaluation) } + [fact]
  }

  private func closedMonths(in book: Book) -> [AccountingMonth] {
    // A month that is not over is refused, and closes none.
    guard revaluesMonths, case .close(let month) = fact.event, fact.date >= month.lastDay else {
      return []
    }
    return book.months(closedBy: month)
  }

  /// Posts facts in a book, the last one in any case, those before it where they post an entry.
  ///
  /// What the rules have against the last is told rather than what they have against those before it. The
  /// kind of the fact that has a name already is `known`; nil where none has it.
  private func post(
    _ facts: [Fact], in book: inout Book, known: (FactID) throws -> FactKind?
  ) throws -> Taken {
    var namer = FactNamer()
    let named = try facts.map { fact in
      let moved = movedIfLate(fact, in: book)
      return (fact: moved, id: try namer.name(moved, among: known))
    }
    if named.count > 1, let last = named.last {
      let faults = book.faults(of: last.fact, id: last.id)
      guard faults.isEmpty else { throw Faults(faults) }
    }
    var taken = Taken(closed: closedMonths(in: book))
    for (index, named) in named.enumerated() {
      var next = book
      let posted = try next.post(named.fact, id: named.id)
      let ambiguous = next.sharedNames(of: named.fact).filter(\.isAliasOfSecond).map(\.fault)
      guard ambiguous.isEmpty else { throw Faults(ambiguous) }
      if named.fact.kind == .revaluation {
        let day = named.fact.posted
        taken.revalued.append(Revaluation(on: day, try book.openLines(on: day)))
      }
      guard index == facts.count - 1 || !posted.consequence.entries.isEmpty else { continue }
      book = next
      taken.posted.append(posted)
    }
    return taken
  }

  /// What is wrong, each time with the name that was probably meant: one of the book, or of the whole
  /// store's agreements, pledges and unidentified money, of which the book holds only a part.
  private static func suggesting(
    _ diagnostics: [Diagnostic], of faulty: FaultyFact? = nil, by book: Book,
    from snapshot: borrowing Snapshot
  ) throws -> [Diagnostic] {
    var suggesting: [Diagnostic] = []
    for diagnostic in diagnostics {
      guard faulty?.givesName(of: diagnostic) != true else {
        suggesting.append(diagnostic)
        continue
      }
      let fault = diagnostic.fault
      let meant =
        switch fault.code {
        case .agreementUnknown, .fundUnknown:
          fault.suggesting(among: try references(of: .agreement, in: snapshot))
        case .pledgeUnknown:
          fault.suggesting(among: try references(of: .pledge, in: snapshot))
        case .amendmentAgreement:
          fault.suggesting(amendmentOf: try references(of: .agreement, in: snapshot))
        case .unidentifiedUnknown:
          fault.suggesting(among: try references(of: .unidentified, in: snapshot))
        case .referenceSyntax, .identifierSyntax, .factUnknown:
          fault.suggesting(
            among: try references(of: .agreement, .pledge, .unidentified, in: snapshot))
        default: book.suggesting(fault)
        }
      suggesting.append(diagnostic.with { _ in meant })
    }
    return suggesting
  }

  private static func references(
    of kinds: FactKind..., in snapshot: borrowing Snapshot
  ) throws -> [String] { try snapshot.references(of: Set(kinds)).map(\.text) }

  /// The fact, posted on the first open day where its month is closed and it may be late.
  ///
  /// That day is part of what it says, and so of its name.
  private func movedIfLate(_ fact: Fact, in book: Book) -> Fact {
    guard allowsLate, book.isBoundByLock(fact), book.lock.isClosed(fact.posted) else { return fact }
    var provenance = fact.provenance
    provenance.posted = book.lock.firstOpenDay(from: fact.posted)
    return Fact(fact.date, fact.event, provenance: provenance)
  }

  /// Tells the book what the foreign accounts hold that are paid from.
  private func addCash(to book: inout Book, from snapshot: borrowing Snapshot) throws {
    for key in book.cashPaid(by: fact) {
      var selection = JournalSelection()
      selection.accounts = [key.account.text]
      selection.fund = key.fund
      var entries: [JournalEntry] = []
      try snapshot.entries(selection) { _, entry in entries.append(entry) }
      book.assume(CashPosition(of: key, after: entries), for: key)
    }
  }

  /// What was taken came to; cautions say where is stated what is stated again, as `tracing` finds it.
  private func outcome(
    _ taken: Taken, _ book: Book, head: ChainHead?, tracing: (Fault, Fact) -> Fault
  ) -> Outcome {
    let posted = taken.posted
    let day = posted.last?.fact.posted ?? fact.posted
    let stamp = ReportStamp(
      ledger: book.head.name,
      origin: head.map { .store(head: $0.printed) } ?? .preview,
      facts: head.map { Int($0.count) } ?? 0, asOf: day, known: nil, rates: book.head.rates)
    let items = posted.map { posted in
      Dossier.Item(
        id: posted.id, fact: posted.fact,
        text: String(decoding: LedgerTextWriter().directive(posted.fact), as: UTF8.self),
        entries: posted.consequence.entries)
    }
    return Outcome(
      directive: items.map(\.text).joined(separator: "\n"),
      report: RecordedFact(
        items, closing: taken.closed, revaluing: taken.revalued, currency: book.head.currency,
        stamp: stamp),
      cautions: cautions(about: taken, in: book, tracing: tracing).map {
        Diagnostic($0, severity: .warning)
      })
  }

  /// That a figure which was asserted does not hold or, where a month is closed, what closed months do not carry
  /// at the rates of their ends; nothing for all other facts.
  private func findings(
    about taken: Taken, in ledger: @autoclosure () throws -> any Ledger
  ) throws -> [Diagnostic] {
    guard let posted = taken.posted.last else { return [] }
    return switch fact.event {
    case .assert:
      try CheckLedger.failures(of: [NamedFact(id: posted.id, fact: posted.fact)], in: ledger())
    case .close: try ClosingCautions(of: ledger()).ofWorth.map { Diagnostic($0) }
    default: []
    }
  }

  private func cautions(
    about taken: Taken, in book: Book, tracing: (Fault, Fact) -> Fault
  ) -> [Fault] {
    let along = taken.closed.dropLast()
    var order: Fault?
    if let month = taken.closed.last, let first = along.first, let last = along.last {
      let months = first == last ? "\(first)" : "\(first) to \(last)"
      order = Fault(.monthOrder, month.description, months, first.description)
    }
    return [order].compactMap(\.self)
      + taken.posted.flatMap { posted in
        book.cautions(about: posted).map { tracing($0, posted.fact) }
      }
      + taken.revalued.rateUses.compactMap { $0.rate.caution(on: $0.date) }
  }
}

extension Book {
  /// The fault with the fact that has stated before what `fact` states again, where it says that one has.
  fileprivate func tracing(_ fault: Fault, of fact: Fact) -> Fault {
    let index = firstIndex(beforeRepeating: fact, by: fault)
    return fault.stated(
      first: index.map { posted.inOrder[$0] }.map {
        .fact($0.id.text, date: $0.fact.date.description)
      })
  }
}

extension FactFold {
  /// The same with the line of the text on which that fact stands.
  fileprivate func tracing(_ fault: Fault, of fact: Fact) -> Fault {
    let index = book.firstIndex(beforeRepeating: fact, by: fault)
    return fault.stated(first: index.map { .line(Int(lines[$0])) })
  }
}
