import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

/// What both forms of a ledger answer when they are asked for agreements.
@Suite struct ListAgreementsTests {
  private static let more = """
    2017-11-05 agreement A3 sdc 90,000 USD
      earmark: softly mali, niger
      instalment: 2018-01-31 90,000 USD
      report: 2018-03-31 financial

    2017-11-10 allocation A3 niger 20,000 USD
      id: L1

    2018-03-20 reported A3 2018-03-31 financial
      id: D1

    2018-03-25 reversal D1
      reason: "it was the draft"

    2018-04-01 write-off A3 5,000 USD
      id: W1

    2018-04-10 reversal W1
      reason: "it came after all"

    2018-05-02 merge sdc into japan


    """

  /// A4 ends a month later than was agreed; A5 has no last day.
  private static let ended = """
    2017-03-01 agreement A3 sdc 900 USD
      earmark: unearmarked
      ends: 2017-06-30

    2017-03-01 agreement A4 sdc 500 USD
      earmark: earmarked mali
      ends: 2017-06-30

    2017-03-01 agreement A5 sdc 300 USD
      earmark: earmarked mali

    2017-03-02 receipt A3 900 USD

    2017-03-02 receipt A4 500 USD

    2017-03-02 receipt A5 300 USD

    2017-04-01 expenditure A3 mali 200 USD

    2017-04-01 expenditure A4 mali 500 USD

    2017-05-01 amendment A4/1
      ends: 2017-07-31


    """

  private func listings(
    asOf date: String = "2018-06-01", _ narrow: (inout ListAgreements) -> Void = { _ in }
  ) throws -> [AgreementListing] {
    let ledger = try WorkedLedger(Self.more)
    var request = ListAgreements(asOf: day(date))
    narrow(&request)
    return try ledger.both().map { try request.listing(of: $0) }
  }

  private func references(_ listing: AgreementListing) -> [String] {
    listing.agreements.map(\.reference.text)
  }

  @Test func `agreements signed by the day are listed, the oldest first`() throws {
    for (date, expected) in [
      ("2017-02-13", []), ("2017-02-14", ["A1"]), ("2018-06-01", ["A1", "A2", "A3"]),
    ] {
      for listing in try listings(asOf: date) { #expect(references(listing) == expected) }
    }
  }

  @Test func `a donor's agreements are those of whom it was merged with by the day, too`() throws {
    for (date, donor, expected) in [
      ("2018-05-01", "Switzerland", ["A2", "A3"]), ("2018-05-01", "japan", ["A1"]),
      ("2018-05-02", "japan", ["A1", "A2", "A3"]),
    ] {
      for listing in try listings(asOf: date, { $0.donor = donor }) {
        #expect(references(listing) == expected, "\(date) \(donor)")
      }
    }
  }

  @Test func `a scope has the agreements whose money lies there or was moved there`() throws {
    for (date, scope, expected) in [
      ("2018-06-01", "mali", ["A1", "A2"]), ("2018-06-01", "mali/health", ["A2"]),
      ("2017-11-09", "niger", []), ("2017-11-10", "niger", ["A3"]),
      ("2018-06-01", "global", ["A1", "A2", "A3"]),
    ] {
      for listing in try listings(asOf: date, { $0.scope = scope }) {
        #expect(references(listing) == expected, "\(date) \(scope)")
      }
    }
  }

  @Test func `what was undone counts until it is`() throws {
    for (date, open, reports) in [
      ("2018-03-19", 9_000_000, 1), ("2018-03-20", 9_000_000, 0), ("2018-03-25", 9_000_000, 1),
      ("2018-04-01", 8_500_000, 1), ("2018-04-10", 9_000_000, 1),
    ] {
      for listing in try listings(asOf: date) {
        let standing = try #require(listing.agreements.last)
        #expect(standing.open.minorUnits == Int64(open), "\(date)")
        #expect(standing.reports.count == reports, "\(date)")
      }
    }
  }

  @Test func `what was not yet known is left out`() throws {
    for listing in try listings({ $0.known = Instant(endOf: day("2018-03-24")) }) {
      #expect(listing.agreements.last?.reports.isEmpty == true)
    }
  }

  @Test func `nobody's agreements and those of nowhere are refused`() throws {
    let refusal = try #require(throws: Refusal.self) {
      try listings { ($0.donor, $0.scope) = ("jpan", "mail") }
    }
    #expect(refusal.diagnostics.map(\.fault.code) == [.donorUnknown, .scopeUnknown])
    #expect(refusal.diagnostics.map(\.fault.nearest) == ["japan", "mali"])
  }

  @Test func `both forms tell the same of what is due`() throws {
    let ledger = try WorkedLedger(Self.more)
    let request = ListAgreements(asOf: day("2018-02-01"))
    let due = try ledger.both().map { try request.due(through: day("2018-03-31"), of: $0).items }
    #expect(due[0] == due[1])
    #expect(due[0].map(\.days) == [-1, 58])
  }

  @Test func `what is unspent after the end is due as a refund, whatever fund it is in`() throws {
    let ledger = try WorkedLedger(Self.ended)
    let expected: [(String, [String?])] = [
      ("2017-06-30", [nil, nil, nil]), ("2017-07-31", ["700.00 USD ended", nil, nil]),
      ("2017-08-01", ["700.00 USD ended", "0.00 USD closed", nil]),
    ]
    for (date, owed) in expected {
      let request = ListAgreements(donor: "sdc", asOf: day(date))
      for form in try ledger.both() {
        let standings = try request.listing(of: form).agreements
        #expect(
          standings.map { standing in
            standing.owedBack.unspent.map { "\($0) \(standing.stage.rawValue)" }
          } == owed, "\(date)")
        let statement = try DrawStatement("sdc", to: day(date)).statement(of: form)
        #expect(statement.funds.map(\.owedBack) == standings.map(\.owedBack))
      }
    }
    let due = try ledger.both().map {
      try ListAgreements(asOf: day("2017-08-01")).due(through: day("2017-08-31"), of: $0).items
    }
    #expect(
      due.map { $0.map(\.subject) } == Array(repeating: [.refund(try money("700 USD"))], count: 2))
  }

  @Test func `what was paid too much is owed back of active agreements, whatever fund it is in`()
    throws
  {
    let ledger = try WorkedLedger(
      """
      2017-03-01 agreement A3 sdc 900 USD
        earmark: unearmarked

      2017-03-01 agreement A4 sdc 500 USD
        earmark: earmarked mali

      2017-03-02 receipt A3 950 USD
        overpayment: yes

      2017-03-02 receipt A4 570 USD
        overpayment: yes

      2017-03-03 refund A4 30 USD
        overpayment: yes


      """)
    for form in try ledger.both() {
      let standings = try ListAgreements(donor: "sdc", asOf: day("2017-03-31")).listing(of: form)
        .agreements.map(\.owedBack)
      #expect(standings.map(\.total) == [try money("50 USD"), try money("70 USD")])
      #expect(standings.map(\.overpayments) == [try money("50 USD"), try money("40 USD")])
      #expect(standings.map(\.refunds) == [try money("0 USD"), try money("30 USD")])
      let statement = try DrawStatement("sdc", to: day("2017-03-31")).statement(of: form)
      #expect(statement.funds.map(\.owedBack) == standings)
      for (name, owed) in zip(["A3", "A4"], standings) {
        let dossier = try ShowReference(name, asOf: day("2017-03-31")).dossier(of: form)
        #expect(dossier.owedBack == owed)
      }
    }
  }

  @Test func `of what is agreed that is conditional is told, in each report and each form`() throws
  {
    // 30,000 of 90,000 wait for an audit: 12,000 are met in February, 5,000 written off in March.
    let ledger = try WorkedLedger(
      """
      2017-11-05 agreement A3 sdc 90,000 USD
        earmark: softly mali, niger
        condition: "audit" 30,000 USD

      2018-02-01 fulfilled A3 "audit" 12,000 USD

      2018-03-01 write-off A3 5,000 USD


      """)
    for form in try ledger.both() {
      for (date, waiting) in [
        ("2018-01-31", "30,000 USD"), ("2018-02-28", "18,000 USD"), ("2018-03-31", "13,000 USD"),
      ] {
        let listing = try ListAgreements(asOf: day(date)).listing(of: form)
        let standing = try #require(listing.agreements.last)
        #expect(standing.conditions.map(\.waiting) == [try money(waiting)])
        #expect(listing.agreements.first?.conditions == [])
        let statement = try DrawStatement("sdc", to: day(date)).statement(of: form)
        let fund = try #require(statement.funds.last)
        #expect(fund.conditions == standing.conditions)
        let dossier = try ShowReference("A3", asOf: day(date)).dossier(of: form)
        #expect(dossier.conditions == standing.conditions)
      }
      #expect(try ShowReference("A1", asOf: day("2018-01-01")).dossier(of: form).conditions == [])
    }
  }
}
