public import Bookkeeping

/// What a ledger was found to hold, and what is wrong with it.
public struct Verification: Hashable, Sendable {
  /// How many facts were read.
  public internal(set) var facts: Int64 = 0
  /// How many entries they have.
  public internal(set) var entries: Int64 = 0
  /// How many postings those have.
  public internal(set) var postings: Int64 = 0
  /// How many position rows they have.
  public internal(set) var positions: Int64 = 0
  /// Where the chain ends, as far as it was read.
  public internal(set) var head = ChainHead.empty
  /// What each check found first; what is wrong with a fact comes before all else.
  public internal(set) var defects: [LedgerDefect] = []

  /// Whether nothing is wrong.
  public var isSound: Bool { defects.isEmpty }
}

extension Snapshot {
  /// Checks the whole ledger: every text against its digest, the chain, that all entries balance, where
  /// scopes lie, the sums, the schema, and the file itself.
  ///
  /// - Parameters:
  ///   - heads: Heads that were noted earlier, on reports; each must be in the chain.
  ///   - isDerived: Says whether what is stored of a fact is what its text and the rules give; it is
  ///     asked for one fact after the other, in the order of the ledger, until one is found wrong.
  ///   - parents: Gives each declared scope's parent, `global` left out, once all facts were shown; nil
  ///     where that is not known, and not to be checked.
  /// - Returns: What was found; that a ledger is unsound is no error.
  /// - Throws: The error of `isDerived`, and failures of the disk.
  /// - Complexity: O(*n*) in the size of the file.
  public borrowing func verify(
    noted heads: [ChainHead] = [], isDerived: (StoredFact) throws -> Bool = { _ in true },
    parents: () -> [ScopePath: ScopePath]? = { nil }
  ) throws -> Verification {
    var verifier = Verifier(session)
    return try verifier.run(noted: heads, isDerived: isDerived, parents: parents)
  }
}
