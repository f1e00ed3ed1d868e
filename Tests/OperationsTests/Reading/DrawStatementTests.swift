import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

@Suite struct DrawStatementTests {
  private func statements(
    _ ledger: WorkedLedger, _ subject: String, to: String = "2018-12-31",
    _ narrow: (inout DrawStatement) -> Void = { _ in }
  ) throws -> [DonorStatement] {
    var request = DrawStatement(subject, to: day(to))
    narrow(&request)
    return try ledger.both().map { try request.statement(of: $0) }
  }

  @Test func `a donor's agreements are stated, by any of its names and with those merged into it`()
    throws
  {
    let ledger = try WorkedLedger(
      """
      2017-05-01 donor sdc2 "Swiss Agency, entered twice"

      2017-06-01 agreement A3 sdc2 1,000 USD
        earmark: earmarked niger

      2018-02-01 merge sdc2 into sdc

      """)
    for name in ["sdc", "Switzerland", "sdc2"] {
      for statement in try statements(ledger, name) {
        #expect(statement.funds.map(\.owner.text) == ["A3", "A2"])
      }
    }
    for statement in try statements(ledger, "sdc", to: "2018-01-31") {
      #expect(statement.funds.map(\.owner.text) == ["A2"])
    }
    for statement in try statements(ledger, "sdc", { $0.agreement = "A3" }) {
      #expect(statement.funds.map(\.owner.text) == ["A3"])
    }
  }

  @Test func `what is not there, or not the donor's, is refused`() throws {
    let ledger = try WorkedLedger()
    let rows: [(String, String?, FaultCode)] = [
      ("jpan", nil, .donorUnknown), ("japan", "A2", .agreementDonor),
      ("japan", "A9", .agreementUnknown),
    ]
    for (subject, agreement, code) in rows {
      let codes = try refusals {
        try statements(ledger, subject) { $0.agreement = agreement }
      }
      #expect(codes == [code])
    }
    let shillings = try Currency(code: "KES")
    #expect(throws: MoneyError.self) {
      try statements(ledger, "japan") { $0.display = .currency(shillings) }
    }
  }

  @Test func `a statement is provisional until the last day's month is closed`() throws {
    let ledger = try WorkedLedger(
      """
      2018-02-05 close 2018-01
        entered: 2018-02-05T09:00:00Z

      """)
    for (to, isProvisional) in [("2018-01-31", false), ("2018-02-01", true)] {
      for statement in try statements(ledger, "japan", to: to) {
        #expect(statement.period.isProvisional == isProvisional)
      }
    }
    let earlier = try statements(ledger, "japan", to: "2018-01-31") {
      $0.known = instant("2018-02-01T00:00:00Z")
    }
    #expect(earlier.allSatisfy { $0.period.isProvisional })
  }

  @Test func `an agreement that was reversed is left out where it moved nothing`() throws {
    let ledger = try WorkedLedger(
      """
      2017-06-01 agreement A3 sdc 1,000 USD
        id: S3
        earmark: earmarked niger

      2017-07-01 reversal S3
        reason: "made twice"

      """)
    for statement in try statements(ledger, "sdc") {
      let reversed = try #require(statement.funds.first { $0.owner.text == "A3" })
      #expect(reversed.commitments.map(\.book.minorUnits) == [100_000, -100_000])
    }
    for statement in try statements(ledger, "sdc", { $0.from = day("2017-08-01") }) {
      #expect(statement.funds.map(\.owner.text) == ["A2"])
    }
  }

  @Test func `money that was matched is at the rate of the day it came on, revised since or not`()
    throws
  {
    let ledger = try WorkedLedger(
      """
      2017-11-20 unidentified U1 500,000 CHF

      2017-12-01 rate CHF 0.984 per USD

      2017-12-18 matched U1 A2 100,000 CHF

      2017-01-01 rate CHF 0.998 per USD
        revises: "misprint"
        entered: 2018-02-01T09:00:00Z

      """)
    for (known, isReplaced) in [(nil, true), ("2018-01-31T00:00:00Z", false)] {
      for statement in try statements(ledger, "sdc", { $0.known = known.map(instant) }) {
        let fund = try #require(statement.funds.first)
        #expect(fund.receipts.map(\.rate) == ["CHF 0.999 per USD of 2017-11-20"])
        #expect(
          fund.rateUses.map { "\($0.rate) \($0.date) \($0.isReplaced)" } == [
            "CHF 0.999 per USD 2017-11-02 \(isReplaced)",
            "CHF 0.999 per USD 2017-11-20 \(isReplaced)",
          ])
      }
    }
    for statement in try statements(ledger, "general") {
      #expect(statement.funds[0].rateUses.map(\.date) == [day("2017-11-20")])
    }
  }
}
