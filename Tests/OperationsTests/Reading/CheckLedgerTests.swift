import Diagnostics
import Funding
import Operations
import Testing

@testable import TestSupport

@Suite struct CheckLedgerTests {
  /// Whether what is asserted holds, in both forms.
  private func holds(_ assertion: String) throws -> [Bool] {
    try WorkedLedger("\(assertion)\n").both().map { ledger in
      let outcome = try CheckLedger.outcome(of: ledger)
      #expect(outcome.assertions == 1)
      return outcome.failures.isEmpty
    }
  }

  @Test(arguments: [
    ("funded mali 250,000.50 USD", true), ("funded mali 250,000.49 USD", false),
    // Half a dollar goes to the even neighbour.
    ("funded mali 250,000 USD", true), ("funded mali 250,001 USD", false),
    ("requested mali 1,000,000 USD", true), ("unfunded mali 749,999.50 USD", true),
    // What is printed as unfunded is the printed request less what is printed as funded.
    ("unfunded mali 750,000 USD", true), ("unfunded mali 749,999 USD", false),
    ("signed mali 650,400.90 USD", true), ("received mali 100,000 USD", true),
    ("pledged mali 0 USD", true), ("spent mali 0.01 USD", false),
    ("balance asset:receivable 150,000.50 USD", true),
    ("balance asset:receivable 400,000 CHF", true), ("balance asset:receivable 1 CHF", false),
    ("balance revenue:contributions 250,000.50 USD", true),
  ])
  func `a figure is compared at the digits that are written`(figure: String, holds: Bool) throws {
    #expect(try self.holds("2017-12-31 assert \(figure)") == [holds, holds])
  }

  @Test func `a figure is that of its own day`() throws {
    #expect(try holds("2017-02-13 assert funded mali 0 USD") == [true, true])
    #expect(try holds("2017-02-14 assert funded mali 0 USD") == [false, false])
  }

  @Test func `the balance of an account that nobody knows is no balance of zero`() throws {
    let directive = "2017-12-31 assert balance asset:receivabel 0 USD"
    for ledger in try WorkedLedger(directive + "\n").both() {
      let failures = try CheckLedger.outcome(of: ledger).failures
      #expect(failures.map(\.fault.code) == [.accountUnknown])
      #expect(failures.map(\.fault.nearest) == ["asset:receivable"])
    }
    #expect(try holds("2017-12-31 assert balance memorandum:pledges 0 USD") == [false, false])
  }

  @Test func `a currency that had ended is warned of once, at the first fact that counts in it`()
    throws
  {
    let ledger = try WorkedLedger(
      """
      2018-01-01 rate STD 20000 per USD

      2018-06-30 pledge P1 sdc 5 STD

      2018-07-01 pledge P2 sdc 5 STD

      2018-07-02 pledge P3 sdc 5 STD

      """)
    for checked in try ledger.both() {
      let cautions = try CheckLedger.outcome(of: checked).cautions
      #expect(cautions.map(\.fault.code) == [.currencyEnded])
      #expect(cautions.allSatisfy { $0.severity == .warning })
    }
    let text = try CheckLedger.outcome(of: OpenLedger.reading(ledger.text)).cautions
    #expect(text.map(\.excerpt) == ["2018-07-01 pledge P2 sdc 5 STD"])
  }

  @Test func `money far off the rate its day knew is warned of, unless it was reversed`() throws {
    let ledger = try WorkedLedger(
      """
      2017-11-03 receipt A2 99,900 CHF
        id: R2
        bank: 150,000 USD

      2017-11-04 receipt A2 99,900 CHF
        bank: 100,000 USD

      2017-11-05 unidentified U1 50,000 USD

      2017-11-06 matched U1 A2 9,990 CHF
        bank: 10,000 USD

      2017-11-07 matched U1 A2 9,990 CHF

      2017-11-08 receipt A2 999 CHF
        id: R3
        bank: 2,000 USD

      2017-11-09 reversal R3
        reason: "two dollars a franc"

      2017-11-10 receipt A2 999 CHF
        bank: 500 USD
        confirmed: yes

      2017-11-10 rate CHF 0.666 per USD

      """)
    for checked in try ledger.both() {
      let cautions = try CheckLedger.outcome(of: checked).cautions
      #expect(
        cautions.map(\.fault) == [
          Fault(
            .exchangeFarOff, "150,000.00 USD", "99,900.00 CHF", "UNORE", "100,000.00 USD",
            "2017-11-03"),
          Fault(
            .matchFarOff, "40,000.00 USD", "9,990.00 CHF", "UNORE", "10,000.00 USD",
            "2017-11-07"),
        ])
      #expect(cautions.allSatisfy { $0.severity == .warning })
    }
    let text = try CheckLedger.outcome(of: OpenLedger.reading(ledger.text)).cautions
    #expect(text.map(\.excerpt) == ["  bank: 150,000 USD", "2017-11-07 matched U1 A2 9,990 CHF"])
  }

  @Test func `a refund paid far off the rates of the payment's day is told, in both forms`() throws
  {
    let ledger = try WorkedLedger(
      """
      2017-11-03 receipt A2 99,900 CHF

      2017-11-09 refund A2 9,990 CHF
        paid: 2017-11-09 5,000 USD from asset:bank settles 4,995 CHF
        paid: 2017-11-10 2,000 USD from asset:bank


      """)
    for checked in try ledger.both() {
      #expect(
        try CheckLedger.outcome(of: checked).cautions.map(\.fault) == [
          Fault(
            .exchangeFarOff, "2,000.00 USD", "4,995.00 CHF", "UNORE", "5,000.00 USD", "2017-11-10")
        ])
    }
  }

  @Test(arguments: [
    // Sound on its day, whatever was spent beyond it later.
    (
      """
      2017-04-01 write-off A1 50,000 USD

      2017-05-01 expenditure A1 mali 240,000 USD
        overspend: "agreed by letter"
      """, []
    ),
    // Short on its day, whatever was agreed later; and of several not the last alone.
    (
      """
      2017-04-01 expenditure A1 mali 220,000 USD

      2017-04-02 write-off A1 50,000 USD

      2017-05-01 amendment A1/1
        amount: +100,000 USD

      2017-06-01 write-off A1 1 USD
      """, ["2017-04-02 write-off A1 50,000 USD"]
    ),
    // What was spent is reversed since.
    (
      """
      2017-04-01 expenditure A1 mali 220,000 USD
        id: X1

      2017-04-02 write-off A1 50,000 USD

      2017-05-01 reversal X1
        reason: "charged to another fund"
      """, []
    ),
  ])
  func `what is given up is judged by its own day`(directives: String, told: [String]) throws {
    let ledger = try WorkedLedger(directives + "\n")
    for checked in try ledger.both() {
      let found = try CheckLedger.outcome(of: checked).cautions.map(\.fault)
        .filter { $0.code == .givenUpSpent }
      #expect(found == told.map { _ in Fault(.givenUpSpent, "A1", "19,999.50 USD") })
    }
    let text = try CheckLedger.outcome(of: OpenLedger.reading(ledger.text)).cautions
    #expect(text.filter { $0.fault.code == .givenUpSpent }.map(\.excerpt) == told)
  }

  @Test func `a failure is told with its place in a text, and all of them are told`() throws {
    let ledger = try WorkedLedger(
      "2017-12-31 assert funded mali 1 USD\n2017-12-31 assert spent mali 2 USD\n")
    let outcomes = try ledger.both().map { try CheckLedger.outcome(of: $0) }
    let lines = WorkedLedger.beginning.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(outcomes[0].failures.map { $0.location?.line } == [lines.count, lines.count + 1])
    #expect(outcomes[1].failures.map { $0.location?.line } == [nil, nil])
    for outcome in outcomes {
      #expect(outcome.failures.map(\.fault.code) == [.assertFailed, .assertFailed])
      #expect(
        outcome.failures.map(\.fault.values).contains([
          "funded mali on 2017-12-31", "1 USD", "250,000 USD",
        ]))
    }
  }

  @Test(arguments: [
    ("", [("364", "2017-12-31"), ("423", "2018-02-28")]),
    // February has a rate of its own; before it the old one was used last in January.
    ("2018-02-20 rate CHF 0.984 per USD", [("364", "2017-12-31"), ("395", "2018-01-31")]),
    // It came when the months were closed.
    (
      "2018-02-20 rate CHF 0.984 per USD\n  entered: 2018-03-06T00:00:00Z",
      [("364", "2017-12-31"), ("423", "2018-02-28")]
    ),
    // Nothing was open in francs any more.
    ("2017-12-01 receipt A2 400,000 CHF\n  bank: 400,400.40 USD", [("333", "2017-11-30")]),
  ])
  func `old rates at the ends of months that were revalued or closed are warned of`(
    directive: String, expected: [(age: String, day: String)]
  ) throws {
    let ledger = try WorkedLedger(
      """
      2017-12-31 revaluation all

      2018-03-05 close 2018-02

      \(directive)

      """)
    for checked in try ledger.both() {
      let outcome = try CheckLedger.outcome(of: checked)
      #expect(outcome.failures.isEmpty)
      #expect(
        outcome.cautions.map(\.fault).filter { $0.code == .rateStale }
          == expected.map { use in
            Fault(
              .rateStale, "CHF 0.999 per USD", "UNORE", "2017-01-01", use.age, use.day, "35")
          })
      #expect(outcome.cautions.allSatisfy { $0.severity == .warning })
    }
  }
}
