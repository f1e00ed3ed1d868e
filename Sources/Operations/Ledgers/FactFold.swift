import Bookkeeping
import Diagnostics
import Funding
import Interchange

/// All facts of a text folded into a book, in the order in which they apply.
struct FactFold {
  /// The book after all facts that were not refused.
  let book: Book
  /// What they came to, in the order in which they applied.
  let posted: [PostedFact]
  /// The place in the text of each posted fact's directive.
  let sources: [SourcedFact]
  /// What was refused, in the order of the text.
  let diagnostics: [Diagnostic]

  /// A name that was probably meant is looked for in so many faults only: it takes time.
  private static let mostSuggestions = 100

  /// Folds the facts of `text` that were entered by `known`.
  ///
  /// A fact that speaks of a refused one is passed over: one mistake gives one diagnostic.
  init?(_ text: LedgerText, known: Instant? = nil) {
    let facts = text.facts.map(\.fact)
    let order = FactOrder.indices(of: facts)
    guard let head = Self.head(of: facts) else { return nil }

    var folding = Folding(book: Book(head: head))
    for index in order {
      let fact = facts[index]
      let id = folding.namer.name(fact)
      if let known, fact.entered > known, !fact.kind.isDeclaration { continue }
      folding.fold(text.facts[index], id: id)
    }
    let book = folding.book
    diagnostics = folding.refused.sorted { $0.source.line < $1.source.line }.enumerated()
      .map { place, refused in
        let fault = place < Self.mostSuggestions ? book.suggesting(refused.fault) : refused.fault
        return text.diagnostic(fault, of: refused.source)
      }
    self.book = book
    posted = folding.posted
    sources = folding.sources
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
  var posted: [PostedFact] = []
  var sources: [SourcedFact] = []
  var refused: [(source: SourcedFact, fault: Fault)] = []
  /// What refused facts would have made, so that what speaks of it is passed over.
  private var missing = Set<FactID>()

  init(book: Book) {
    self.book = book
  }

  /// Posts a fact, notes why it is refused, or passes it over where it speaks of a refused one.
  mutating func fold(_ source: SourcedFact, id: FactID) {
    let fact = source.fact
    guard !speaksOfMissing(fact) else { return lose(fact, id) }
    do {
      posted.append(try book.post(fact, id: id))
      sources.append(source)
    } catch {
      refused.append((source, error))
      if error.code != .referenceDuplicate { lose(fact, id) }
    }
  }

  private func speaksOfMissing(_ fact: Fact) -> Bool {
    guard !missing.isEmpty else { return false }
    let others = fact.mentions.dropFirst(fact.makesReference ? 1 : 0)
    return others.contains { missing.contains(FactID(of: $0)) }
      || fact.target.map(missing.contains) ?? false
  }

  private mutating func lose(_ fact: Fact, _ id: FactID) {
    missing.insert(id)
    if fact.makesReference, let own = fact.reference { missing.insert(FactID(of: own)) }
  }
}

extension Fact {
  /// Whether the fact's own reference is one that others speak of.
  fileprivate var makesReference: Bool {
    switch kind {
    case .pledge, .agreement, .unidentified: true
    default: false
    }
  }
}
