import Monetary
import Testing

/// What one unit of a currency is worth, as people are told of it.
@Suite struct UnitValueTests {
  @Test(arguments: [
    ("CHF 0.999 per USD", "CHF", "USD", "1.001001", "inverse"),
    ("CHF 0.999 per USD", "USD", "CHF", "0.999", "direct"),
    ("XOF 560 per USD", "XOF", "USD", "0.00178571429", "inverse"),
    ("IDR 13500 per USD", "IDR", "USD", "0.0000740740741", "inverse"),
    ("CHF 0.999 per USD", "CHF", "CHF", "1", "same"),
    ("CHF 9223372036854775807 per USD", "USD", "CHF", "9223372036854775807", "direct"),
    ("CHF 9223372036854775807 per USD", "CHF", "USD", "0", "inverse"),
  ])
  func `one unit is told to nine digits beyond leading zeros`(
    text: String, from: String, to: String, value: String, way: String
  ) throws {
    let conversion = try tables(rate(text, from: "2017-11-01")).conversion(
      from: currency(from), to: currency(to), on: day("2017-11-01"), table: table("UNORE"))
    #expect(conversion.unitValue.description == value)
    #expect(conversion.way.rawValue == way)
  }

  @Test func `a cross is told like any other`() throws {
    let tables = try tables(
      rate("CHF 1.1647 per EUR", from: "2017-11-02"), rate("USD 1.1645 per EUR", from: "2017-11-02")
    )
    let conversion = try tables.conversion(
      from: currency("CHF"), to: currency("USD"), on: day("2017-11-02"), table: table("UNORE"))
    #expect(conversion.unitValue.description == "0.999828282")
    #expect(conversion.way == .cross)
  }
}
