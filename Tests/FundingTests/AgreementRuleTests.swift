import Bookkeeping
import Funding
import Monetary
import Testing

@Suite struct AgreementRuleTests {
  @Test func `CHF 400,000 at 0.999 is signed and recorded leg by leg`() throws {
    var ledger = try SampleLedger()
    let posted = try ledger.post(
      "2017-11-02",
      signing("A0309", "400,000 CHF", "tightly mali/protection") {
        $0.terms.modality = .i
        $0.recorded = day("2018-01-03")
      })
    #expect(posted.days == ["2017-11-02 signed", "2017-11-02 signed", "2018-01-03 recorded"])
    #expect(
      posted.legs == [
        "debit asset:receivable 400,000.00 CHF [400,400.40] in A0309, A0309/1 mali/protection 2017",
        "credit revenue:contributions 400,000.00 CHF [400,400.40] in A0309, A0309/1 mali/protection 2017",
        "debit memorandum:awaiting 400,400.40 USD in memorandum, A0309/1 mali/protection 2017",
        "credit memorandum:signed 400,400.40 USD in memorandum, A0309/1 mali/protection 2017",
        "debit budget:unfunded 400,400.40 USD in memorandum, A0309/1 mali/protection 2017",
        "credit budget:funded 400,400.40 USD in memorandum, A0309/1 mali/protection 2017",
        "debit memorandum:recorded 400,400.40 USD in memorandum, A0309/1 mali/protection 2017",
        "credit memorandum:awaiting 400,400.40 USD in memorandum, A0309/1 mali/protection 2017",
      ])
    #expect(
      posted.rows == [
        "signed 2017-11-02 mali/protection 2017 sdc tightly A0309 +1 400,000.00 CHF [400,400.40]",
        "recorded 2018-01-03 mali/protection 2017 sdc tightly A0309 +1 400,000.00 CHF [400,400.40]",
      ])
  }
}
