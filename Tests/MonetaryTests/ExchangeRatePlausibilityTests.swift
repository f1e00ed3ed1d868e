import Monetary
import Testing

@Suite struct ExchangeRatePlausibilityTests {
  private func doubt(_ text: String, beside other: String) throws -> ExchangeRate.Doubt? {
    try rate(text, from: "2017-09-02").doubt(beside: rate(other, from: "2017-09-01"))
  }

  @Test(arguments: [
    ("560", "5600", true), ("560", "5599.999", false), ("560", "56", true),
    ("560", "56.001", false), ("0.999", "9.99", true), ("0.90", "0.9", false),
    ("1", "9223372036854775807", true), ("0.000000000000000001", "9223372036854775807", true),
    ("9223372036854775807", "9223372036854775807", false),
    ("0.000000000000000001", "0.000000000000000001", false),
  ])
  func `a rate is far off from ten times the other on, either way`(
    one: String, other: String, isFarOff: Bool
  ) throws {
    for (stated, known) in [(one, other), (other, one)] {
      let doubt = try doubt("XOF \(stated) per USD", beside: "XOF \(known) per USD")
      #expect((doubt == .farOff) == isFarOff && doubt != .inverted)
    }
  }

  @Test(arguments: [
    ("560", "0.0017857", ExchangeRate.Doubt.inverted), ("560", "0.0035", .inverted),
    ("560", "0.003572", .farOff), ("560", "0.00089", .farOff), ("560", "0.0009", .inverted),
    ("560", "56", .farOff), ("560", "9223372036854775807", .farOff),
    // Near parity: 1 / 0.858 is 1.1655.
    ("0.858", "1.165", .inverted), ("0.858", "1.2", .inverted), ("0.858", "1.3", nil),
    ("0.858", "0.9", nil), ("1.165", "0.858", .inverted), ("0.858", "1.1", nil),
    // More than a tenth off, and five times nearer to the inverse.
    ("0.953", "1.049", .inverted), ("0.954", "1.0483", nil), ("1", "1.2", nil), ("1", "9.99", nil),
  ])
  func `a rate looks inverted where one divided by it is much nearer to the other`(
    known: String, stated: String, expected: ExchangeRate.Doubt?
  ) throws {
    #expect(try doubt("EUR \(stated) per USD", beside: "EUR \(known) per USD") == expected)
  }

  @Test(
    arguments: [
      ("1.1655", nil), ("1.17", nil), ("0.858", ExchangeRate.Doubt.inverted),
      ("0.05", .farOff), ("11.66", .farOff), ("11.655", nil), ("0.9", .inverted),
    ] as [(String, ExchangeRate.Doubt?)])
  func `a rate that counts the other currency is compared by what it comes to`(
    stated: String, expected: ExchangeRate.Doubt?
  ) throws {
    #expect(try doubt("USD \(stated) per EUR", beside: "EUR 0.858 per USD") == expected)
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
