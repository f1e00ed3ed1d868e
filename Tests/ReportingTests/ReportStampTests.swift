import Funding
import Monetary
import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct ReportStampTests {
  private func stamp(
    _ origin: ReportStamp.Origin, known: Instant? = nil
  ) -> ReportStamp {
    ReportStamp(
      ledger: "Sample", origin: origin, facts: 7, asOf: day("2017-12-31"), known: known,
      rates: table("UNORE"))
  }

  @Test(arguments: [
    (ReportStamp.Origin.text(sha256: "ab"), "sha256", "ab", true),
    (.store(head: "7:ab"), "head", "7:ab", true),
    (.preview, "preview", "nothing recorded", false),
  ])
  func `a report says what it was made from, and of how many facts`(
    origin: ReportStamp.Origin, id: String, value: String, isCounted: Bool
  ) throws {
    let names = LedgerNames(of: try SampleLedger().book)
    let document = NameListing(.scopes, names: names, stamp: stamp(origin)).document()
    let items = document.stamp.items
    #expect(items.first { $0.id == id }?.value == value)
    #expect(items.contains { $0.id == "facts" } == isCounted)
    #expect(items.map(\.id).filter { ["asOf", "rates", "ledger"].contains($0) }.count == 3)
  }

  @Test func `only a report as of earlier knowledge says up to when, and a summary on which basis`()
    throws
  {
    let known = instant("2017-12-01T09:00:00Z")
    for (known, ids) in [(nil, []), (known, ["known"])] {
      let summary = try SampleLedger().summary("mali") {
        $0.stamp = stamp(.text(sha256: "ab"), known: known)
      }
      let items = summary.document().stamp.items.map(\.id)
      #expect(items.filter { $0 == "known" } == ids)
      #expect(items.contains("basis"))
      #expect(summary.json["stamp"]?["known"] == (known.map { .string($0.description) } ?? .null))
    }
  }
}
