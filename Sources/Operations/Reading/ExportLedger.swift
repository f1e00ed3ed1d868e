import Funding
import Interchange

/// Every fact of a ledger, for people, git and other programs.
public enum ExportLedger {
  /// The ledger as a text, in canonical form.
  /// - Throws: What reading the ledger throws.
  public static func text(of ledger: some Ledger) throws -> [UInt8] {
    LedgerTextWriter().ledger(try allFacts(of: ledger))
  }

  private static func allFacts(of ledger: some Ledger) throws -> [Fact] {
    try ledger.facts(of: Set(FactKind.allCases)).map(\.fact)
  }
}
