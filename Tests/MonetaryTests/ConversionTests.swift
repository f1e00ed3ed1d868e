import Monetary
import Testing

@Suite struct ConversionTests {
  private func convert(
    _ amount: String, to code: String, on date: String = "2017-11-02", by rates: RateTables,
    rounding: Rounding = .halfEven
  ) throws -> String {
    let amount = try money(amount)
    let way = try rates.conversion(
      from: amount.currency, to: currency(code), on: day(date), table: table("UNORE"))
    return try way.converting(amount, rounding: rounding).description
  }

  @Test(arguments: [
    ("400,000 CHF", "CHF 0.999 per USD", "400,400.40 USD"),
    ("400,000 CHF", "CHF 0.984 per USD", "406,504.07 USD"),
    ("8,000,000 SEK", "SEK 9.039 per USD", "885,053.66 USD"),
    ("150,000 EUR", "EUR 0.921 per USD", "162,866.45 USD"),
    ("5,600,000 XOF", "XOF 560 per USD", "10,000.00 USD"),
    ("30,000 CHF", "CHF 0.999 per USD", "30,030.03 USD"),
    ("30,000 CHF", "CHF 0.984 per USD", "30,487.80 USD"),
    ("50,000 CHF", "CHF 0.984 per USD", "50,813.01 USD"),
    ("500,000 CHF", "CHF 0.992 per USD", "504,032.26 USD"),
    ("348,542.62 CHF", "CHF 0.992 per USD", "351,353.45 USD"),
    ("151,457.38 CHF", "CHF 0.992 per USD", "152,678.81 USD"),
  ])
  func `a currency counted per dollar divides by its rate`(
    amount: String, per: String, expected: String
  ) throws {
    #expect(try convert(amount, to: "USD", by: tables(rate(per, from: "2017-11-01"))) == expected)
  }

  @Test func `dollars multiply by the rate that counts the other currency`() throws {
    let rates = tables(try rate("CHF 0.999 per USD", from: "2017-11-01"))
    #expect(try convert("400,400.40 USD", to: "CHF", by: rates) == "400,000.00 CHF")
    #expect(try convert("-1 USD", to: "CHF", by: rates) == "-1.00 CHF")
  }

  @Test func `the direct rate goes before the inverse one, however old`() throws {
    let direct = try rate("USD 1.5 per CHF", from: "2010-01-01")
    let rates = tables(direct, try rate("CHF 0.5 per USD", from: "2017-11-01"))
    #expect(try convert("1 CHF", to: "USD", by: rates) == "1.50 USD")
    #expect(try convert("1 USD", to: "CHF", by: rates) == "0.50 CHF")
  }

  @Test func `a cross goes through the common base without rounding between`() throws {
    // The European Central Bank's rates of 2 November 2017.
    let francs = try rate("CHF 1.1647 per EUR", from: "2017-11-02")
    let dollars = try rate("USD 1.1645 per EUR", from: "2017-11-02")
    let rates = tables(francs, dollars)
    #expect(try convert("400,000 CHF", to: "USD", by: rates) == "399,931.31 USD")
    let way = try rates.conversion(
      from: currency("CHF"), to: currency("USD"), on: day("2017-11-03"), table: table("UNORE"))
    #expect(way.rates == [francs, dollars])
  }

  @Test func `of several bases the one with the newest rates is taken`() throws {
    let rates = tables(
      try rate("CHF 1 per EUR", from: "2017-01-01"), try rate("SEK 10 per EUR", from: "2017-11-01"),
      try rate("CHF 1 per USD", from: "2017-06-01"), try rate("SEK 8 per USD", from: "2017-06-01"),
      try rate("CHF 1 per GBP", from: "2017-06-01"), try rate("SEK 7 per GBP", from: "2017-06-01"))
    #expect(try convert("1 CHF", to: "SEK", on: "2017-11-01", by: rates) == "7.00 SEK")
    #expect(
      try convert(
        "1 CHF", to: "SEK", on: "2017-05-31",
        by: tables(
          try rate("CHF 1 per EUR", from: "2017-01-01"),
          try rate("SEK 10 per EUR", from: "2017-01-01"),
          try rate("CHF 1 per USD", from: "2017-06-01"),
          try rate("SEK 8 per USD", from: "2017-01-01")
        )) == "10.00 SEK")
  }

  @Test func `one currency stays what it is and takes no rate`() throws {
    let dollars = try currency("USD")
    let way = try RateTables().conversion(
      from: dollars, to: dollars, on: day("2017-11-02"), table: table("UNORE"))
    #expect(way.rates.isEmpty)
    let least = Money(minorUnits: .min, of: dollars)
    #expect(try way.converting(least) == least)
  }

  @Test func `an amount of another currency is refused`() throws {
    let way = try tables(rate("CHF 0.999 per USD", from: "2017-11-01")).conversion(
      from: currency("CHF"), to: currency("USD"), on: day("2017-11-02"), table: table("UNORE"))
    let refusal = MoneyError.mixedCurrencies(try currency("CHF"), try currency("SEK"))
    #expect(throws: refusal) { try way.converting(money("1 SEK")) }
  }

  @Test func `a half goes to the even neighbour, or as asked`() throws {
    let rates = tables(try rate("USD 1.25 per CHF", from: "2017-11-01"))
    #expect(try convert("0.02 CHF", to: "USD", by: rates) == "0.02 USD")
    #expect(try convert("0.06 CHF", to: "USD", by: rates) == "0.08 USD")
    #expect(try convert("-0.02 CHF", to: "USD", by: rates) == "-0.02 USD")
    #expect(try convert("0.02 CHF", to: "USD", by: rates, rounding: .halfUp) == "0.03 USD")
    #expect(try convert("-0.02 CHF", to: "USD", by: rates, rounding: .halfUp) == "-0.03 USD")
    #expect(try convert("0.01 CHF", to: "USD", by: rates, rounding: .up) == "0.02 USD")
    #expect(try convert("0.01 CHF", to: "USD", by: rates, rounding: .down) == "0.01 USD")
  }

  @Test func `a result beyond 64 bits is refused, the last one within is not`() throws {
    let rates = tables(try rate("USD 2 per CHF", from: "2017-11-01"))
    #expect(
      try convert("-46,116,860,184,273,879.04 CHF", to: "USD", by: rates)
        == "-92,233,720,368,547,758.08 USD")
    #expect(throws: MoneyError.sumOverflow("46,116,860,184,273,879.04 CHF in USD")) {
      try convert("46,116,860,184,273,879.04 CHF", to: "USD", by: rates)
    }
  }
}
