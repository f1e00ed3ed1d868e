import Monetary
import Testing

@Suite struct MoneyTests {
  @Test func `an amount prints as it was read`() throws {
    #expect(try Money(parsing: "41,007,531.65 USD").description == "41,007,531.65 USD")
  }

  @Test func `francs at 0.999 per dollar divide by it`() throws {
    var tables = RateTables()
    let table = try #require(RateTableName("UNORE"))
    let day = try #require(CalendarDate("2017-11-01"))
    let chf = try Currency(code: "CHF")
    let usd = try Currency(code: "USD")
    tables.add(
      try ExchangeRate(
        quote: chf, base: usd, units: ExactDecimal(parsing: "0.999"), effective: day, table: table))
    let way = try tables.conversion(from: chf, to: usd, on: day.adding(days: 1), table: table)
    #expect(
      try way.converting(Money(parsing: "400,000 CHF")).description == "400,400.40 USD")
  }
}
