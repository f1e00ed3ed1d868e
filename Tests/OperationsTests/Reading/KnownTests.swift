import Bookkeeping
import Diagnostics
import Foundation
import Funding
import Monetary
import Operations
import Reporting
import Tabulation
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

  /// Names that came after November was closed.
  private static let names = """
    2017-12-05 close 2017-11
      entered: 2017-12-05T09:00:00Z
    2017-01-01 scope niger "Niger"
      entered: 2017-12-06T00:00:00Z
    2017-01-01 scope mali/health "Health"
      entered: 2017-12-06T00:00:00Z
    2017-01-01 scope global
      complete: yes
      entered: 2017-12-06T00:00:00Z
    2017-01-01 situation sahel "Sahel"
      scopes: mali, niger
      entered: 2017-12-06T00:00:00Z
    2017-01-01 donor sdc "Swiss Agency"
      entered: 2017-12-06T00:00:00Z
    2017-01-01 account asset:bank:citi
      entered: 2017-12-06T00:00:00Z

    """

  @Test func `names and the tree that came after a month was closed are not of its reports`()
    throws
  {
    let folder = try TemporaryDirectory()
    let (text, store) = (folder.file("names.bursar"), folder.file("names.ledger"))
    let written = Self.text.replacing("entered: 2017-06-2", with: "entered: 2017-05-2")
    try (written + Self.names).write(toFile: text, atomically: true, encoding: .utf8)
    _ = try InitialiseLedger(at: store, by: "ann", on: instant("2018-01-01T00:00:00Z"))
      .make(from: text)
    for ledger in try [text, store].map({ try OpenLedger.reading($0) }) {
      let known = try ledger.closing(of: try #require(AccountingMonth("2017-11")))
      func listed(_ subject: ListNames.Subject, known: Instant?) throws -> [String] {
        try ListNames.listing(of: subject, in: ledger, today: day("2018-01-01"), known: known)
          .document(records: true).grids.flatMap { $0.rows.map { $0.cells[0].words } }
      }
      #expect(try listed(.donors, known: known) == ["norway"])
      #expect(try listed(.donors, known: nil) == ["norway", "sdc"])
      #expect(try listed(.scopes, known: known) == ["global", "mali"])
      #expect(try listed(.tree, known: known) == ["global", "mali"])
      #expect(try listed(.tree, known: nil) == ["global", "mali", "mali/health", "niger"])
      #expect(try listed(.scopes, known: nil).count == 5)
      #expect(try listed(.accounts, known: known).contains("asset:bank:citi") == false)
      #expect(try listed(.accounts, known: nil).contains("asset:bank:citi"))
      func summary(_ scope: String?, known: Instant?) throws -> FundingSummary {
        try SummariseFunding(scope: scope, asOf: day("2017-11-30"), known: known)
          .summary(of: ledger)
      }
      // Mali was the only scope, and global not complete.
      #expect(try summary(nil, known: known).scope == scope("mali"))
      #expect(try summary(nil, known: nil).scope == .global)
      #expect(try summary("global", known: known).isComplete == false)
      #expect(try summary("global", known: nil).isComplete)
      for unknown in ["niger", "sahel", "mali/health"] {
        #expect(try refusals { try summary(unknown, known: known) } == [.referenceNotKnown])
        #expect(try refusals { try summary(unknown, known: nil) } == [])
      }
      for name in ["sdc", "swiss agency"] {
        let donor = ShowDonor(name, asOf: day("2017-11-30"), known: known)
        #expect(try refusals { try donor.dossier(of: ledger) } == [.referenceNotKnown])
      }
      #expect(try refusals { try summary("nigr", known: known) } == [.scopeUnknown])
      let nobody = ShowDonor("nobody", asOf: day("2017-11-30"), known: known)
      #expect(try refusals { try nobody.dossier(of: ledger) } == [.donorUnknown])
    }
  }
}

extension Document {
  fileprivate var grids: [Grid] {
    blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
  }
}

extension Cell {
  /// What a text or a code says.
  fileprivate var words: String {
    switch self {
    case .text(let words), .code(let words): words
    default: ""
    }
  }
}
