public import Diagnostics
public import Funding

/// A ledger in the text form as it was read: its facts, and everything that is wrong with it.
public struct LedgerText: Sendable {
  /// The input, for faults that are found later.
  public let source: SourceText
  /// The facts that could be read, in the order of the input, which has no meaning.
  public let facts: [SourcedFact]
  /// The facts of directives at fault, as far as they could be read, in the order of the input; those
  /// of which nothing more can be told are left out.
  public let faulty: [FaultyFact]
  /// What is wrong, in the order of the input; a faulty directive gives no fact.
  public let diagnostics: [Diagnostic]

  /// Faults of `fact` that no reader can see, each shown at the value it is about, else at its
  /// directive, in the order of their places.
  public func diagnostics(_ faults: [Fault], of fact: SourcedFact) -> [Diagnostic] {
    source.diagnostics(faults, ofDirectiveOn: Int(fact.line))
  }
}

/// A fact and the line its directive begins on.
public struct SourcedFact: Hashable, Sendable {
  /// The fact.
  public let fact: Fact
  /// The directive's line, counted from 1.
  public let line: Int32

  /// Makes a fact that was read on `line`.
  public init(_ fact: Fact, line: Int32) {
    self.fact = fact
    self.line = line
  }
}
