import Monetary
import Testing

@Suite struct MoneyTests {
  @Test func `amounts of one currency are added and taken off`() throws {
    #expect(try money("279,024 USD").adding(money("149,998 USD")) == money("429,022 USD"))
    #expect(try money("1.00 KWD").subtracting(money("2.500 KWD")) == money("-1.500 KWD"))
    #expect(try money("-20 JPY").negated() == money("20 JPY"))
  }

  @Test func `adding another currency is refused`() throws {
    let (francs, dollars) = (try money("1 CHF"), try money("1 USD"))
    let refusal = MoneyError.mixedCurrencies(francs.currency, dollars.currency)
    #expect(throws: refusal) { try francs.adding(dollars) }
    #expect(throws: refusal) { try francs.subtracting(dollars) }
  }

  @Test func `a sum beyond 64 bits is refused, and the last one within is not`() throws {
    let dollars = try currency("USD")
    let most = Money(minorUnits: .max, of: dollars)
    let least = Money(minorUnits: .min, of: dollars)
    let cent = Money(minorUnits: 1, of: dollars)
    #expect(try most.subtracting(cent).adding(cent) == most)
    #expect(try most.negated().subtracting(cent) == least)
    #expect(throws: MoneyError.sumOverflow("92,233,720,368,547,758.07 USD + 0.01 USD")) {
      try most.adding(cent)
    }
    #expect(throws: MoneyError.sumOverflow("-92,233,720,368,547,758.08 USD - 0.01 USD")) {
      try least.subtracting(cent)
    }
    #expect(throws: MoneyError.sumOverflow("0.00 USD - -92,233,720,368,547,758.08 USD")) {
      try least.negated()
    }
  }

  @Test func `an amount is nothing, more or less`() throws {
    let (more, less) = (try money("0.01 USD"), try money("-0.01 USD"))
    #expect(more.isPositive && !more.isZero && !more.isNegative)
    #expect(less.isNegative && !less.isZero && !less.isPositive)
    let nothing = Money.zero(more.currency)
    #expect(nothing.isZero && !nothing.isPositive && !nothing.isNegative)
  }

  @Test(arguments: [
    ("3,242,377.11 USD", Rounding.halfEven, Int64(3_242_377)), ("0.50 USD", .halfEven, 0),
    ("1.50 USD", .halfEven, 2), ("-0.50 USD", .halfEven, 0), ("-1.50 USD", .halfEven, -2),
    ("0.51 USD", .halfEven, 1), ("0.50 USD", .halfUp, 1), ("-0.50 USD", .halfUp, -1),
    ("0.49 USD", .halfUp, 0), ("0.99 USD", .down, 0), ("-0.99 USD", .down, 0),
    ("0.01 USD", .up, 1), ("-0.01 USD", .up, -1), ("1.00 USD", .up, 1), ("560 XOF", .up, 560),
    ("0.500 KWD", .halfEven, 0), ("0.501 KWD", .halfEven, 1),
  ])
  func `an amount is printed in whole units, rounded once`(
    text: String, rounding: Rounding, units: Int64
  ) throws {
    #expect(try money(text).wholeUnits(rounding: rounding) == units)
  }

  @Test func `the least amount has whole units too`() throws {
    let least = Money(minorUnits: .min, of: try currency("JPY"))
    #expect(least.wholeUnits(rounding: .up) == .min)
    #expect(
      Money(minorUnits: .min, of: try currency("USD")).wholeUnits(rounding: .up)
        == -92_233_720_368_547_759)
  }
}
