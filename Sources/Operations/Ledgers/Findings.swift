public import Diagnostics
import Funding
import Interchange

/// What is wrong with a text: what its reader and what the rules found, in the order of its lines.
struct Findings {
  /// How many are told; the rest is counted.
  static let most = 1000
  /// A name that was probably meant is looked for in so many faults only: it takes time.
  private static let mostSuggestions = 100

  private let text: LedgerText
  private var refused: [(fact: SourcedFact, faults: [Fault])] = []

  /// Begins with what the reader of `text` found.
  init(in text: LedgerText) { self.text = text }

  /// Adds the faults for which rules refused a fact.
  mutating func add(_ faults: [Fault], of fact: SourcedFact) {
    if !faults.isEmpty { refused.append((fact, faults)) }
  }

  /// All that is told; empty where nothing is wrong. What was probably meant is one of the names
  /// that `book` knows.
  ///
  /// Only what is told is looked up in the text.
  func diagnostics(after book: Book) -> [Diagnostic] {
    let read = text.diagnostics.filter { !$0.isCount }
    var shown: [Diagnostic] = []
    for (fact, faults) in refused.sorted(by: { $0.fact.line < $1.fact.line }) {
      guard shown.count <= Self.most else { break }
      shown += text.diagnostics(faults, of: fact)
    }
    let ruled = refused.reduce(0) { $0 + $1.faults.count }
    var all = (read + shown).sorted { $0.place < $1.place }
    for index in all.indices.prefix(Self.mostSuggestions)
    where !text.faulty.contains(where: { $0.givesName(of: all[index]) }) {
      all[index] = all[index].with(book.suggesting)
    }
    let counted = text.diagnostics.filter(\.isCount).reduce(0) { $0 + $1.count }
    let dropped = counted + read.count + ruled - min(all.count, Self.most)
    guard dropped > 0 else { return all }
    let first = all.dropFirst(Self.most).first ?? text.diagnostics.first(where: \.isCount)
    return all.prefix(Self.most)
      + [Diagnostic(Fault(.textTooManyErrors, String(dropped)), at: first?.location)]
  }
}

extension Diagnostic {
  /// How many errors it stands for: itself, or those that are only counted.
  public var count: Int { isCount ? fault.values.first.flatMap { Int($0) } ?? 0 : 1 }

  /// Whether it only counts what is not told.
  fileprivate var isCount: Bool { fault.code == .textTooManyErrors }

  /// Where it is, for sorting: by line, then by column.
  fileprivate var place: (Int, Int) { (location?.line ?? 0, location?.column ?? 0) }
}
