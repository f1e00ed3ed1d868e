import Funding
import Interchange

/// Every fact of a ledger, for people, git and other programs.
public enum ExportLedger {
  /// The ledger as a text, in canonical form.
  /// - Throws: What reading the ledger throws.
  public static func text(of ledger: some Ledger) throws -> [UInt8] {
    LedgerTextWriter().ledger(try allFacts(of: ledger).map(\.fact))
  }

  /// The ledger as JSON Lines, one object a fact, in the order in which they apply.
  /// - Throws: What reading the ledger throws.
  public static func jsonLines(of ledger: some Ledger) throws -> [UInt8] {
    let writer = FactLineWriter()
    return try allFacts(of: ledger).flatMap { writer.line($0.fact, id: $0.id) }
  }

  private static func allFacts(of ledger: some Ledger) throws -> [NamedFact] {
    try ledger.facts(of: Set(FactKind.allCases))
  }
}
