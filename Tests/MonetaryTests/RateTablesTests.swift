import Monetary
import Testing
import SeededRandom

@Suite struct RateTablesTests {
  @Test(arguments: ["UNORE", "ECB", "bank-1", "a.b_c", "7"])
  func `a table has a name of letters, digits, points and dashes`(text: String) {
    #expect(RateTableName(text)?.description == text)
  }

  @Test(arguments: ["", "UN ORE", "ÉCB", "a/b", "a\0"])
  func `another character makes no name`(text: String) {
    #expect(RateTableName(text) == nil)
  }

  @Test(arguments: ["0", "0.000", "-0.999"])
  func `a rate is greater than zero`(units: String) {
    #expect(throws: MoneyError.rateSyntax(units)) {
      try rate("CHF \(units) per USD", from: "2017-11-01")
    }
  }

  @Test func `a currency is not quoted in itself`() {
    #expect(throws: MoneyError.rateSyntax("1")) { try rate("USD 1 per USD", from: "2017-11-01") }
  }

  @Test func `a rate prints as it was written`() throws {
    #expect(try rate("CHF 0.990 per USD", from: "2017-11-01").description == "CHF 0.990 per USD")
  }

  @Test func `the newest rate on or before the day is found, never a later one`() throws {
    let rates = tables(
      try rate("CHF 0.984 per USD", from: "2017-12-31"),
      try rate("CHF 0.999 per USD", from: "2017-11-01"),
      try rate("CHF 1.011 per USD", from: "2017-01-01"))
    func units(on date: String) throws -> String? {
      try rates.rate(
        quote: currency("CHF"), base: currency("USD"), table: table("UNORE"), on: day(date)
      )?.units.description
    }
    #expect(try units(on: "2016-12-31") == nil)
    #expect(try units(on: "2017-01-01") == "1.011")
    #expect(try units(on: "2017-10-31") == "1.011")
    #expect(try units(on: "2017-11-01") == "0.999")
    #expect(try units(on: "2017-11-02") == "0.999")
    #expect(try units(on: "2019-01-01") == "0.984")
  }

  @Test func `no rate is an error that names what was looked for`() throws {
    let rates = tables(
      try rate("CHF 0.999 per USD", from: "2017-11-01"),
      try rate("SEK 9.7 per EUR", from: "2017-01-01"))
    func refused(_ from: String, _ to: String, on date: String, in name: String) throws {
      let (from, to) = (try currency(from), try currency(to))
      #expect(
        throws: MoneyError.missingRate(from: from, to: to, table: table(name), on: day(date))
      ) { try rates.conversion(from: from, to: to, on: day(date), table: table(name)) }
    }
    try refused("CHF", "USD", on: "2017-10-31", in: "UNORE")
    try refused("USD", "CHF", on: "2017-10-31", in: "UNORE")
    try refused("CHF", "USD", on: "2017-11-01", in: "ECB")
    try refused("CHF", "SEK", on: "2017-11-01", in: "UNORE")
    try refused("CHF", "JPY", on: "2017-11-01", in: "UNORE")
  }

  @Test func `a rate of the same day gives way, and is told if it differs in value`() throws {
    let old = try rate("CHF 0.99 per USD", from: "2017-11-01")
    var rates = tables(old)
    #expect(rates.add(try rate("CHF 0.990 per USD", from: "2017-11-01")) == nil)
    #expect(rates.all.map(\.units.description) == ["0.990"])
    let revised = try rate("CHF 0.999 per USD", from: "2017-11-01")
    #expect(rates.add(revised)?.units.description == "0.990")
    #expect(rates.all == [revised])
    #expect(rates.add(try rate("CHF 0.9 per USD", from: "2017-11-01", in: "ECB")) == nil)
    #expect(rates.names == [table("ECB"), table("UNORE")])
  }

  @Test(arguments: UInt64(1)...50)
  func `tables are listed in order, whatever order they were filled in`(seed: UInt64) throws {
    var random = Seeded(seed)
    var rates: [ExchangeRate] = []
    for name in ["UNORE", "ECB"] {
      for quote in ["CHF", "SEK", "EUR"] {
        for base in ["USD", "GBP"] {
          for date in ["2017-01-01", "2017-06-01", "2017-11-01"] {
            rates.append(try rate("\(quote) 1.5 per \(base)", from: date, in: name))
          }
        }
      }
    }
    var filled = RateTables()
    for rate in rates.shuffled(using: &random) { filled.add(rate) }
    let sorted = rates.sorted {
      ($0.table, $0.quote, $0.base, $0.effective) < ($1.table, $1.quote, $1.base, $1.effective)
    }
    #expect(filled.all == sorted)
    #expect(filled.rates(in: table("ECB")) == sorted.filter { $0.table == table("ECB") })
    #expect(filled.rates(in: table("none")).isEmpty)
  }
}
