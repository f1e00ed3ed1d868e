import Monetary
import Testing
import SeededRandom

/// Conversions against school arithmetic on numbers of any length.
@Suite struct ConversionExactnessTests {
  /// A rate of any number of digits, in a form as a table might have it.
  private func anyUnits(_ random: inout Seeded) -> ExactDecimal {
    ExactDecimal(
      coefficient: max(1, Int64(clamping: random.anySigned().magnitude)),
      scale: .random(in: 0...18, using: &random))
  }

  /// `numerator` ÷ `denominator`, both as long as need be, is `quotient` when rounded half to even.
  private func isHalfEven(
    _ quotient: UInt64, _ numerator: NaturalNumber, over denominator: NaturalNumber
  ) -> Bool {
    let twice = NaturalNumber(2) * numerator
    let upper = NaturalNumber(2 * UInt128(quotient) + 1) * denominator
    let isBelowUpper = quotient % 2 == 0 ? twice <= upper : twice < upper
    guard quotient > 0 else { return isBelowUpper }
    let lower = NaturalNumber(2 * UInt128(quotient) - 1) * denominator
    return isBelowUpper && (quotient % 2 == 0 ? lower <= twice : lower < twice)
  }

  private func check(
    _ way: Conversion, _ amount: Money, times: [ExactDecimal], over: [ExactDecimal]
  ) {
    let numerator =
      (times.map { NaturalNumber(UInt128($0.coefficient)) }
      + over.map { NaturalNumber.ten(to: Int($0.scale)) }
      + [NaturalNumber(UInt128(amount.minorUnits.magnitude)), .ten(to: way.to.minorDigits)])
      .reduce(NaturalNumber(1), *)
    let denominator =
      (over.map { NaturalNumber(UInt128($0.coefficient)) }
      + times.map { NaturalNumber.ten(to: Int($0.scale)) } + [.ten(to: way.from.minorDigits)])
      .reduce(NaturalNumber(1), *)
    do {
      let converted = try way.converting(amount).minorUnits
      #expect(converted == 0 || (converted < 0) == amount.isNegative)
      #expect(
        isHalfEven(converted.magnitude, numerator, over: denominator), "\(amount) by \(way.rates)")
    } catch {
      // Half a unit beyond the largest amount goes to the even number, which does not fit.
      #expect(
        NaturalNumber(2 * UInt128(Int64.max) + 1) * denominator <= NaturalNumber(2) * numerator,
        "\(error)")
    }
  }

  @Test(arguments: UInt64(1)...50)
  func `every conversion is exact and rounded once, or refused`(seed: UInt64) throws {
    var random = Seeded(seed)
    let name = table("UNORE")
    let date = day("2017-11-01")
    for _ in 0..<12 {
      let picked = Currency.all.shuffled(using: &random)
      let (from, to, base) = (picked[0], picked[1], picked[2])
      let (first, second) = (anyUnits(&random), anyUnits(&random))
      let amount = Money(minorUnits: random.anySigned(), of: from)
      let direct = tables(
        try ExchangeRate(quote: to, base: from, units: first, effective: date, table: name))
      check(
        try direct.conversion(from: from, to: to, on: date, table: name), amount, times: [first],
        over: [])
      let inverse = tables(
        try ExchangeRate(quote: from, base: to, units: first, effective: date, table: name))
      check(
        try inverse.conversion(from: from, to: to, on: date, table: name), amount, times: [],
        over: [first])
      let cross = tables(
        try ExchangeRate(quote: from, base: base, units: first, effective: date, table: name),
        try ExchangeRate(quote: to, base: base, units: second, effective: date, table: name))
      check(
        try cross.conversion(from: from, to: to, on: date, table: name), amount, times: [second],
        over: [first])
    }
  }

  @Test func `a rate too small for 128 bits makes nothing, or one when rounding up`() throws {
    let (fine, whole) = (try currency("CLF"), try currency("JPY"))
    let rates = tables(
      try rate("CLF 9223372036854775807 per USD", from: "2017-11-01"),
      try rate("JPY 0.000000000000000001 per USD", from: "2017-11-01"))
    let way = try rates.conversion(
      from: fine, to: whole, on: day("2017-11-01"), table: table("UNORE"))
    let most = Money(minorUnits: .max, of: fine)
    #expect(try way.converting(most).minorUnits == 0)
    #expect(try way.converting(most, rounding: .up).minorUnits == 1)
    #expect(try way.converting(.zero(fine), rounding: .up).minorUnits == 0)
    let back = try rates.conversion(
      from: whole, to: fine, on: day("2017-11-01"), table: table("UNORE"))
    #expect(throws: MoneyError.sumOverflow("1 JPY in CLF")) {
      try back.converting(Money(minorUnits: 1, of: whole))
    }
    #expect(try back.converting(.zero(whole)).isZero)
  }

  @Test func `a divisor beyond 128 bits is not cut`() throws {
    // 2⁵⁵ + 1 times 10²² leaves a small number when it is cut to 128 bits.
    let rates = tables(
      try rate("CLF 36028797018963969 per USD", from: "2017-11-01"),
      try rate("JPY 9.223372036854775807 per USD", from: "2017-11-01"))
    let way = try rates.conversion(
      from: currency("CLF"), to: currency("JPY"), on: day("2017-11-01"), table: table("UNORE"))
    #expect(try way.converting(Money(minorUnits: .max, of: way.from)).isZero)
  }

  @Test func `a product beyond 128 bits is refused`() throws {
    let rates = tables(try rate("CLF 9223372036854775807 per JPY", from: "2017-11-01"))
    let way = try rates.conversion(
      from: currency("JPY"), to: currency("CLF"), on: day("2017-11-01"), table: table("UNORE"))
    let amount = Money(minorUnits: 3_700_000_000_000_000, of: way.from)
    #expect(throws: MoneyError.sumOverflow("3,700,000,000,000,000 JPY in CLF")) {
      try way.converting(amount)
    }
  }

  @Test func `rounding up beyond 64 bits is refused`() throws {
    // 2⁶⁴ − 1/2: (2⁶⁵ − 1) ÷ 2, where 2⁶⁵ − 1 is 145,295,143,558,111 × 253,921.
    let rates = tables(
      try rate("CHF 2 per EUR", from: "2017-11-01"),
      try rate("USD 253921 per EUR", from: "2017-11-01"))
    let way = try rates.conversion(
      from: currency("CHF"), to: currency("USD"), on: day("2017-11-01"), table: table("UNORE"))
    #expect(throws: MoneyError.sumOverflow("1,452,951,435,581.11 CHF in USD")) {
      try way.converting(money("1,452,951,435,581.11 CHF"))
    }
  }
}
