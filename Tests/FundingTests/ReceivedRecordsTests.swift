import Bookkeeping
import Funding
import Monetary
import Testing

@testable import TestSupport

/// What was received counts at the frozen rate of its part as it is now.
@Suite struct ReceivedRecordsTests {
  /// CHF 400,000 agreed at 0.999 and 100,000 of it received, then 50,000 more agreed at 0.984.
  private func raised() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "400,000 CHF", "earmarked mali"))
    try ledger.post("2017-11-20", receiving("A1", "100,000 CHF"), id: "R1")
    try ledger.post(
      "2017-12-15", amending("A1/1", "+50,000 CHF") { $0.recorded = day("2018-01-10") })
    return ledger
  }

  private func receivedRows(of posted: PostedFact?) -> [String] {
    (posted?.rows ?? []).filter { $0.hasPrefix("received") }
  }

  private func state(in ledger: SampleLedger, _ index: Int = 0) throws -> PartState {
    try #require(ledger.book.agreements[reference("A1")]).parts[index]
  }

  @Test func `a raise at another rate changes what was received is worth, when it is recorded`()
    throws
  {
    let ledger = try raised()
    // 451,213.41 of 450,000 francs: 100,269.65 for the 100,000 that were 100,100.10.
    #expect(
      receivedRows(of: ledger.posted.last) == [
        "received 2018-01-10 mali 2017 sdc earmarked A1 0.00 CHF [169.55]"
      ])
  }

  @Test func `what is received in the end is what was recorded, less what was given up`() throws {
    var ledger = try raised()
    try ledger.post("2018-01-11", amending("A1/2", "-150,000 CHF"))
    try ledger.post("2018-01-12", receiving("A1", "33,333.33 CHF"))
    let given = try ledger.post("2018-01-13", writingOff("A1", "166,666.67 CHF"))
    let settled = try state(in: ledger)
    #expect(settled.open == 0)
    #expect(settled.receivedBook == settled.recordedBook - settled.writtenOffBook)
    #expect(receivedRows(of: given).allSatisfy { $0.contains(" 0.00 CHF ") })
    let position = FundingPosition(ledger.rows)
    #expect(position.funded(on: .received).book == position.funded(on: .recorded).book)
  }

  @Test func `what a receipt added is taken back at the rate of now`() throws {
    var ledger = try raised()
    try ledger.post("2018-01-12", receiving("A1", "100,000 CHF"))
    try ledger.post("2018-01-13", reversing("R1"))
    #expect(try state(in: ledger).receivedBook == 10_026_965)
  }

  @Test func `what moves from part to part leaves what was received at what its part is worth`()
    throws
  {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-12-31",
      signing("A1", "78,311.92 SEK", "earmarked mali") {
        $0.parts = try [
          part(2017, "34,261.47 SEK", "softly west-africa"),
          part(2017, "44,050.45 SEK", "unearmarked"),
        ]
      })
    try ledger.post("2018-01-23", receiving("A1", "68,800.98 SEK"))
    try ledger.post("2018-01-24", receiving("A1", "7,024.45 SEK"))
    try ledger.post(
      "2018-01-25",
      amending("A1/1") {
        $0.parts = try [
          part(2017, "-1,398.65 SEK", "unearmarked"), part(2020, "699.32 SEK", "unearmarked"),
          part(2017, "699.33 SEK", "softly west-africa"),
        ]
      })
    let settled = try state(in: ledger, 1)
    #expect(settled.open == 0)
    #expect(settled.receivedBook == settled.recordedBook)
  }

  @Test func `what moves before all that was received lies there counts when it does`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "100 USD", "earmarked niger"))
    try ledger.post("2017-11-03", receiving("A1", "100 USD"), posted: "2018-03-14")
    try ledger.post("2018-02-12", amending("A1/1") { $0.earmark = earmark("earmarked mali") })
    let moved = try ledger.post(
      "2018-03-13", allocating("A1", "mali/health", "40 USD") { $0.year = year(2017) })
    #expect(
      receivedRows(of: moved) == [
        "received-allocated 2018-03-14 mali 2017 sdc earmarked A1 -40.00 USD",
        "received-allocated 2018-03-14 mali/health 2017 sdc earmarked A1 40.00 USD",
      ])
  }
}
