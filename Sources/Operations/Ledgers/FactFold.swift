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

    var book = Book(head: head)
    var namer = FactNamer()
    var posted: [PostedFact] = []
    var sources: [SourcedFact] = []
    var refused: [(index: Int, fault: Fault)] = []
    var refusedReferences = Set<Reference>()
    posted.reserveCapacity(facts.count)
    for index in order {
      let fact = facts[index]
      let id = namer.name(fact)
      if let known, fact.entered > known, !fact.kind.isDeclaration { continue }
      let others = fact.mentions.dropFirst(fact.makesReference ? 1 : 0)
      if others.contains(where: refusedReferences.contains) {
        if fact.makesReference, let own = fact.reference { refusedReferences.insert(own) }
        continue
      }
      do {
        posted.append(try book.post(fact, id: id))
        sources.append(text.facts[index])
      } catch {
        refused.append((index, error))
        let isDuplicate = error.code == .referenceDuplicate
        if fact.makesReference, !isDuplicate, let own = fact.reference {
          refusedReferences.insert(own)
        }
      }
    }
    self.book = book
    self.posted = posted
    self.sources = sources
    diagnostics = refused.sorted { $0.index < $1.index }.enumerated().map { place, refused in
      let fault = place < Self.mostSuggestions ? book.suggesting(refused.fault) : refused.fault
      return text.diagnostic(fault, of: text.facts[refused.index])
    }
  }

  /// The ledger's head: that of its first `ledger` directive.
  static func head(of facts: [Fact]) -> LedgerHead? {
    for fact in facts {
      if case .ledger(let head) = fact.event { return head }
    }
    return nil
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
