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

  @Test func `an agreement is shown as it stood on a day, and as it was known by then`() throws {
    let ledger = try WorkedLedger(
      """
      2017-12-01 amendment A1/1
        amount: +50,000 USD
        ends: 2018-12-31
        entered: 2018-02-01T00:00:00Z
      2018-01-10 receipt A1 10,000 USD
        id: R2

      """)
    for (date, known, agreed, open, ends) in [
      ("2017-02-28", nil, 25_000_050, 25_000_050, nil),
      ("2017-11-30", nil, 25_000_050, 15_000_050, nil),
      ("2017-12-01", nil, 30_000_050, 20_000_050, "2018-12-31"),
      ("2018-01-10", "2018-01-31", 25_000_050, 14_000_050, nil),
      ("2018-01-10", "2018-02-01", 30_000_050, 19_000_050, "2018-12-31"),
    ] as [(String, String?, Int64, Int64, String?)] {
      let request = ShowReference(
        "A1", asOf: day(date), known: known.map { Instant(endOf: day($0)) })
      for form in try ledger.both() {
        let dossier = try request.dossier(of: form)
        #expect(dossier.state?.parts.map(\.amount) == [agreed], "\(date), \(known ?? "")")
        #expect(dossier.state?.open == open, "\(date), \(known ?? "")")
        #expect(dossier.state?.schedule.ends == ends.map(day), "\(date), \(known ?? "")")
        #expect(dossier.stamp.asOf == day(date))
      }
    }
  }

  @Test func `an agreement that was posted late is shown from the day on which it was signed`()
    throws
  {
    let ledger = try WorkedLedger(
      """
      2017-11-05 agreement A3 sdc 100 USD
        posted: 2017-12-04
        entered: 2017-12-04T00:00:00Z

      """)
    for form in try ledger.both() {
      let dossier = try ShowReference("A3", asOf: day("2017-11-05")).dossier(of: form)
      #expect(dossier.state?.open == 100_00)
      #expect(dossier.items.map(\.entries) == [[]])
      #expect(dossier.laterEntries == [day("2017-12-04"), day("2017-12-04"), day("2017-12-04")])
    }
  }

  @Test(
    arguments: [
      ("A2", "2017-11-01", nil, ["A2", "2017-11-01", "2017-11-02"]),
      ("R1", "2017-02-28", nil, ["R1", "2017-02-28", "2017-03-01"]),
      (
        "A2", "2018-06-01", "2018-01-02",
        ["A2", "2018-01-02T23:59:59.999999Z", "2018-01-03T00:00:00Z"]
      ),
      ("A2", "2018-06-01", "2018-01-03", []), ("A2", "2017-11-02", nil, []),
    ] as [(String, String, String?, [String])])
  func `what is not there yet is refused with the day or instant from which it is`(
    name: String, date: String, known: String?, values: [String]
  ) throws {
    let request = ShowReference(
      name, asOf: day(date), known: known.map { Instant(endOf: day($0)) })
    for form in try WorkedLedger().both() {
      do {
        _ = try request.dossier(of: form)
        #expect(values == [])
      } catch let refusal as Refusal {
        let fault = refusal.diagnostics[0].fault
        #expect(fault.code == (known == nil ? .referenceNotYet : .referenceNotKnown))
        #expect(fault.values == values)
      }
    }
  }

  @Test func `rates that were old when facts were converted by them are told up to the day`() throws
  {
    for (date, days) in [
      ("2017-11-30", ["2017-11-02"]), ("2018-03-01", ["2017-11-02", "2018-02-28"]),
    ] {
      let ledger = try WorkedLedger("2018-02-28 receipt A2 100 CHF\n  to: asset:bank\n")
      let request = ShowReference("A2", asOf: day(date))
      for form in try ledger.both() {
        let uses = try request.dossier(of: form).rateUses
        #expect(uses.map(\.date.description) == days && uses.allSatisfy(\.isStale))
        let donor = try ShowDonor("sdc", asOf: day(date)).dossier(of: form)
        #expect(donor.rateUses == uses)
      }
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
