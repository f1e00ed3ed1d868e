import Foundation
import Monetary
import Testing

/// Figures that others published, read where they lie.
@Suite struct PublishedConversionTests {
  private struct Cases: Decodable {
    let fxCases: [Case]
  }

  private struct Case: Decodable {
    struct Agreement: Decodable {
      let currency: String
      let amount: Int64
      let rateAtSignature: String
    }
    struct Instalment: Decodable {
      let amount: Int64
      let rate: String
    }
    struct Expected: Decodable {
      let booked: [Int64]
      let atSignature: Int64
    }
    let id: String
    let amount: Int64?
    let from: String?
    let to: String?
    let rate: String?
    let rateQuote: String?
    let expectedHalfEven: Int64?
    let wouldBeHalfUp: Int64?
    let agreement: Agreement?
    let instalments: [Instalment]?
    let expected: Expected?
  }

  private static let cases = "gap/gap-cases.json"
  private static let europeanRates = "data/rates/ecb-eurofxref-hist.csv"

  private func way(from: String, to: String, by text: String) throws -> Conversion {
    try tables(rate(text, from: "2017-01-01")).conversion(
      from: currency(from), to: currency(to), on: day("2017-01-01"), table: table("UNORE"))
  }

  @Test(.enabled(if: SharedData.has(cases), "\(cases) is not beside the project"))
  func `the conversion cases hold`() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let cases = try decoder.decode(Cases.self, from: SharedData.bytes(Self.cases)).fxCases
    #expect(cases.count >= 10)
    for example in cases {
      if let from = example.from, let to = example.to, let units = example.rate,
        let amount = example.amount, let quote = example.rateQuote
      {
        // "CHF per 1 USD"
        let words = quote.split(separator: " ")
        let way = try way(from: from, to: to, by: "\(words[0]) \(units) per \(words[3])")
        let money = Money(minorUnits: amount, of: way.from)
        #expect(
          try way.converting(money).minorUnits == example.expectedHalfEven, "\(example.id)")
        #expect(
          try way.converting(money, rounding: .halfUp).minorUnits == example.wouldBeHalfUp,
          "\(example.id)")
      } else {
        try checkInstalments(example)
      }
    }
  }

  private func checkInstalments(_ example: Case) throws {
    let agreement = try #require(example.agreement)
    let expected = try #require(example.expected)
    func booked(_ amount: Int64, at units: String) throws -> Int64 {
      let way = try way(
        from: agreement.currency, to: "USD", by: "USD \(units) per \(agreement.currency)")
      return try way.converting(Money(minorUnits: amount, of: way.from)).minorUnits
    }
    #expect(try booked(agreement.amount, at: agreement.rateAtSignature) == expected.atSignature)
    let instalments = try #require(example.instalments)
    #expect(try instalments.map { try booked($0.amount, at: $0.rate) } == expected.booked)
  }

  @Test(.enabled(if: SharedData.has(europeanRates), "\(europeanRates) is not beside the project"))
  func `the central bank's cross of 2 November 2017 comes out`() throws {
    let lines = try SharedData.text(Self.europeanRates).split(separator: "\n")
    let codes = lines[0].split(separator: ",").map(String.init)
    var rates = RateTables()
    // Ten working days on either side; what has no rate says so.
    let place = try #require(lines.firstIndex { $0.hasPrefix("2017-11-02,") })
    for line in lines[(place - 10)...(place + 10)] {
      let cells = line.split(separator: ",").map(String.init)
      for (code, cell) in zip(codes, cells).dropFirst() where cell != "N/A" {
        rates.add(try rate("\(code) \(cell) per EUR", from: cells[0], in: "ECB"))
      }
    }
    let way = try rates.conversion(
      from: currency("CHF"), to: currency("USD"), on: day("2017-11-02"), table: table("ECB"))
    #expect(try way.converting(money("400,000 CHF")) == money("399,931.31 USD"))
    // A Sunday takes the Friday before.
    let sunday = try rates.conversion(
      from: currency("CHF"), to: currency("USD"), on: day("2017-11-05"), table: table("ECB"))
    #expect(sunday.rates.map(\.effective) == [day("2017-11-03"), day("2017-11-03")])
  }
}
