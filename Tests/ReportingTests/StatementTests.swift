import Bookkeeping
import Funding
import Monetary
import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct StatementTests {
  /// The statement of one agreement of a ledger, or of the general fund.
  private func statement(
    _ ledger: SampleLedger, of name: String? = "A1", from: String? = nil, to: String = "2019-12-31",
    display: StatementDisplay = .book
  ) throws -> FundStatement {
    try ledger.statement(of: name, from: from, to: to, display: display)
  }

  /// The lines that are something: `settled -400,000.00 CHF -400,400.40 USD`.
  private func written(_ lines: [StatementLine]) -> [String] {
    lines.filter { !$0.book.isZero || $0.amount?.isZero == false }.map { line in
      ([line.kind.rawValue] + [line.amount, line.book].compactMap { $0?.description })
        .joined(separator: " ")
    }
  }

  private func signedLedger(
    changing change: (inout Agreement) throws -> Void = { _ in }
  ) throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02", try signing("A1", "400,000 CHF", "earmarked mali", changing: change))
    return ledger
  }

  @Test func `CHF 400,000 received as USD 405,022.28 leave nothing owed and a gain of 4,621.88`()
    throws
  {
    var ledger = try signedLedger()
    try ledger.post("2018-01-15", receiving("A1", "400,000 CHF", bank: "405,022.28 USD"))
    let statement = try statement(ledger)
    #expect(
      written(statement.receivable) == [
        "agreed 400,000.00 CHF 400,400.40 USD", "settled -400,000.00 CHF -400,400.40 USD",
      ])
    #expect(
      written(statement.unspent) == [
        "receipts 405,022.28 USD", "realisedExchange 4,621.88 USD", "closing 405,022.28 USD",
      ])
    #expect(statement.receipts.map(\.rate) == ["CHF 0.987600 per USD"])
    #expect(statement.exchange.map(\.book) == [try money("4,621.88 USD")])
  }

  @Test func `part receipts take what is carried for them, and the last one the rest`() throws {
    var ledger = try signedLedger()
    for (date, amount) in [
      ("2017-11-10", "133,333.33 CHF"), ("2017-11-11", "133,333.33 CHF"),
      ("2017-11-12", "133,333.34 CHF"),
    ] { try ledger.post(date, receiving("A1", amount)) }
    let settled = try ["2017-11-10", "2017-11-11", "2017-11-12"].map { date in
      let lines = try statement(ledger, from: date, to: date).receivable
      return try #require(lines.first { $0.kind == .settled }).book.description
    }
    #expect(settled == ["-133,466.80 USD", "-133,466.79 USD", "-133,466.81 USD"])
    let last = try statement(ledger, from: "2017-11-12")
    #expect(
      written(last.receivable) == [
        "opening 133,333.34 CHF 133,466.81 USD", "settled -133,333.34 CHF -133,466.81 USD",
      ])
  }

  @Test func `two refunds of an agreement are stated together, as are their payments`() throws {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", receiving("A1", "400,000 CHF", bank: "400,400.40 USD"))
    try ledger.post(
      "2017-12-04",
      refunding("A1", "10,000 CHF", paid: [("2018-01-15", "10,050 USD", "asset:bank")]))
    try ledger.post(
      "2017-12-15",
      refunding("A1", "20,000 CHF", paid: [("2018-01-22", "20,300 USD", "asset:bank")]))
    // 10,010.01 and 20,325.20 were due; their payment lost 39.99 and gained 25.20.
    #expect(
      written(try statement(ledger).unspent) == [
        "receipts 400,400.40 USD", "refunds -30,335.21 USD", "exchangeOnPayment -14.79 USD",
        "closing 370,050.40 USD",
      ])
    #expect(
      written(try statement(ledger, from: "2018-01-20").unspent) == [
        "opening 370,025.20 USD", "exchangeOnPayment 25.20 USD", "closing 370,050.40 USD",
      ])
  }

  @Test func `a refund is stated when it is due, and what its payment gained by itself`() throws {
    var ledger = try signedLedger { $0.ends = day("2018-06-30") }
    try ledger.post("2017-11-20", receiving("A1", "400,000 CHF"))
    try ledger.post(
      "2017-12-15",
      refunding("A1", "30,000 CHF", paid: [("2018-01-15", "30,400 USD", "asset:bank")]))
    #expect(
      written(try statement(ledger, from: "2017-12-01").unspent) == [
        "opening 400,400.40 USD", "refunds -30,487.80 USD", "exchangeOnPayment 87.80 USD",
        "closing 370,000.40 USD",
      ])
    #expect(try statement(ledger, to: "2018-06-30").owedBack?.unspent == nil)
    #expect(
      try statement(ledger, to: "2018-07-01").owedBack?.unspent == money("370,000.40 USD"))
  }

  @Test func `refunds and write-offs are listed one by one, with their rate and what was paid`()
    throws
  {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", receiving("A1", "300,000 CHF"))
    let paid = try refunding(
      "A1", "30,000 CHF",
      paid: [
        ("2018-01-15", "10,000 CHF", "asset:bank"), ("2018-02-15", "20,300 USD", "asset:bank"),
      ])
    try ledger.post("2017-12-15", paid, id: "Back1")
    try ledger.post("2017-12-16", writingOff("A1", "100,000 CHF"), id: "W1")
    try ledger.post("2018-03-01", reversing("W1"), id: "V1")
    func refunds(from: String?, to: String) throws -> [String] {
      try statement(ledger, from: from, to: to).refunds.map { line in
        "\(line.date) \(line.id) \(line.amount) \(line.rate) \(line.book) paid on "
          + "\(line.paidOn.map(\.description)) unpaid \(line.unpaid)"
      }
    }
    let due =
      "2017-12-15 Back1 30,000.00 CHF CHF 0.984 per USD since 2017-12-11, table UNORE 30,487.80 USD"
    #expect(
      try refunds(from: nil, to: "2017-12-31") == ["\(due) paid on [] unpaid 30,000.00 CHF"])
    #expect(
      try refunds(from: "2018-01-01", to: "2018-01-31") == [
        #"\#(due) paid on ["2018-01-15"] unpaid 20,000.00 CHF"#
      ])
    #expect(try refunds(from: "2018-03-01", to: "2018-12-31") == [])
    let lines = try statement(ledger, from: "2017-12-01").writeOffs
    #expect(
      lines.map { "\($0.date) \($0.id) \($0.amount) \($0.rate) \($0.book)" } == [
        "2017-12-16 W1 100,000.00 CHF CHF 0.999000 per USD on average 100,100.10 USD",
        "2018-03-01 V1 -100,000.00 CHF CHF 0.999000 per USD on average -100,100.10 USD",
      ])
  }

  @Test func `what was spent beyond the money is overspent, and nothing is due`() throws {
    var ledger = try signedLedger { $0.ends = day("2018-06-30") }
    try ledger.post("2017-11-20", receiving("A1", "1,000 CHF"))
    try ledger.post(
      "2017-12-15",
      spending("A1", "mali", "1,501.00 USD") { $0.overspend = "the second instalment is late" })
    let before = try statement(ledger, to: "2018-06-30")
    #expect(before.owedBack?.unspent == nil && before.overspent == nil)
    let after = try statement(ledger, to: "2018-07-01", display: .donor)
    #expect(after.owedBack?.unspent == (try money("0.00 USD")))
    #expect(after.overspent == (try money("500.00 USD")))
    let document = try DonorStatement(
      for: .general, [after],
      over: StatementPeriod(to: day("2018-07-01"), isProvisional: false),
      currency: try Currency(code: "USD"), stamp: stamp
    ).document()
    #expect(document.figure("unspentDue1") == "USD 0.00")
    #expect(document.figure("owedBack1Translated") == "CHF 0.00")
    #expect(document.figure("overspent1") == "USD 500.00")
    #expect(document.figure("overspent1Translated") == "CHF 499.50")
  }

  @Test func `the bank's charge is stated by itself, and a surplus is owed and not unspent`()
    throws
  {
    var ledger = try signedLedger()
    try ledger.post(
      "2018-01-15",
      receiving("A1", "400,000 CHF", bank: "405,000 USD") { $0.charge = try money("22.28 USD") })
    #expect(
      written(try statement(ledger).unspent) == [
        "receipts 405,022.28 USD", "realisedExchange 4,621.88 USD", "bankCharges -22.28 USD",
        "closing 405,000.00 USD",
      ])
    var other = try SampleLedger()
    try other.post("2017-11-02", signing("A1", "1,000 USD", "earmarked mali"))
    try other.post("2017-11-03", receiving("A1", "1,100 USD") { $0.allowsOverpayment = true })
    #expect(
      written(try statement(other).unspent) == ["receipts 1,000.00 USD", "closing 1,000.00 USD"])
    #expect(try statement(other).receipts.map(\.overpaid) == [try money("100 USD")])
    #expect(try statement(ledger).receipts.map(\.overpaid) == [nil])
  }

  @Test func `refunds not paid and overpayments are owed back at once, what is unspent at the end`()
    throws
  {
    var ledger = try signedLedger { $0.ends = day("2018-06-30") }
    try ledger.post(
      "2017-11-20", receiving("A1", "410,000 CHF") { $0.allowsOverpayment = true })
    try ledger.post("2017-11-21", refunding("A1", "5,000 CHF"))
    let before = try #require(try statement(ledger, to: "2018-06-30").owedBack)
    #expect(try before.refunds == money("5,005.01 USD"))
    #expect(try before.overpayments == money("10,010.01 USD"))
    #expect(try before.unspent == nil && before.total == money("15,015.02 USD"))
    let after = try statement(ledger, to: "2018-07-01")
    #expect(try after.owedBack?.unspent == money("395,395.39 USD"))
    #expect(try after.owedBack?.total == money("410,410.41 USD"))
    let document = try DonorStatement(
      for: .general, [after],
      over: StatementPeriod(to: day("2018-07-01"), isProvisional: false),
      currency: try Currency(code: "USD"), stamp: stamp
    ).document()
    #expect(
      ["refundsUnpaid1", "overpaymentsHeld1", "unspentDue1", "owedBack1"].map(document.figure) == [
        "USD 5,005.01", "USD 10,010.01", "USD 395,395.39", "USD 410,410.41",
      ])
  }

  @Test func `spending is stated by line with its support cost, by the rate of its day`() throws {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "50,000 USD", "earmarked mali") {
        $0.support = SupportRate(percent: try ExactDecimal(parsing: "7"), base: .onDirect)
      })
    try ledger.post("2017-11-03", receiving("A1", "50,000 USD"))
    try ledger.post("2017-11-10", spending("A1", "mali/health", "10,000 USD"), id: "X1")
    try ledger.post(
      "2017-11-20",
      amending("A1/1") {
        $0.support = SupportRate(percent: try ExactDecimal(parsing: "10"), base: .ofGross)
      })
    try ledger.post("2017-11-21", spending("A1", "mali/education", "900 USD"))
    try ledger.post("2017-11-22", reversing("X1"))
    let before = try statement(ledger, to: "2017-11-21")
    #expect(
      written(before.unspent) == [
        "receipts 50,000.00 USD", "expenditure -10,900.00 USD", "supportCost -800.00 USD",
        "closing 38,300.00 USD",
      ])
    #expect(before.spending.map { $0.scope?.text } == ["mali/education", "mali/health"])
    #expect(before.support.map(\.support) == [try money("700 USD"), try money("100 USD")])
    let after = try statement(ledger)
    #expect(after.spending.map { $0.scope?.text } == ["mali/education"])
    #expect(
      written(after.unspent) == [
        "receipts 50,000.00 USD", "expenditure -900.00 USD", "supportCost -100.00 USD",
        "closing 49,000.00 USD",
      ])
    #expect(after.others.isEmpty)
    #expect(
      written(try statement(ledger, of: nil).unspent) == [
        "supportRecovered 100.00 USD", "closing 100.00 USD",
      ])
  }

  @Test func `what matching gained is told from what an entry by hand did`() throws {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", arriving("U1", "100,000 CHF"))
    try ledger.post("2017-12-15", arriving("U2", "100,000 CHF"))
    // It is carried at 100,100.10, and the bank at the average of both.
    try ledger.post("2017-12-20", matching("U1", "A1", "100,000 CHF"), id: "M1")
    try ledger.post(
      "2017-12-21",
      entering(
        (.debit, "asset:bank", "5 USD", "general"),
        (.credit, "revenue:exchange", "5 USD", "general")
      ))
    let statement = try statement(ledger, of: nil)
    let document = DonorStatement(
      for: .general, [statement],
      over: StatementPeriod(to: day("2019-12-31"), isProvisional: false),
      currency: try Currency(code: "USD"), stamp: stamp)
    let people = try #require(try document.document().grid("exchange1")).texts.map { $0[2] }
    #expect(people == ["on matching unidentified money", "by an entry"])
    let programs = try #require(try document.records().grid("exchange")).texts.map { $0[5] }
    #expect(programs == ["matched", "entry"])
  }

  @Test func `an unearmarked agreement is told from the general fund, its support cost recovered`()
    throws
  {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-11-02",
      signing("A1", "50,000 USD", "unearmarked") {
        $0.support = SupportRate(percent: try ExactDecimal(parsing: "7"), base: .onDirect)
      })
    try ledger.post("2017-11-03", receiving("A1", "50,000 USD"))
    try ledger.post("2017-11-04", arriving("U1", "500 USD"))
    try ledger.post("2017-11-10", spending("A1", "mali", "10,000 USD"), id: "X1")
    try ledger.post("2017-11-11", spending(nil, "mali", "200 USD"))
    #expect(
      written(try statement(ledger).unspent) == [
        "receipts 50,000.00 USD", "expenditure -10,000.00 USD", "supportCost -700.00 USD",
        "closing 39,300.00 USD",
      ])
    let general = try statement(ledger, of: nil)
    #expect(
      written(general.unspent) == [
        "expenditure -200.00 USD", "supportRecovered 700.00 USD", "closing 500.00 USD",
      ])
    #expect(general.others.map(\.caption) == ["unidentified receipt U1"])
    try ledger.post("2017-11-12", reversing("X1"))
    #expect(
      written(try statement(ledger, of: nil).unspent) == [
        "expenditure -200.00 USD", "closing -200.00 USD",
      ])
  }

  @Test func `what was revalued is unrealised until the first of the month, and not unspent`()
    throws
  {
    var ledger = try signedLedger()
    try ledger.post("2017-11-20", receiving("A1", "100,000 CHF"))
    try ledger.post("2017-12-31", .revaluation)
    let statement = try statement(ledger, from: "2017-12-01", to: "2017-12-31")
    #expect(
      written(statement.receivable) == [
        "opening 300,000.00 CHF 300,300.30 USD", "unrealised 0.00 CHF 4,577.75 USD",
        "closing 300,000.00 CHF 304,878.05 USD",
      ])
    #expect(
      written(statement.unspent) == ["opening 100,100.10 USD", "closing 100,100.10 USD"])
    #expect(
      statement.exchange.map { "\($0.account?.text ?? "") \($0.book)" } == [
        "asset:bank:revaluation 1,525.92 USD", "asset:receivable:revaluation 4,577.75 USD",
      ])
    #expect(statement.rateUses.map { "\($0.rate) \($0.date)" } == ["CHF 0.984 per USD 2017-12-31"])
    let after = try self.statement(ledger, from: "2017-12-01", to: "2018-01-01")
    #expect(after.receivable.first { $0.kind == .unrealised }?.book.isZero == true)
    #expect(after.exchange.reduce(0) { $0 + $1.book.minorUnits } == 0)
  }

  @Test func `goods in kind have an account of their own, and are no money`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", "50,000 USD", "earmarked mali"))
    try ledger.post(
      "2017-11-03", .inKind(InKindGift(reference("A1"), amount: try money("600 USD"))))
    try ledger.post(
      "2017-11-04",
      .inKindUsed(LineUse(reference("A1"), scope: scope("mali"), amount: try money("200 USD"))))
    let statement = try statement(ledger)
    #expect(
      written(statement.goods) == [
        "delivered 600.00 USD", "used -200.00 USD", "closing 400.00 USD",
      ])
    #expect(written(statement.unspent) == [])
    #expect(statement.spending.isEmpty && statement.receipts.isEmpty && statement.others.isEmpty)
  }

  @Test func `receipts fill the earliest instalment first, and one that has passed is overdue`()
    throws
  {
    var ledger = try signedLedger {
      $0.instalments = [
        Instalment(due: day("2018-02-01"), amount: try money("150,000 CHF")),
        Instalment(due: day("2017-12-01"), amount: try money("250,000 CHF")),
      ]
    }
    try ledger.post("2017-11-20", receiving("A1", "260,000 CHF"))
    for (to, stages) in [
      ("2017-11-19", [InstalmentLine.Stage.ahead, .ahead]), ("2018-01-31", [.received, .ahead]),
      ("2018-02-01", [.received, .ahead]), ("2018-02-02", [.received, .overdue]),
    ] { #expect(try statement(ledger, to: to).instalments.map(\.stage) == stages) }
    let lines = try statement(ledger).instalments
    #expect(lines.map(\.standing.received) == [try money("250,000 CHF"), try money("10,000 CHF")])
  }

  @Test
  func `what is written off or cut of instalments is not overdue, as lists of what is due have it`()
    throws
  {
    var ledger = try signedLedger {
      $0.instalments = [
        Instalment(due: day("2017-12-01"), amount: try money("250,000 CHF")),
        Instalment(due: day("2018-02-01"), amount: try money("100,000 CHF")),
        Instalment(due: day("2018-03-01"), amount: try money("50,000 CHF")),
      ]
    }
    try ledger.post("2017-11-20", receiving("A1", "260,000 CHF"))
    try ledger.post("2017-11-21", writingOff("A1", "60,000 CHF"))
    func stages() throws -> [String] {
      try statement(ledger).instalments.map { "\($0.stage.rawValue) \($0.standing.open)" }
    }
    #expect(
      try stages() == [
        "received 0.00 CHF", "overdue 80,000.00 CHF", "written off 0.00 CHF",
      ])
    try ledger.post("2017-12-15", amending("A1/1", "-30,000 CHF"))
    // The cut takes from the latest, and the write-off what was before that.
    #expect(
      try stages() == [
        "received 0.00 CHF", "overdue 50,000.00 CHF", "written off 0.00 CHF",
      ])
    #expect(
      try statement(ledger).instalments.map(\.standing.cut.minorUnits) == [0, 0, 3_000_000])
    try ledger.post("2017-12-16", writingOff("A1", "50,000 CHF"))
    #expect(
      try stages() == [
        "received 0.00 CHF", "partly written off 0.00 CHF", "written off 0.00 CHF",
      ])
    var cut = try signedLedger {
      $0.instalments = [
        Instalment(due: day("2017-12-01"), amount: try money("250,000 CHF")),
        Instalment(due: day("2018-02-01"), amount: try money("150,000 CHF")),
      ]
    }
    try cut.post("2017-11-20", receiving("A1", "50,000 CHF"))
    try cut.post("2017-12-15", amending("A1/1", "-350,000 CHF"))
    #expect(try statement(cut).instalments.map(\.stage) == [.partlyCut, .cut])
  }

  @Test func `a condition met is one line for all parts, and converts nothing`() throws {
    var ledger = try signedLedger {
      $0.parts = try [part(2017, "300,000 CHF"), part(2018, "100,000 CHF")]
      $0.conditions = [Condition("audit", amount: try money("200,000 CHF"))]
    }
    try ledger.post("2017-11-20", fulfilling("A1", "audit"))
    let statement = try statement(ledger, to: "2017-12-01")
    #expect(statement.others.count == 1)
    #expect(statement.rateUses.map(\.date) == [day("2017-11-02")])
  }

  @Test
  func `an agreement is headed by what was signed and what it is as amended, where they differ`()
    throws
  {
    var ledger = try signedLedger()
    func headed() throws -> (title: Block?, record: [String]) {
      let whole = DonorStatement(
        for: .general, [try statement(ledger)],
        over: StatementPeriod(to: day("2019-12-31"), isProvisional: false),
        currency: try Currency(code: "USD"), stamp: stamp)
      let row = try whole.records().grid("statements")?.texts.first ?? []
      return (try whole.document().blocks.first, Array(row[2...3]))
    }
    #expect(try headed().title == .heading("Agreement A1, 400,000.00 CHF"))
    #expect(try headed().record == ["CHF 400,000.00", "CHF 400,000.00"])
    try ledger.post("2017-12-15", amending("A1/1", "-50,000 CHF"))
    #expect(
      try headed().title
        == .heading("Agreement A1, 400,000.00 CHF as signed, 350,000.00 CHF as amended"))
    #expect(try headed().record == ["CHF 400,000.00", "CHF 350,000.00"])
  }

  @Test
  func `in the donor's currency figures are at the average of receipts, else of the agreement`()
    throws
  {
    var ledger = try signedLedger()
    let agreed = try statement(ledger, display: .donor).translation
    #expect(
      agreed
        == .average(try money("400,000 CHF"), for: try money("400,400.40 USD"), of: .agreement))
    try ledger.post("2018-01-15", receiving("A1", "400,000 CHF", bank: "405,022.28 USD"))
    try ledger.post("2018-01-16", spending("A1", "mali", "1,000 USD"))
    let statement = try statement(ledger, display: .donor)
    let document = try DonorStatement(
      for: .general, [statement],
      over: StatementPeriod(to: day("2019-12-31"), isProvisional: false),
      currency: try Currency(code: "USD"), stamp: stamp
    ).document()
    let unspent = try #require(document.grid("unspent1")).texts
    #expect(unspent.contains(["Receipts", "USD 405,022.28", "CHF 400,000.00"]))
    #expect(unspent.last == ["Closing", "USD 404,022.28", "CHF 399,012.40"])
    let refund = document.figure("unspentDue1")
    #expect(refund == "no last day is agreed")
  }

  @Test func `what was posted late is listed so, whatever figure it is behind`() throws {
    var ledger = try signedLedger()
    let receipt = try receiving("A1", "100,000 CHF", bank: "101,000 USD")
    try ledger.post("2017-11-20", receipt, id: "R1", posted: "2017-12-01")
    try ledger.post(
      "2017-11-28", try spending("A1", "mali", "20 USD"), id: "X1", posted: "2017-12-01")
    try ledger.post("2017-11-29", try amending("A1/1", "5 CHF"), id: "M1", posted: "2017-12-02")
    try ledger.post("2017-11-30", reversing("R1"), id: "V1", posted: "2017-12-03")
    let statement = try self.statement(ledger)
    let listed = statement.lateFacts.map { fact in
      "\(fact.id) \(fact.posted) of \(fact.ownDay) \(fact.amounts.map(\.description))"
    }
    #expect(
      listed == [
        #"R1 2017-12-01 of 2017-11-20 ["100,000.00 CHF"]"#,
        #"X1 2017-12-01 of 2017-11-28 ["20.00 USD"]"#,
        #"M1 2017-12-02 of 2017-11-29 ["5.00 CHF"]"#,
        #"V1 2017-12-03 of 2017-11-30 ["-100,000.00 CHF"]"#,
      ])
    #expect(statement.receipts.map(\.ownDay) == [day("2017-11-20"), day("2017-11-30")])
    #expect(statement.commitments.map(\.ownDay) == [day("2017-11-02"), day("2017-11-29")])
    #expect(statement.exchange.map(\.ownDay) == [day("2017-11-20"), day("2017-11-30")])
    #expect(try self.statement(ledger, to: "2017-11-30").lateFacts.isEmpty)
  }
}
