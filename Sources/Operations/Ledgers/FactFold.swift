import Bookkeeping
import Diagnostics
import Funding
import Interchange

/// All facts of a text folded into a book, in the order in which they apply.
struct FactFold {
  /// The book after all facts.
  let book: Book
  /// The line of the directive of each posted fact, counted from 1.
  let lines: [Int32]

  /// What the facts came to, in the order in which they applied.
  var posted: [PostedFact] { book.posted.inOrder }

  /// Folds the facts of `text` for somebody who brings rates: where one is missing, its head and its rates alone, so
  /// that what is missing can be brought.
  /// - Throws: ``Refusal`` with everything that is wrong; of a text in which a rate is missing, with what its reader
  ///   found and what is wrong with its rates.
  static func takingRates(
    in text: LedgerText, for watcher: HeadwayWatcher? = nil
  ) throws(Refusal) -> FactFold {
    do throws(Refusal) {
      return try FactFold(text, for: watcher)
    } catch {
      guard error.diagnostics.contains(where: { $0.fault.code == .rateMissing }) else {
        throw error
      }
      return try FactFold(text, of: [.ledger, .rate])
    }
  }

  /// Folds the facts of `text`, of all kinds or some, while `watcher` is told how far it is.
  ///
  /// That a fact speaks of a refused one is not told of it, too: one mistake gives one diagnostic. A
  /// directive of which only remarks could not be read is posted like the others; of one that was read
  /// in part, it is told what is wrong with that part.
  /// - Throws: ``Refusal`` with everything that is wrong, by the reader and by the rules, in the order
  ///   of the lines.
  init(
    _ text: LedgerText, of kinds: Set<FactKind>? = nil, for watcher: HeadwayWatcher? = nil
  ) throws(Refusal) {
    func counts(_ fact: Fact) -> Bool { kinds?.contains(fact.kind) ?? true }
    let faulty = text.faulty.filter { ($0.isWhole || $0.isDated) && counts($0.sourced.fact) }
    let sound = kinds == nil ? text.facts : text.facts.filter { counts($0.fact) }
    // A ledger may have a million facts, and few are at fault.
    let read = faulty.isEmpty ? sound : sound + faulty.map(\.sourced)
    let facts = read.map(\.fact)
    let order = FactOrder.indices(of: facts)
    guard let head = Self.head(of: facts) else {
      let missing = text.source.diagnostic(Fault(.ledgerMissing), line: 1)
      throw Refusal(text.diagnostics.isEmpty ? [missing] : text.diagnostics)
    }

    var folding = Folding(text, head: head)
    var counter = HeadwayCounter(.checking, of: order.count, for: watcher)
    for index in order {
      counter.advance()
      let fact = facts[index]
      let id = folding.namer.name(fact)
      if index < sound.count || faulty[index - sound.count].isWhole {
        folding.fold(read[index], id: id)
      } else {
        folding.examine(faulty[index - sound.count], id: id)
      }
    }
    // What has no date is looked at once all names are known.
    for faulty in text.faulty
    where !faulty.isWhole && !faulty.isDated && counts(faulty.sourced.fact) {
      folding.examine(faulty, id: folding.namer.name(faulty.sourced.fact))
    }
    let diagnostics = folding.findings.diagnostics(after: folding.book)
    guard diagnostics.isEmpty else { throw Refusal(diagnostics) }
    book = folding.book
    lines = folding.lines
  }

  /// The ledger's head: that of its first `ledger` directive.
  static func head(of facts: [Fact]) -> LedgerHead? {
    for fact in facts {
      if case .ledger(let head) = fact.event { return head }
    }
    return nil
  }
}

/// A fold under way.
private struct Folding {
  var book: Book
  var namer = FactNamer()
  var lines: [Int32] = []
  var findings: Findings
  private var lost: LostNames
  private let text: LedgerText
  private var first: FirstDeclarations
  private lazy var cycles = ScopeCycles(among: text.facts)

  init(_ text: LedgerText, head: LedgerHead) {
    self.text = text
    book = Book(head: head)
    first = FirstDeclarations(own: head.rates)
    findings = Findings(in: text)
    lost = LostNames(refusedIn: text)
    lines.reserveCapacity(text.facts.count)
  }

  /// Posts a fact, or notes why it is refused.
  mutating func fold(_ source: SourcedFact, id: FactID) {
    do {
      try book.post(source.fact, id: id)
      lines.append(source.line)
      first.note(source, id: id)
    } catch {
      let faults = error.all.compactMap { fault in
        cycles(explaining: fault) ?? (lost.explain(fault) ? nil : fault)
      }
      for fault in faults {
        let (told, later) = blame(fault, of: source)
        findings.add([told], of: later)
      }
      lost.lose(source.fact, id: id, for: faults)
    }
  }

  /// Notes why a fact that was read in part would be refused.
  mutating func examine(_ faulty: FaultyFact, id: FactID) {
    let faults = book.faults(of: faulty.sourced.fact, id: id).filter { fault in
      faulty.bears(fault) && !lost.explain(fault) && !isReversed(by: fault)
    }
    for fault in faults {
      let (told, later) = blame(fault, of: faulty.sourced)
      findings.add([told], of: later)
    }
    lost.loseMisnamed(faulty.sourced.fact, for: faults)
  }

  /// Which of two facts that state the same is told so, and what.
  private mutating func blame(
    _ fault: Fault, of fact: SourcedFact
  ) -> (fault: Fault, fact: SourcedFact) {
    let (book, lines) = (book, lines)
    return first.blame(fault, of: fact) {
      zip(book.posted.inOrder, lines).map { (SourcedFact($0.fact, line: $1), $0.id) }
    }
  }

  /// What is told instead of a parent that is missing, where scopes lie below each other.
  private mutating func cycles(explaining fault: Fault) -> Fault? {
    fault.code == .scopeParent ? cycles.fault(explaining: fault) : nil
  }

  /// Whether a fault misses what is only gone since it was reversed: it was known before.
  private func isReversed(by fault: Fault) -> Bool {
    guard [.agreementUnknown, .pledgeUnknown, .fundUnknown].contains(fault.code) else {
      return false
    }
    return fault.values.first.flatMap(FactID.init).flatMap { book.posted[$0] } != nil
  }
}
