import Diagnostics
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

@Suite struct ShowReferenceTests {
  private func dossiers(_ ledger: WorkedLedger, _ name: String) throws -> [Dossier] {
    try ledger.both().map { try ShowReference(name, asOf: day("2018-06-01")).dossier(of: $0) }
  }

  @Test func `an agreement is shown as it stands, with every fact about it in order`() throws {
    let ledger = try WorkedLedger(
      """
      2018-02-01 reversal R1
        reason: "bounced"
      2018-02-02 receipt A1 50,000 USD
        id: R2

      """)
    for dossier in try dossiers(ledger, "A1") {
      #expect(dossier.items.map(\.fact.kind) == [.agreement, .receipt, .reversal, .receipt])
      #expect(dossier.state?.open == 20_000_050)
      #expect(dossier.donor == "Japan")
    }
  }

  @Test
  func `a requirement is shown by the name of its fact, though others must be read to post it`()
    throws
  {
    let ledger = try WorkedLedger(
      "2017-06-01 requirement mali +1,000 USD\n  kind: supplementary\n  id: Q2\n")
    for dossier in try dossiers(ledger, "Q2") {
      #expect(dossier.items.map(\.id.text) == ["Q2"])
      #expect(dossier.state == nil && dossier.donor == nil)
      #expect(dossier.items.first?.entries.count == 1)
    }
  }

  @Test func `a reversed agreement is shown without a state`() throws {
    let ledger = try WorkedLedger("2017-12-01 reversal A2\n  reason: \"withdrawn\"\n")
    for dossier in try dossiers(ledger, "A2") {
      #expect(dossier.state == nil)
      #expect(dossier.items.map(\.fact.kind) == [.agreement, .reversal])
    }
  }

  @Test func `a name that nothing bears is refused, and the one that was meant is named`() throws {
    for form in try WorkedLedger().both() {
      do {
        _ = try ShowReference("A22", asOf: day("2018-06-01")).dossier(of: form)
        Issue.record("no refusal")
      } catch let refusal as Refusal {
        #expect(refusal.diagnostics.map(\.fault.code) == [.referenceUnknown])
        #expect(refusal.diagnostics[0].fault.nearest == "A2")
      }
    }
  }
}
