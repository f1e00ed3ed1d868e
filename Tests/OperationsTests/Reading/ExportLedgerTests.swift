import Foundation
import Funding
import Operations
import Testing

@testable import TestSupport

@Suite struct ExportLedgerTests {
  @Test func `both forms give the text that formatting gives`() throws {
    let ledger = try WorkedLedger()
    for form in try ledger.both() {
      #expect(try ExportLedger.text(of: form) == FormatText.format(ledger.text).bytes)
    }
  }

  @Test func `each fact is one line of JSON, in the order in which it applies`() throws {
    let ledger = try WorkedLedger()
    let forms = try ledger.both().map { try ExportLedger.jsonLines(of: $0) }
    #expect(forms[0] == forms[1])
    let lines = forms[0].split(separator: UInt8(ascii: "\n"))
    let ids = try lines.map { line in
      try JSONDecoder().decode(Named.self, from: Data(line)).id
    }
    let facts = try ledger.both()[1].facts(of: Set(FactKind.allCases))
    #expect(ids == facts.map(\.id.text) && ids.count == WorkedLedger.factCount)
  }

  @Test func `what was recorded is exported with its author and its instant`() throws {
    let ledger = try WorkedLedger()
    let outcome = try ledger.record(WorkedLedger.remark())
    let text = String(
      decoding: try ExportLedger.text(of: OpenLedger.reading(ledger.store)), as: UTF8.self)
    #expect(text.hasSuffix(outcome.directive))
  }

  private struct Named: Decodable { let id: String }
}
