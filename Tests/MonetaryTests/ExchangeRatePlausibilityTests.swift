import Monetary
import Testing

@Suite struct ExchangeRatePlausibilityTests {
  @Test(arguments: [
    ("560", "5600", true), ("560", "5599.999", false), ("560", "56", true),
    ("560", "56.001", false),
    ("0.999", "9.99", true), ("0.90", "0.9", false), ("1", "9223372036854775807", true),
    ("0.000000000000000001", "9223372036854775807", true),
  ])
  func `a rate is far off from ten times the other on, either way`(
    one: String, other: String, isFarOff: Bool
  ) throws {
    let rates = try [one, other].map { try rate("XOF \($0) per USD", from: "2017-09-01") }
    #expect(rates[0].isFarOff(rates[1]) == isFarOff)
    #expect(rates[1].isFarOff(rates[0]) == isFarOff)
  }

  @Test(arguments: [
    ("0.0017857", true), ("0.0035", true), ("0.003572", false), ("0.00089", false),
    ("0.0009", true), ("56", false), ("9223372036854775807", false),
  ])
  func `a rate looks inverted where one divided by it is between half and twice the other`(
    units: String, isInverse: Bool
  ) throws {
    let known = try rate("XOF 560 per USD", from: "2017-09-01")
    #expect(
      try rate("XOF \(units) per USD", from: "2017-09-02").isInverse(near: known) == isInverse)
  }

  @Test(arguments: [
    ("UNORE", "2017-10-06", false), ("UNORE", "2017-10-07", true), ("ECB", "2017-09-08", false),
    ("ECB", "2017-09-09", true), ("BANK", "2027-09-01", false), ("UNORE", "2017-08-31", false),
  ])
  func `a rate is stale beyond 35 days of UNORE and 7 of ECB, and never of another table`(
    name: String, on date: String, isStale: Bool
  ) throws {
    let known = try rate("XOF 560 per USD", from: "2017-09-01", in: name)
    #expect(known.isStale(on: day(date)) == isStale)
  }
}
