import Monetary
import Testing
import SeededRandom

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    "0.999", "560", "0.90", "0", "0.00", "-1.5", "10", "655.957", "9223372036854775807",
    "-9223372036854775808", "0.000000000000000001", "9.223372036854775807", "100.50",
  ])
  func `a number prints as it was written`(text: String) throws {
    #expect(try ExactDecimal(parsing: text).description == text)
    let bytes = Array(text.utf8)
    #expect(try ExactDecimal.parse(bytes.span) == ExactDecimal(parsing: text))
  }

  @Test(arguments: [
    "", "-", ".", ".5", "5.", "-.5", "1,000", "1e3", "+1", "1.2.3", " 1", "1 ", "00.5", "01", "-0",
    "-0.0",
    "NaN", "0.0000000000000000001", "9223372036854775808", "99999999999999999999999999",
  ])
  func `what would not print as it was written is refused`(text: String) {
    #expect(throws: MoneyError.rateSyntax(text)) { try ExactDecimal(parsing: text) }
    let bytes = Array(text.utf8)
    #expect(throws: MoneyError.rateSyntax(text)) { try ExactDecimal.parse(bytes.span) }
  }

  @Test func `the written form and the value are compared apart`() throws {
    let (short, long) = (try ExactDecimal(parsing: "0.9"), try ExactDecimal(parsing: "0.90"))
    #expect(short != long)
    #expect(short.isEqualInValue(to: long))
    #expect(long.canonical == short)
    #expect(try ExactDecimal(parsing: "0.00").canonical.description == "0")
    #expect(try ExactDecimal(parsing: "100").canonical.description == "100")
    #expect(!short.isEqualInValue(to: try ExactDecimal(parsing: "0.91")))
  }

  @Test func `numbers are ordered by value`() throws {
    let numbers = try ["-9223372036854775808", "-1", "0.000000000000000001", "0.9", "0.999", "10"]
      .map {
        try ExactDecimal(parsing: $0)
      }
    for (smaller, greater) in zip(numbers, numbers.dropFirst()) {
      #expect(smaller.isLess(than: greater))
      #expect(!greater.isLess(than: smaller))
    }
    #expect(!numbers[0].isLess(than: numbers[0]))
  }

  @Test(arguments: UInt64(1)...50)
  func `a printed number is read back`(seed: UInt64) throws {
    var random = Seeded(seed)
    for _ in 0..<20 {
      let number = ExactDecimal(
        coefficient: random.anySigned(), scale: .random(in: 0...18, using: &random))
      #expect(try ExactDecimal(parsing: number.description) == number)
    }
  }
}
