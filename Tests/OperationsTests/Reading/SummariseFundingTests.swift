import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

@Suite struct SummariseFundingTests {
  private func summary(
    _ ledger: WorkedLedger, _ scope: String? = "mali", asOf: String,
    changing change: (inout SummariseFunding) -> Void = { _ in }
  ) throws -> [FundingSummary] {
    var request = SummariseFunding(scope: scope, asOf: day(asOf))
    change(&request)
    return try ledger.both().map { try request.summary(of: $0) }
  }

  @Test(arguments: [
    ("2017-02-13", "0 USD"), ("2017-02-14", "250,000.50 USD"), ("2018-01-02", "250,000.50 USD"),
    ("2018-01-03", "650,400.90 USD"),
  ])
  func `money is funded from the day it is recorded`(asOf: String, funded: String) throws {
    let ledger = try WorkedLedger()
    for summary in try summary(ledger, asOf: asOf, changing: { $0.year = year(2017) }) {
      #expect(summary.funded == (try money(funded)))
      #expect(summary.requested == (try money("1,000,000 USD")))
    }
  }

  @Test func `the basis says by which of its days money is funded`() throws {
    let ledger = try WorkedLedger()
    let expected: [(FundingBasis, String)] = [
      (.recorded, "250,000.50 USD"), (.signed, "650,400.90 USD"), (.received, "100,000 USD"),
    ]
    for (basis, funded) in expected {
      for summary in try summary(ledger, asOf: "2017-12-31", changing: { $0.basis = basis }) {
        #expect(summary.funded == (try money(funded)), "\(basis)")
        #expect(summary.signedNotRecorded.map(\.donor.text) == (basis == .signed ? [] : ["sdc"]))
      }
    }
  }

  @Test func `without a scope it is that of the only one at the top, else of all`() throws {
    #expect(
      try summary(try WorkedLedger(), nil, asOf: "2017-12-31").map(\.scope) == [.global, .global])
    let folder = try TemporaryDirectory()
    let path = folder.file("one.bursar")
    let text = "ledger \"One\"\n  currency: USD\n  rates: UNORE\n2017-01-01 scope mali \"Mali\"\n"
    try WriteFile.replace(path, with: Array(text.utf8))
    let one = try SummariseFunding(scope: nil, asOf: day("2017-12-31"))
      .summary(of: OpenLedger.reading(path))
    #expect(one.scope == scope("mali"))
  }

  @Test func `without a year it is that of the day`() throws {
    let ledger = try WorkedLedger()
    #expect(try summary(ledger, asOf: "2018-01-01").map(\.year) == [year(2018), year(2018)])
  }

  @Test func `a scope that is not declared is refused, and the one that was meant is named`() throws
  {
    let ledger = try WorkedLedger()
    for form in try ledger.both() {
      let request = SummariseFunding(scope: "mali/helth", asOf: day("2017-12-31"))
      do {
        _ = try request.summary(of: form)
        Issue.record("no refusal")
      } catch let refusal as Refusal {
        #expect(refusal.diagnostics.map(\.fault.code) == [.scopeUnknown])
        #expect(refusal.diagnostics[0].fault.nearest == "mali/health")
      }
    }
  }

  @Test func `remarks and thanks count from their day, thanks within their year`() throws {
    let ledger = try WorkedLedger(
      """
      2017-11-28 note mali "Second"
      2017-11-27 note mali "First"
      2017-11-28 note niger "Elsewhere"
      2017-11-28 acknowledgement japan global 25,000,000 USD
      2017-11-29 acknowledgement japan global 26,000,000 USD
      2017-11-28 acknowledgement sdc niger 15,000,000 USD

      """)
    for summary in try summary(ledger, asOf: "2017-11-29") {
      #expect(summary.remarks.map(\.text) == ["First", "Second"])
      #expect(summary.thanks.map(\.amount) == [try money("26,000,000 USD")])
    }
    for summary in try summary(ledger, asOf: "2017-11-28") {
      #expect(summary.thanks.map(\.amount) == [try money("25,000,000 USD")])
    }
    for summary in try summary(ledger, asOf: "2017-11-26") { #expect(summary.remarks.isEmpty) }
    for summary in try summary(ledger, asOf: "2018-11-29") { #expect(summary.thanks.isEmpty) }
  }

  @Test func `what waits for a condition is told of each donor and of the whole`() throws {
    let ledger = try WorkedLedger(
      """
      2017-06-01 agreement A3 sdc 1,000 CHF
        earmark: earmarked mali
        condition: "audit" 400 CHF

      2017-06-02 agreement A4 japan 500 USD
        recorded: 2018-01-05
        earmark: earmarked mali
        condition: "visit" 200 USD

      2017-12-15 fulfilled A3 "audit" 100 CHF
        entered: 2018-02-01T09:00:00Z

      """)
    func conditional(
      asOf: String, changing change: (inout SummariseFunding) -> Void = { _ in }
    ) throws -> [[String]] {
      try summary(ledger, asOf: asOf, changing: change).map { summary in
        [summary.conditional?.description ?? "not told"]
          + summary.donors.map { "\($0.donor) \($0.conditional?.description ?? "not told")" }
      }
    }
    func expect(_ told: [[String]], _ expected: [String]) {
      #expect(told == [expected, expected])
    }
    expect(
      try conditional(asOf: "2017-12-14"), ["400.40 USD", "japan 0.00 USD", "sdc 400.40 USD"])
    expect(
      try conditional(asOf: "2017-12-31"), ["300.30 USD", "japan 0.00 USD", "sdc 300.30 USD"])
    expect(
      try conditional(asOf: "2017-12-31") { $0.known = instant("2018-01-31T00:00:00Z") },
      ["400.40 USD", "japan 0.00 USD", "sdc 400.40 USD"])
    expect(
      try conditional(asOf: "2017-12-31") { $0.basis = .signed },
      ["500.30 USD", "sdc 300.30 USD", "japan 200.00 USD"])
    expect(
      try conditional(asOf: "2017-12-31") { $0.basis = .received },
      ["not told", "japan not told"])
    #expect(try ledger.proved() > 0)
    try ledger.record(Fact(day("2018-03-01"), try fulfilling("A3", "audit")))
    let after = try SummariseFunding(scope: "mali", asOf: day("2018-03-31"), year: year(2017))
      .summary(of: OpenLedger.reading(ledger.store))
    #expect(after.conditional == (try money("200 USD")))
    #expect(try ledger.proved() > 0)
  }

  @Test func `remarks and thanks that were reversed count up to the day of that`() throws {
    let ledger = try WorkedLedger(
      """
      2017-11-27 note mali "First"
        id: N1
      2017-11-28 note mali "Second"
      2017-11-28 acknowledgement japan global 25,000,000 USD
        id: T1
      2017-11-30 reversal N1
        reason: "a slip"
      2017-11-30 reversal T1
        reason: "a slip"

      """)
    for summary in try summary(ledger, asOf: "2017-11-29") {
      #expect(summary.remarks.map(\.text) == ["First", "Second"])
      #expect(summary.thanks.count == 1)
    }
    for summary in try summary(ledger, asOf: "2017-11-30") {
      #expect(summary.remarks.map(\.text) == ["Second"])
      #expect(summary.thanks.isEmpty)
    }
    let known = Instant(microseconds: Instant(startOf: day("2017-11-30")).microseconds - 1)
    for form in try ledger.both() {
      let request = SummariseFunding(scope: "mali", asOf: day("2017-12-31"), known: known)
      #expect(try request.summary(of: form).remarks.map(\.text) == ["First", "Second"])
    }
  }

  @Test func `rates of reversed agreements are not listed, and a signing anew has its own`() throws
  {
    let ledger = try WorkedLedger("2017-11-05 rate CHF 0.984 per USD\n")
    let reversal = Fact(day("2017-11-03"), .reversal(Reversal(of: name("A2"), reason: "a test")))
    try ledger.record(reversal)
    func summary() throws -> FundingSummary {
      try SummariseFunding(
        scope: "mali", asOf: day("2018-12-31"), year: year(2017), showsAgreements: true
      )
      .summary(of: OpenLedger.reading(ledger.store))
    }
    #expect(try summary().rates.isEmpty)
    try ledger.record(
      Fact(day("2017-11-06"), try signing("A2", "400,000 CHF", "tightly mali/health")))
    let anew = try summary()
    #expect(anew.rates.map(\.units.description) == ["0.984"])
    #expect(anew.agreements?.first { $0.reference == reference("A2") }?.rates == anew.rates)
  }
}
