import Monetary
import Testing

@Suite struct MoneyFormatTests {
  @Test(arguments: [
    ("41007531.65 USD", "41007531.65", "41,007,531.65"), ("-1,000 JPY", "-1000", "-1,000"),
    ("0 USD", "0.00", "0.00"), ("-0.05 USD", "-0.05", "-0.05"),
    ("999.999 KWD", "999.999", "999.999"),
    ("1,000,000.0001 CLF", "1000000.0001", "1,000,000.0001"), ("0 XOF", "0", "0"),
    ("100,005.10 CHF", "100005.10", "100,005.10"),
  ])
  func `an amount is printed with all decimals of its currency`(
    text: String, plain: String, grouped: String
  ) throws {
    let amount = try money(text)
    #expect(amount.plain == plain)
    #expect(amount.grouped == grouped)
    #expect(amount.description == "\(grouped) \(amount.currency)")
  }

  @Test func `another language has other signs`() throws {
    let french = MoneyFormat(grouping: "\u{202F}", decimalSign: ",", minus: "\u{2212}")
    #expect(
      try money("-1,234,567.89 EUR").formatted(french) == "\u{2212}1\u{202F}234\u{202F}567,89")
    let least = Money(minorUnits: .min, of: try currency("CLF"))
    #expect(
      least.formatted(french) == "\u{2212}922\u{202F}337\u{202F}203\u{202F}685\u{202F}477,5808")
  }

  @Test func `the longest text of all finds room`() throws {
    let wide = MoneyFormat(grouping: "\u{1F4B0}", decimalSign: "\u{1F4B0}", minus: "\u{1F4B0}")
    let least = Money(minorUnits: .min, of: try currency("JPY"))
    #expect(least.formatted(wide).unicodeScalars.count == 26)
    #expect(
      Money(minorUnits: .min, of: try currency("USD")).formatted(wide).unicodeScalars.count == 26)
  }

  @Test func `bytes are put behind what is there`() throws {
    var bytes = Array("amount;".utf8)
    try money("-1,234.50 USD").append(to: &bytes)
    try money("1,234.50 USD").append(to: &bytes, as: .grouped)
    #expect(String(decoding: bytes, as: UTF8.self) == "amount;-1234.501,234.50")
  }
}
