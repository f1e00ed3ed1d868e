import Foundation
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

/// What was known by an instant is the same of a text and of its store, whatever the text says of when.
@Suite struct KnownTests {
  /// A receipt that the ledger learnt before its agreement, and a reversal before what it undoes.
  private static let text = """
    ledger "Known"
      currency: USD
      rates: UNORE
    2017-01-01 scope mali "Mali"
    2017-01-01 donor norway "Norway"
    2017-01-01 requirement mali 1,000 USD
    2017-03-01 agreement C2 norway 300 USD
      earmark: earmarked mali
      entered: 2017-06-20T00:00:00Z
    2017-05-03 receipt C2 100 USD
      id: R2
      entered: 2017-05-04T00:00:00Z
    2017-05-05 expenditure C2 mali 5 USD
      id: X2
      entered: 2017-06-21T00:00:00Z
    2017-05-06 reversal X2
      reason: "not spent"
      entered: 2017-05-06T00:00:00Z

    """

  @Test(arguments: [
    "2017-05-04T00:00:00Z", "2017-05-06T00:00:00Z", "2017-06-20T00:00:00Z", "2017-06-21T00:00:00Z",
  ])
  func `a text and its store tell the same of any instant`(known: String) throws {
    let folder = try TemporaryDirectory()
    let (text, store) = (folder.file("known.bursar"), folder.file("known.ledger"))
    try Self.text.write(toFile: text, atomically: true, encoding: .utf8)
    _ = try InitialiseLedger(at: store, by: "ann", on: instant("2018-01-01T00:00:00Z"))
      .make(from: text)
    let known = instant(known)
    let told = try [text, store].map { path -> Set<String> in
      let ledger = try OpenLedger.reading(path)
      let summary = try SummariseFunding(
        scope: "mali", asOf: day("2017-12-31"), known: known
      ).summary(of: ledger)
      let balances = try ledger.balances(asOf: day("2017-12-31"), known: known, byFund: true)
      let figures = [summary.funded, summary.received, summary.spent].map(\.description)
      return Set(figures + balances.map { String(describing: $0) })
    }
    #expect(told[0] == told[1])
  }
}
