import Bookkeeping
import Diagnostics
import Foundation
import Funding
import Monetary
import Testing

@testable import Interchange

/// What the reader makes of a text: every fact, and where each was read.
struct LedgerTextReaderTests {
  @Test func `the first sample of the text form is read as it stands`() throws {
    let ledger = read(Samples.first)

    #expect(ledger.diagnostics.isEmpty, "\(ledger.diagnostics)")
    #expect(
      ledger.facts.map(\.fact.kind) == [
        .ledger, .scope, .scope, .donor, .donor, .requirement, .rate, .agreement, .agreement,
        .receipt, .entry,
      ])
    #expect(ledger.facts.map(\.line).prefix(3) == [2, 6, 10])
  }

  @Test func `the second sample of the text form is read as it stands`() throws {
    let ledger = read(Samples.second)

    #expect(ledger.diagnostics.isEmpty, "\(ledger.diagnostics)")
    #expect(ledger.facts.count == 33)
  }

  @Test func `the worked ledger of Mali is read without a diagnostic`() throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Ledgers/mali-2017.bursar")

    let ledger = LedgerTextReader().read(Array(try Data(contentsOf: url)), named: "mali")

    #expect(ledger.diagnostics.isEmpty, "\(ledger.diagnostics)")
    #expect(ledger.facts.count == 81)
  }
}

/// Reads `text` as a ledger.
func read(_ text: String) -> LedgerText {
  LedgerTextReader().read(Array(text.utf8), named: "test.bursar")
}
