import Bookkeeping
import Diagnostics
import Foundation
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

extension MonthlyFunding {
  /// What of the report is not as it must be, in words; nothing where all is well.
  func faults(of ledger: some Ledger) throws -> [String] {
    var faults: [String] = []
    let summary = try SummariseFunding(scope: scope.text, asOf: month.lastDay).summary(of: ledger)
    for (name, mine, its) in [
      ("requested", requested, summary.requested), ("funded", funded, summary.funded),
      ("received", received, summary.received), ("spent", spent, summary.spent),
    ] where mine != its { faults.append("\(name) is \(mine), in the summary \(its)") }
    if sum(.funded, .closing) != funded.minorUnits { faults.append("funded does not close so") }
    for account in Account.allCases {
      let lines = accounts[account] ?? []
      for (name, value) in [("before", \Line.before), ("now", \Line.now)] {
        let parts = lines.filter { $0.kind != .closing }
        if parts.reduce(0, { $0 + $1[keyPath: value].minorUnits })
          != lines.last?[keyPath: value].minorUnits
        {
          faults.append("\(account) \(name) does not add up")
        }
      }
      let opening = lines.first { $0.kind == .opening }?.now
      if lines.last?.before != opening { faults.append("\(account) does not follow on") }
    }
    if scope == .global {
      let books =
        try BalanceAccounts(asOf: month.lastDay).balance(of: ledger).lines
        .first { $0.account == AccountCode.receivable.text }?.balance ?? 0
      if sum(.receivable, .closing).map({ Int128($0) }) != books {
        faults.append("the books hold \(books) as receivable")
      }
    }
    if scope == .global, sum(.unspent, .brought) != 0 {
      faults.append("something was brought from above everything")
    }
    let new = newAgreements.reduce(0) { $0 + $1.book.minorUnits }
    if new != sum(.funded, .newAgreements) {
      faults.append("new agreements are not what is listed")
    }
    return faults
  }

  /// A movement of the month, in minor units of the book currency.
  func sum(_ account: Account, _ kind: Kind) -> Int64? {
    accounts[account]?.first { $0.kind == kind }?.now.minorUnits
  }

  /// What moved an account in the month, nothing left out: `settled 120.00 USD`.
  func written(_ account: Account) -> [String] {
    (accounts[account] ?? []).filter { !$0.now.isZero }.map { "\($0.kind) \($0.now)" }
  }
}

@Suite struct FollowMonthTests {
  /// A2 is recorded in January 2018, with francs of 2017, and spent on lines of 2018.
  private static let acrossYears = """
    2018-01-15 receipt A2 400,000 CHF
      bank: 405,022.28 USD

    2018-03-10 expenditure A2 mali/health 100,000 USD

    2018-03-20 carry-over A2 mali/health 50,000 CHF


    """

  /// Agreements of one and of two years, with support cost, charges, foreign cash and a refund.
  private static let ofSeveralYears = """
    2017-11-10 agreement A8 japan 90,000 USD
      earmark: softly mali, niger
      part: 2017 40,000 USD
      part: 2018 50,000 USD
      support: 7 % on direct

    2017-12-20 receipt A8 60,000 USD
      charge: 15 USD

    2018-01-10 receipt A2 200,000 CHF
      bank: 202,000 USD

    2018-01-20 expenditure A8 niger 30,000 USD

    2018-02-05 expenditure A2 mali/health 40,000 CHF
      from: asset:bank:francs

    2018-02-20 refund A8 2,000 USD


    """

  private func reports(
    _ ledger: WorkedLedger, _ month: String, year: BudgetYear? = nil, scope: String = "mali",
    known: Instant? = nil
  ) throws -> [MonthlyFunding] {
    guard let month = AccountingMonth(month) else { return [] }
    return try ledger.both().map {
      try FollowMonth(month, year: year, scope: scope, known: known).report(of: $0)
    }
  }

  @Test func `each figure goes from opening to closing by what moved it`() throws {
    let ledger = try WorkedLedger(
      """
      2017-03-05 amendment A1/1
        amount: +10,000 USD

      2017-03-10 expenditure A1 mali/health 20,000 USD

      2017-03-11 expenditure general mali 500 USD

      2017-03-20 write-off A1 5,000 USD

      2017-03-21 refund A1 2,000 USD

      2017-03-25 agreement A5 sdc 50,000 CHF
        earmark: tightly mali/health

      2017-03-26 receipt A5 50,000 CHF
        bank: 51,000 USD
        charge: 10 USD

      """)
    for report in try reports(ledger, "2017-03") {
      #expect(
        report.written(.funded) == [
          "opening 250,000.50 USD", "newAgreements 50,050.05 USD", "amendments 10,000.00 USD",
          "writtenOff -5,000.00 USD", "refunds -2,000.00 USD", "closing 303,050.55 USD",
        ])
      #expect(
        report.written(.receivable) == [
          "opening 250,000.50 USD", "newAgreements 50,050.05 USD", "amendments 10,000.00 USD",
          "settled -150,050.05 USD", "writtenOff -5,000.00 USD", "closing 155,000.50 USD",
        ])
      #expect(
        report.written(.unspent) == [
          "settled 150,050.05 USD", "refunds -2,000.00 USD", "exchange 959.95 USD",
          "bankCharges -10.00 USD", "spent -20,000.00 USD", "closing 129,000.00 USD",
        ])
      #expect(report.newAgreements.map(\.name) == ["Swiss Agency"])
      #expect(report.monthEnds.map(\.funded.minorUnits) == [0, 25_000_050, 30_305_055])
      #expect(report.spent == (try money("20,500 USD")))
    }
    for report in try reports(ledger, "2017-03", scope: "niger") {
      #expect(report.written(.unspent) == [])
    }
  }

  @Test func `money that is allocated is funded where it goes, its exchange stays where it lay`()
    throws
  {
    let ledger = try WorkedLedger(
      """
      2017-04-01 agreement A6 sdc 99,900 CHF
        earmark: not-stated

      2017-04-02 receipt A6 99,900 CHF
        bank: 101,000 USD

      2017-04-03 allocation A6 niger 49,950 CHF

      """)
    for report in try reports(ledger, "2017-04", scope: "niger") {
      #expect(report.written(.funded) == ["allocated 50,000.00 USD", "closing 50,000.00 USD"])
      #expect(report.written(.receivable) == [])
      #expect(report.written(.unspent) == ["allocated 50,000.00 USD", "closing 50,000.00 USD"])
    }
    for report in try reports(ledger, "2017-04", scope: "global") {
      #expect(report.written(.unspent).contains("exchange 1,000.00 USD"))
    }
  }

  @Test func `money agreed for a year arrives in the next, and is spent there`() throws {
    let ledger = try WorkedLedger(Self.acrossYears)
    for report in try reports(ledger, "2018-01") {
      #expect(report.written(.funded) == [])
      #expect(
        report.written(.receivable) == [
          "opening 550,400.90 USD", "settled -400,400.40 USD", "closing 150,000.50 USD",
        ])
      #expect(
        report.written(.unspent) == [
          "opening 100,000.00 USD", "settled 400,400.40 USD", "exchange 4,621.88 USD",
          "closing 505,022.28 USD",
        ])
      #expect(
        report.otherYears.map {
          "\($0.year) \($0.kind) \($0.funded) \($0.receivable) \($0.unspent)"
        }
          == [
            "2017 newAgreements 400,400.40 USD 0.00 USD 0.00 USD",
            "2017 settled 0.00 USD -400,400.40 USD 400,400.40 USD",
            "2017 exchange 0.00 USD 0.00 USD 4,621.88 USD",
          ])
    }
  }

  @Test func `a month may be followed for another budget year than its own`() throws {
    let ledger = try WorkedLedger(Self.acrossYears)
    for report in try reports(ledger, "2018-01", year: year(2017)) {
      #expect(
        report.written(.funded) == [
          "opening 250,000.50 USD", "newAgreements 400,400.40 USD", "closing 650,400.90 USD",
        ])
      #expect(report.otherYears.isEmpty)
      #expect(report.requested == (try money("1,000,000 USD")))
      #expect(report.newAgreements.map(\.name) == ["Swiss Agency"])
      #expect(report.monthEnds.map(\.funded.minorUnits) == [65_040_090])
      #expect(report.received == (try money("500,400.40 USD")))
    }
  }

  @Test func `what is spent in a year of money of another leaves no hole`() throws {
    let ledger = try WorkedLedger(Self.acrossYears)
    for report in try reports(ledger, "2018-03") {
      // What is carried over is funded in 2019, and lies at the bank once.
      #expect(report.written(.funded) == [])
      #expect(
        report.written(.unspent) == [
          "opening 505,022.28 USD", "spent -100,000.00 USD", "closing 405,022.28 USD",
        ])
      #expect(
        report.otherYears.map { "\($0.year) \($0.kind) \($0.funded) \($0.unspent)" } == [
          "2019 carriedIn 50,050.05 USD 0.00 USD"
        ])
    }
  }

  @Test func `what is receivable and unspent is so in the trial balance, whatever the year`() throws
  {
    let ledger = try WorkedLedger(Self.ofSeveralYears)
    // In 2017 A2 is signed, and not in the funding records.
    for (month, year) in [
      ("2017-11", 2017), ("2017-12", 2018), ("2018-01", 2018), ("2018-02", 2017), ("2018-03", 2018),
    ] {
      try expectBooks(of: ledger, in: month, year: BudgetYear(year))
    }
  }

  @Test(arguments: ["2017-11", "2017-12", "2018-01", "2018-02", "2018-03", "2018-04"])
  func `whatever its frozen rate makes of it, money is unspent as the books took it`(
    month: String
  ) throws {
    let ledger = try WorkedLedger(
      """
      2017-11-10 receipt A2 200,000 CHF
        bank: 200,000 USD

      2017-12-01 rate CHF 0.5 per USD

      2017-12-02 amendment A2/1
        amount: +100,000 CHF

      2018-01-10 receipt A2 100,000 CHF
        bank: 190,000 USD

      2018-02-05 amendment A2/2
        amount: -30,000 CHF

      2018-03-10 refund A2 20,000 CHF

      2018-03-10 amendment A2/3
        amount: +10,000 CHF

      2018-04-02 write-off A2 180,000 CHF


      """)
    try expectBooks(of: ledger, in: month)
  }

  @Test(arguments: ["2017-11", "2017-12", "2018-01"])
  func `opening balances and entries by hand are told as such`(month: String) throws {
    let ledger = try WorkedLedger(
      """
      2017-10-01 opening asset:bank 70 USD
        fund: A2

      2017-11-10 receipt A2 100,000 CHF

      2017-11-12 entry "Interest"
        id: E1
        debit asset:bank 5 USD fund A2
        credit revenue:interest 5 USD fund A2

      2017-11-13 entry "Charge"
        id: E2
        debit expense:bank-charges 25 USD fund A2
        credit asset:bank 25 USD fund A2

      2017-12-02 reversal E2
        reason: "Twice"


      """)
    try expectBooks(of: ledger, in: month)
  }

  @Test func `what no longer came on the day of a refund is none`() throws {
    let ledger = try WorkedLedger(
      """
      2017-11-10 receipt A2 100,000 CHF
        id: R7

      2017-11-11 receipt A2 50,000 CHF

      2017-12-05 reversal R7
        reason: "Bounced"

      2017-12-05 refund A2 20,000 CHF


      """)
    for report in try reports(ledger, "2017-12", scope: "global") {
      #expect(report.sum(.unspent, .settled) == -100_100_10)
      #expect(report.sum(.unspent, .refunds) == -20_020_02)
      #expect(report.sum(.receivable, .other) == 0)
    }
  }

  /// Expects a month to close with what the trial balance has, and to tell it in full.
  private func expectBooks(
    of ledger: WorkedLedger, in month: String, year: BudgetYear? = nil
  ) throws {
    for (report, form) in zip(
      try reports(ledger, month, year: year, scope: "global"), try ledger.both())
    {
      let balances = try form.balances(asOf: report.month.lastDay, known: nil, byFund: true)
      func sum(_ counts: (AccountCode) -> Bool) -> Int64 {
        balances.reduce(0) { sum, row in
          guard row.fund?.agreement != nil, counts(row.account) else { return sum }
          return sum + row.bookDebits - row.bookCredits
        }
      }
      #expect(report.sum(.receivable, .closing) == sum { $0.isWithin(.receivable) }, "\(month)")
      #expect(
        report.sum(.unspent, .closing)
          == sum { account in
            (account.type == .asset && !account.isWithin(.receivable))
              || account.type == .liability || account == .interfund
          }, "\(month)")
      for account in MonthlyFunding.Account.allCases {
        #expect(report.sum(account, .other) == 0, "\(account) in \(month)")
      }
    }
  }

  @Test func `of parts at one place, a situation has those that are for it alone`() throws {
    let ledger = try WorkedLedger(
      """
      2017-01-01 situation sit "Sit"
        scopes: mali, niger

      2017-11-02 agreement A7 sdc 150,000 USD
        part: 2017 100,000 USD softly sit
        part: 2017 50,000 USD unearmarked

      2017-11-10 receipt A7 30,000 USD
        part: 2017 as softly sit

      2017-11-12 amendment A7/1
        amount: -20,000 USD
        part: 2017 -20,000 USD unearmarked


      """)
    for report in try reports(ledger, "2017-11", scope: "sit") {
      let earlier = try #require(try reports(ledger, "2017-10", scope: "sit").first)
      let added =
        (report.sum(.receivable, .closing) ?? 0) - (earlier.sum(.receivable, .closing) ?? 0)
      #expect(added == 70_000_00 + 400_400_40)
      for account in MonthlyFunding.Account.allCases { #expect(report.sum(account, .other) == 0) }
    }
  }

  @Test func `what arrives before the records have its agreement settles what the books hold`()
    throws
  {
    let ledger = try WorkedLedger(
      """
      2017-11-02 agreement A7 sdc 400,000 USD
        earmark: softly mali, niger
        recorded: 2018-01-03

      2017-12-15 receipt A7 400,000 USD


      """)
    // Without A7: A2 of 400,400.40 is signed in November, and 150,000.50 are open of A1.
    let expected = [
      (
        "2017-11",
        ["opening 150,000.50 USD", "newAgreements 800,400.40 USD", "closing 950,400.90 USD"]
      ),
      ("2017-12", ["opening 950,400.90 USD", "settled -400,000.00 USD", "closing 550,400.90 USD"]),
      ("2018-01", ["opening 550,400.90 USD", "closing 550,400.90 USD"]),
    ]
    for (month, lines) in expected {
      for report in try reports(ledger, month, scope: "global") {
        #expect(report.written(.receivable) == lines, "\(month)")
      }
    }
    for report in try reports(ledger, "2018-01", year: year(2017), scope: "global") {
      #expect(report.written(.funded).contains("newAgreements 800,400.40 USD"))
    }
  }

  @Test func `a claim that was raised at another rate is receivable as it is carried`() throws {
    let ledger = try WorkedLedger(
      """
      2017-11-10 receipt A2 200,000 CHF

      2017-12-01 rate CHF 0.5 per USD

      2017-12-02 amendment A2/1
        amount: +100,000 CHF

      2018-01-10 receipt A2 150,000 CHF

      2018-02-10 receipt A2 150,000 CHF


      """)
    for (month, form) in [("2017-12", "closing"), ("2018-01", "carried"), ("2018-02", "settled")] {
      for (report, ledger) in zip(
        try reports(ledger, month, scope: "global"), try ledger.both())
      {
        #expect(try report.faults(of: ledger) == [], "\(form) in \(month)")
        #expect(report.sum(.receivable, .other) == 0)
      }
    }
  }

  @Test func `a month tells of matched money the rate of the day it came on`() throws {
    let ledger = try WorkedLedger(
      """
      2017-11-20 unidentified U1 500,000 CHF

      2017-12-01 rate CHF 0.984 per USD

      2017-12-18 matched U1 A2 100,000 CHF

      """)
    for report in try reports(ledger, "2017-12") {
      #expect(
        report.rateUses.map { "\($0.rate) \($0.date)" } == ["CHF 0.999 per USD 2017-11-20"])
    }
  }

  @Test func `a reversal is what it undoes, and a month is provisional until it is closed`() throws
  {
    let ledger = try WorkedLedger(
      """
      2017-05-02 agreement A7 sdc 100 USD
        id: S7
        earmark: earmarked mali

      2017-06-01 reversal S7
        reason: "made twice"

      2017-07-02 close 2017-05
        entered: 2017-07-02T09:00:00Z

      """)
    for report in try reports(ledger, "2017-06") {
      #expect(report.sum(.funded, .newAgreements) == -10_000)
      #expect(report.newAgreements.map(\.book.minorUnits) == [-10_000])
      #expect(report.isProvisional)
    }
    #expect(try reports(ledger, "2017-05").allSatisfy { !$0.isProvisional })
    let known = instant("2017-07-01T00:00:00Z")
    #expect(try reports(ledger, "2017-05", known: known).allSatisfy { $0.isProvisional })
    #expect(try refusals { try reports(ledger, "2017-05", scope: "malo") } == [.scopeUnknown])
  }

  @Test(arguments: ["mali-2017", "every-directive"])
  func `a month's figures add up, follow on the month before and are the summary's`(
    name: String
  ) throws {
    let ledger = try OpenLedger.reading(workedLedger(name))
    let days = try ledger.journal(JournalListing.Filter()).map(\.entry.date)
    for month in Set(days.map(AccountingMonth.init(of:))).sorted() {
      for scope in ledger.names.programme.allNames.map(\.text) {
        let report = try FollowMonth(month, scope: scope).report(of: ledger)
        #expect(try report.faults(of: ledger) == [], "\(scope) in \(month)")
        for account in MonthlyFunding.Account.allCases {
          #expect(report.sum(account, .other) == 0, "\(account) of \(scope) in \(month)")
        }
      }
    }
  }

  @Test func `what a month took of closed ones is listed as late, of its area alone`() throws {
    let ledger = try WorkedLedger(
      """
      2018-01-10 close 2017-11
        entered: 2018-01-10T09:00:00Z

      2017-11-28 expenditure A1 mali/health 120 USD
        id: X1
        posted: 2017-12-01

      2017-11-29 expenditure general niger 7 USD
        id: X2
        posted: 2017-12-02

      2017-11-30 entry "Bank charges"
        id: E1
        posted: 2017-12-02
        debit expense:bank-charges 3 USD
        debit asset:prepaid 1 CHF
        credit asset:bank 3 USD
        credit asset:bank 1 CHF

      2017-11-20 reversal R1
        id: V1
        posted: 2017-12-03
        reason: "bounced"

      2017-12-02 expenditure general mali 1 USD
        id: X3

      """)
    let charges = ["E1 2017-12-02 of 2017-11-30 1.00 CHF, 3.00 USD"]
    let ofMali = [
      "X1 2017-12-01 of 2017-11-28 120.00 USD", "V1 2017-12-03 of 2017-11-20 -100,000.00 USD",
    ]
    let ofNiger = ["X2 2017-12-02 of 2017-11-29 7.00 USD"]
    for (scope, facts) in [
      ("mali", ofMali), ("mali/health", [ofMali[0]]), ("niger", ofNiger),
      ("global", [ofMali[0], ofNiger[0], charges[0], ofMali[1]]),
    ] {
      for report in try reports(ledger, "2017-12", scope: scope) {
        let listed = report.lateFacts.map { fact in
          "\(fact.id) \(fact.posted) of \(fact.ownDay) "
            + fact.amounts.map(\.description).joined(separator: ", ")
        }
        #expect(listed == facts, "\(scope)")
      }
    }
    #expect(try reports(ledger, "2017-11").allSatisfy { $0.lateFacts.isEmpty })
  }

  @Test func `rates by which a month converted are listed, and what was open at its end`() throws {
    func uses(
      _ ledger: WorkedLedger, _ month: String, _ scope: String, known: Instant? = nil
    ) throws -> [[String]] {
      try reports(ledger, month, scope: scope, known: known).map { report in
        report.rateUses.map { "\($0.rate) on \($0.date)\($0.isStale ? ", stale" : "")" }
      }
    }
    let signed = "CHF 0.999 per USD on 2017-11-02, stale"
    let open = try WorkedLedger()
    for scope in ["mali", "mali/health", "global"] {
      #expect(try uses(open, "2017-11", scope) == [[signed], [signed]])
      #expect(try uses(open, "2017-12", scope) == [[], []])
    }
    let closed = try WorkedLedger(
      """
      2018-02-05 close 2018-01

      2018-01-20 rate CHF 0.984 per USD
        entered: 2018-02-06T00:00:00Z

      """)
    let ends = ["2017-11-30", "2017-12-31", "2018-01-31"].map { end in
      "CHF 0.999 per USD on \(end), stale"
    }
    #expect(
      try uses(closed, "2017-11", "mali") == [[signed, ends[0]], [signed, ends[0]]])
    #expect(try uses(closed, "2017-12", "mali/health") == [[ends[1]], [ends[1]]])
    #expect(try uses(closed, "2018-01", "global") == [[ends[2]], [ends[2]]])
    #expect(try uses(closed, "2017-12", "niger") == [[], []])
    let known = instant("2018-02-04T00:00:00Z")
    #expect(try uses(closed, "2017-12", "mali", known: known) == [[], []])
  }
}
