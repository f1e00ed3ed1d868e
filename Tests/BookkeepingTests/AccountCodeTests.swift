import Bookkeeping
import Testing

@Suite struct AccountCodeTests {
  @Test(arguments: [
    ("asset:bank", AccountType.asset), ("asset:bank:citi", .asset),
    ("liability:payables", .liability),
    ("net-asset:exchange", .netAsset), ("revenue:in-kind", .revenue), ("expense:7", .expense),
    ("budget:funded", .budget), ("memorandum:a-b:c", .memorandum),
  ])
  func `a type, a colon and slugs are an account`(text: String, type: AccountType) throws {
    let code = try #require(AccountCode(text))
    #expect(code.text == text)
    #expect(code.type == type)
  }

  @Test(arguments: [
    "", ":", "asset", "asset:", ":bank", "asset::bank", "asset:bank:", "Asset:bank", "asset:Bank",
    "asset:bank citi", "asset:bank/citi", "assets:bank", "netasset:x", "asset:bänk", "asset:bank\0",
  ])
  func `anything else is none`(text: String) {
    #expect(AccountCode(text) == nil)
  }

  @Test func `a prefix counts the type as its first part`() {
    let code = account("asset:bank:citi")
    #expect(code.depth == 3)
    #expect(
      (1...4).map { String(code.prefix(depth: $0)) } == [
        "asset", "asset:bank", "asset:bank:citi", "asset:bank:citi",
      ])
  }

  @Test func `an account lies within itself and those above it, not beside a namesake`() {
    let bank = account("asset:bank")
    #expect(bank.isWithin(bank))
    #expect(account("asset:bank:citi").isWithin(bank))
    #expect(!account("asset:bankers").isWithin(bank))
    #expect(!bank.isWithin(account("asset:bank:citi")))
  }

  @Test func `accounts are ordered by their bytes`() {
    let codes = ["asset:b", "asset:a:z", "asset:a-b", "asset:a"].map(account).sorted()
    #expect(codes.map(\.text) == ["asset:a", "asset:a-b", "asset:a:z", "asset:b"])
  }

  @Test func `no depth below one can be asked for`() async {
    await #expect(processExitsWith: .failure) { _ = AccountCode.bank.prefix(depth: 0) }
  }

  @Test func `assets, expenses, budgets and memoranda grow on the left`() {
    let left = AccountType.allCases.filter { $0.normalSide == .debit }
    #expect(left == [.asset, .expense, .budget, .memorandum])
  }

  @Test(arguments: [
    (AccountCode.bank, "asset:bank"), (.receivable, "asset:receivable"),
    (.exchange, "net-asset:exchange"), (.opening, "net-asset:opening"),
    (.contributions, "revenue:contributions"), (.exchangeGain, "revenue:exchange"),
    (.exchangeLoss, "expense:exchange"), (.bankCharges, "expense:bank-charges"),
    (.programme, "expense:programme"), (.overpayments, "liability:overpayments"),
    (.payables, "liability:payables"), (.requirements, "budget:requirements"),
    (.unfunded, "budget:unfunded"), (.funded, "budget:funded"),
    (.pledgesOutstanding, "memorandum:pledges-outstanding"),
    (.pledgesMade, "memorandum:pledges-made"),
    (.pledgesConverted, "memorandum:pledges-converted"), (.signed, "memorandum:signed"),
    (.awaiting, "memorandum:awaiting"), (.recorded, "memorandum:recorded"),
  ])
  func `the rules' accounts are named as DESIGN names them`(code: AccountCode, text: String) {
    #expect(code == AccountCode(text))
    #expect(code.text == text)
  }
}

@Suite struct AccountChartTests {
  @Test func `an open chart takes any account`() {
    #expect(AccountChart().accepts(account("asset:mattress")))
  }

  @Test func `a chart of declared accounts takes those and the rules' own`() {
    var chart = AccountChart(mustBeDeclared: true)
    #expect(!chart.accepts(account("asset:bank:citi")))
    let isNew = chart.declare(account("asset:bank:citi"))
    #expect(isNew)
    #expect(chart.accepts(account("asset:bank:citi")))
    #expect(chart.accepts(.bank))
    #expect(!chart.accepts(account("asset:bank:citi:usd")))
  }

  @Test func `an account is declared once`() {
    var chart = AccountChart()
    #expect([1, 2].map { _ in chart.declare(.bank) } == [true, false])
  }
}
