import Monetary
import Testing
import SeededRandom

@Suite struct MoneyParsingTests {
  private func parse(_ number: String, of code: String = "USD", sign: SignRule = .none) throws
    -> Int64
  {
    let bytes = Array(number.utf8)
    return try Money.parse(number: bytes.span, of: currency(code), sign: sign).minorUnits
  }

  @Test(arguments: [
    ("0", "USD", Int64(0)), ("41,007,531.65", "USD", 4_100_753_165),
    ("1,292,000", "USD", 129_200_000),
    ("41007531.65", "USD", 4_100_753_165), ("400,000", "CHF", 40_000_000), ("1.5", "USD", 150),
    ("007", "USD", 700), ("0.05", "USD", 5), ("5,600,000", "XOF", 5_600_000),
    ("1.234", "KWD", 1_234),
    ("92233720368547758.07", "USD", .max), ("9,223,372,036,854,775,807", "JPY", .max),
  ])
  func `digits, full groups and one point are a number`(text: String, code: String, units: Int64)
    throws
  {
    #expect(try parse(text, of: code) == units)
  }

  @Test(arguments: [
    "", " ", ".", ".5", "5.", "1 000", "1e3", "NaN", "inf", "0x10", "1.2.3", "--1", "-", "+", ",",
    ",100",
    "1_000", "1'000", "१२३", "1\u{A0}000", "1\0", "-.5", "1.,5", "1 ", " 1", "(5)",
  ])
  func `what is not a number is a syntax fault`(text: String) {
    #expect(throws: MoneyError.amountSyntax(text)) { try parse(text, sign: .optional) }
  }

  @Test(arguments: [
    "1,00", "1,0000", "1000,000", "1,000,00", "1,,000", "1,", "1.234,56", "0,001", "1,000.00,0",
    "1.234,8", "12,34,567",
  ])
  func `commas that do not make full groups are a grouping fault`(text: String) {
    #expect(throws: MoneyError.amountGrouping(text)) { try parse(text) }
  }

  @Test(arguments: [("1.005", "USD"), ("1.0", "JPY"), ("0.0000", "KWD"), ("1,000.000", "EUR")])
  func `more decimals than the currency has are refused, zeros too`(text: String, code: String)
    throws
  {
    let currency = try currency(code)
    #expect(throws: MoneyError.amountDecimals(text, currency)) { try parse(text, of: code) }
  }

  @Test(arguments: ["-1", "+1", "-1,00", "-1.005"])
  func `a sign is refused where the fact says which way the money goes`(text: String) {
    #expect(throws: MoneyError.amountSign(text)) { try parse(text, sign: .none) }
  }

  @Test func `a sign is read where it may stand`() throws {
    #expect(try parse("+50,000", sign: .optional) == 5_000_000)
    #expect(try parse("-50,000", sign: .optional) == -5_000_000)
    #expect(try parse("-0", sign: .optional) == 0)
  }

  @Test(arguments: [
    "92233720368547758.08", "92,233,720,368,547,758.08",
    "100000000000000000000000000000000000000000",
    "92233720368547759", "184467440737095516.16", "184467440737095517",
  ])
  func `an amount beyond 64 bits is refused`(text: String) {
    #expect(throws: MoneyError.overflow(text)) { try parse(text) }
  }

  @Test func `the least amount is read, one less is not`() throws {
    #expect(try parse("-92,233,720,368,547,758.08", sign: .optional) == .min)
    #expect(throws: MoneyError.overflow("-92233720368547758.09")) {
      try parse("-92233720368547758.09", sign: .optional)
    }
  }

  @Test(arguments: [
    ("3 million", "million"), ("US$ 3,068,942 million", "million"), ("76 M", "M"), ("3M USD", "M"),
    ("1.5bn USD", "bn"), ("3 Million USD", "Million"), ("US$ 300", "US$"), ("€300", "€"),
    ("300 €", "€"), ("12 k EUR", "k"), ("2,5 millions EUR", "millions"),
  ])
  func `a word or sign in place of digits and a code is named`(text: String, word: String) {
    #expect(throws: MoneyError.amountUnit(text, word: word)) { try Money(parsing: text) }
    if !text.contains("USD"), !text.contains("EUR") {
      #expect(throws: MoneyError.amountUnit(text, word: word)) { try parse(text) }
    }
  }

  @Test(arguments: [
    ("1 XYZ", "XYZ"), ("1 usd", "usd"), ("300 dollars", "dollars"), ("1,00 XYZ", "XYZ"),
    ("1 XAU", "XAU"),
  ])
  func `a code that is not listed is refused before the number is judged`(
    text: String, code: String
  ) {
    #expect(throws: MoneyError.unknownCurrency(code)) { try Money(parsing: text) }
  }

  @Test(arguments: [
    "", "USD", "1", "1  USD", "1USD", "USD 1", "1 USD ", " 1 USD", "1\tUSD", "1 000 USD", "NaN USD",
    "1e3 USD", "1.234.567 USD", "abc XYZ", "1 USD EUR", "\u{FFFD}",
    "1 U1D",
  ])
  func `an amount is a number, one blank and a code`(text: String) {
    #expect(throws: MoneyError.amountSyntax(text)) { try Money(parsing: text) }
  }

  @Test func `the faults of a number in an amount show the whole text`() throws {
    #expect(throws: MoneyError.amountGrouping("1,00 USD")) { try money("1,00 USD") }
    #expect(throws: MoneyError.amountDecimals("1.5 JPY", try currency("JPY"))) {
      try money("1.5 JPY")
    }
    #expect(throws: MoneyError.overflow("9223372036854775808 JPY")) {
      try money("9223372036854775808 JPY")
    }
  }

  @Test func `every short text is a number exactly where the grammar says so`() throws {
    let grammar = /[+-]?([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]{1,2})?/
    var texts = [""]
    for _ in 0..<6 {
      texts += texts.filter { $0.utf8.count == texts.last?.utf8.count }.flatMap { text in
        ["0", "7", ",", ".", "-"].map { text + $0 }
      }
    }
    #expect(texts.count == 19_531)
    for text in texts {
      let isNumber = (try? parse(text, sign: .optional)) != nil
      let isExpected = text.wholeMatch(of: grammar) != nil
      if isNumber != isExpected { Issue.record("'\(text)' is read: \(isNumber)") }
    }
  }

  @Test(arguments: UInt64(1)...50)
  func `a printed amount is read back`(seed: UInt64) throws {
    var random = Seeded(seed)
    for _ in 0..<20 {
      let amount = Money(minorUnits: random.anySigned(), of: random.one(of: Currency.all))
      #expect(try Money(parsing: amount.description) == amount)
      let plain = Array(amount.plain.utf8)
      #expect(try Money.parse(number: plain.span, of: amount.currency, sign: .optional) == amount)
    }
  }
}
