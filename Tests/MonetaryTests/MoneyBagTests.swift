import Monetary
import Testing
import SeededRandom

@Suite struct MoneyBagTests {
  @Test func `currencies are added up apart, in the order of their codes`() throws {
    let bag = MoneyBag([
      try money("5 USD"), try money("1 CHF"), try money("7 USD"), try money("3 XOF"),
    ])
    #expect(bag.currencies.map(\.code) == ["CHF", "USD", "XOF"])
    #expect(bag.totals.map(\.minorUnits) == [100, 1_200, 3])
    #expect(try bag.amount(in: currency("USD")) == money("12 USD"))
    #expect(try bag.amount(in: currency("EUR")) == money("0 EUR"))
    #expect(bag.minorUnits(in: try currency("EUR")) == 0)
  }

  @Test func `what comes to nothing is not in the bag`() throws {
    let amount = try money("400,000 CHF")
    let bag = MoneyBag(amount).subtracting(amount)
    #expect(bag.isZero)
    #expect(bag == MoneyBag())
    #expect(MoneyBag(try money("0 USD")) == MoneyBag())
  }

  @Test func `a total beyond 64 bits is kept, and refused only as an amount`() throws {
    let dollars = try currency("USD")
    let most = Money(minorUnits: .max, of: dollars)
    var bag = MoneyBag([most, most])
    #expect(bag.minorUnits(in: dollars) == 2 * Int128(Int64.max))
    #expect(throws: MoneyError.sumOverflow("18446744073709551614 minor units of USD")) {
      try bag.amount(in: dollars)
    }
    bag.subtract(most)
    #expect(try bag.amount(in: dollars) == most)
  }

  @Test(arguments: UInt64(1)...50)
  func `bags add in any order, and taking off undoes adding`(seed: UInt64) {
    var random = Seeded(seed)
    let currencies = Array(Currency.all.shuffled(using: &random).prefix(4))
    let amounts = (0..<30).map { _ in
      Money(minorUnits: random.anySigned(), of: random.one(of: currencies))
    }
    let first = MoneyBag(amounts.prefix(12))
    let second = MoneyBag(amounts.dropFirst(12))
    let all = MoneyBag(amounts.shuffled(using: &random))
    #expect(first.adding(second) == all)
    #expect(second.adding(first) == all)
    #expect(all.subtracting(second) == first)
    #expect(amounts.reduce(all) { $0.subtracting($1) }.isZero)
    #expect(amounts.reduce(MoneyBag()) { $0.adding($1) } == all)
    #expect(all.currencies == all.currencies.sorted())
    for currency in currencies {
      let total = amounts.filter { $0.currency == currency }.reduce(Int128(0)) {
        $0 + Int128($1.minorUnits)
      }
      #expect(all.minorUnits(in: currency) == total)
    }
  }
}
