import Monetary
import SeededRandom
import Testing

/// What a currency is worth whose place another took, and that other one.
@Suite struct RedenominatedRateTests {
  private func conversion(
    _ from: String, _ to: String, on date: CalendarDate, by rates: RateTables
  ) throws -> Conversion {
    try rates.conversion(
      from: currency(from), to: currency(to), on: date, table: table("UNORE"))
  }

  private func conversion(
    _ from: String, _ to: String, on date: String, by rates: RateTables
  ) throws -> Conversion { try conversion(from, to, on: day(date), by: rates) }

  /// Leones at 13,100, and new ones at 22.5 from 2024 on.
  private func leones() throws -> RateTables {
    try tables(
      rate("SLL 13100 per USD", from: "2022-06-01"), rate("SLE 22.5 per USD", from: "2024-01-01"))
  }

  @Test func `a claim in old leones is worth what new ones are, and says by which rate`() throws {
    let way = try conversion("SLL", "USD", on: "2024-01-31", by: leones())
    #expect(try way.converting(money("13,100,000 SLL")) == money("582.22 USD"))
    let used = try #require(way.rates.first)
    #expect(way.rates.count == 1)
    #expect(used.description == "SLL 22500 per USD, by SLE 22.5 per USD")
    #expect(used.effective == day("2024-01-01"))
    #expect(used.table == table("UNORE"))
    #expect(used.restated == (try rate("SLE 22.5 per USD", from: "2024-01-01")))
    #expect(used.ageInDays(on: day("2024-01-31")) == 30)
    #expect(!used.isStale(on: day("2024-01-31")))
    #expect(way.way == .inverse)
    #expect(way.unitValue.description == "0.0000444444444")
  }

  @Test(arguments: [
    ("SLL", "2022-05-31", nil), ("SLL", "2022-06-01", "SLL 13100 per USD"),
    ("SLL", "2023-12-31", "SLL 13100 per USD"),
    ("SLL", "2024-01-01", "SLL 22500 per USD, by SLE 22.5 per USD"),
    ("SLE", "2022-05-31", nil),
    ("SLE", "2022-06-01", "SLE 13.1 per USD, by SLL 13100 per USD"),
    ("SLE", "2023-12-31", "SLE 13.1 per USD, by SLL 13100 per USD"),
    ("SLE", "2024-01-01", "SLE 22.5 per USD"),
  ])
  func `the newest rate of either is used, never a later one`(
    code: String, date: String, expected: String?
  ) throws {
    let rates = try leones()
    for (from, to) in [(code, "USD"), ("USD", code)] {
      let way = try? conversion(from, to, on: date, by: rates)
      #expect(way?.rates.first?.description == expected, "\(from) in \(to)")
    }
  }

  @Test func `a new currency's rate counts for the old one from its first day on`() throws {
    let rates = try tables(
      rate("SLL 13000 per USD", from: "2022-06-01"), rate("SLE 13.5 per USD", from: "2022-06-15"))
    #expect(
      try conversion("SLL", "USD", on: "2022-06-30", by: rates).rates.map(\.description)
        == ["SLL 13000 per USD"])
    #expect(
      try conversion("SLL", "USD", on: "2022-07-01", by: rates).rates.map(\.description)
        == ["SLL 13500 per USD, by SLE 13.5 per USD"])
  }

  @Test func `of rates of one day each currency has its own`() throws {
    let rates = try tables(
      rate("SLL 13100 per USD", from: "2022-08-01"), rate("SLE 13.9 per USD", from: "2022-08-01"))
    for (code, own) in [("SLL", "SLL 13100 per USD"), ("SLE", "SLE 13.9 per USD")] {
      let way = try conversion(code, "USD", on: "2022-08-01", by: rates)
      #expect(way.rates.map(\.description) == [own])
    }
  }

  @Test(arguments: Redenomination.all)
  func `each pair is worth the same in both, from either's rate, whichever counts`(
    change: Redenomination
  ) throws {
    let (old, new) = (change.old.code, change.new.code)
    let amounts = [
      Money(minorUnits: 25 * Int64(change.factor) * unit(of: change.old), of: change.old),
      Money(minorUnits: 25 * unit(of: change.new), of: change.new),
    ]
    let stated = [
      "\(new) 2.5 per USD", "\(old) \(change.factor * 5 / 2) per USD", "USD 0.4 per \(new)",
      "USD 0.\(String(repeating: "0", count: String(change.factor).count - 1))4 per \(old)",
    ]
    for text in stated {
      let rates = try tables(rate(text, from: "2016-01-01"))
      for amount in amounts {
        let there = try conversion(amount.currency.code, "USD", on: change.start, by: rates)
        #expect(try there.converting(amount) == money("10 USD"), "\(amount) by \(text)")
        let back = try conversion("USD", amount.currency.code, on: change.start, by: rates)
        #expect(try back.converting(money("10 USD")) == amount, "\(amount) by \(text)")
      }
    }
  }

  @Test(arguments: Redenomination.all)
  func `both convert into each other by the factor, without a rate, on any day`(
    change: Redenomination
  ) throws {
    let one = Money(minorUnits: unit(of: change.new), of: change.new)
    let many = Money(minorUnits: Int64(change.factor) * unit(of: change.old), of: change.old)
    for date in [CalendarDate.earliest, change.start, change.end, .latest] {
      let there = try conversion(change.new.code, change.old.code, on: date, by: RateTables())
      #expect(try there.converting(one) == many)
      #expect(there.unitValue.description == "\(change.factor)")
      let back = try conversion(change.old.code, change.new.code, on: date, by: RateTables())
      #expect(try back.converting(many) == one)
      for way in [there, back] {
        #expect(way.rates.isEmpty)
        #expect(way.way == .redenomination)
        #expect(way.redenomination == change)
      }
    }
  }

  @Test func `a table's rate of one in the other is not asked`() throws {
    let rates = try tables(
      rate("SLL 999 per SLE", from: "2022-07-01"), rate("USD 0.05 per SLE", from: "2024-01-01"))
    let way = try conversion("SLL", "SLE", on: "2024-01-31", by: rates)
    #expect(try way.converting(money("1,000 SLL")) == money("1 SLE"))
    #expect(
      try conversion("SLL", "USD", on: "2024-01-31", by: rates).rates.map(\.description)
        == ["USD 0.00005 per SLL, by USD 0.05 per SLE"])
  }

  @Test func `a cross through a common base knows it too`() throws {
    let rates = try tables(
      rate("SLL 13100 per USD", from: "2022-06-01"), rate("CHF 0.9 per USD", from: "2021-01-01"),
      rate("SLE 22.5 per USD", from: "2024-01-01"))
    let way = try conversion("SLL", "CHF", on: "2024-01-31", by: rates)
    #expect(
      way.rates.map(\.description)
        == ["SLL 22500 per USD, by SLE 22.5 per USD", "CHF 0.9 per USD"])
    #expect(try way.converting(money("22,500 SLL")) == money("0.90 CHF"))
    let back = try conversion("CHF", "SLL", on: "2024-01-31", by: rates)
    #expect(try back.converting(money("0.90 CHF")) == money("22,500 SLL"))
  }

  @Test func `two redenominated currencies convert by the newest of both`() throws {
    let rates = try tables(
      rate("SLL 13100 per USD", from: "2022-06-01"), rate("SLE 20 per USD", from: "2024-01-01"),
      rate("STD 22000 per USD", from: "2017-12-01"), rate("STN 25 per USD", from: "2023-12-01"))
    let way = try conversion("SLL", "STD", on: "2024-01-31", by: rates)
    #expect(
      way.rates.map(\.description) == [
        "SLL 20000 per USD, by SLE 20 per USD", "STD 25000 per USD, by STN 25 per USD",
      ])
    #expect(try way.converting(money("20,000 SLL")) == money("25,000 STD"))
  }

  @Test func `where neither has a rate it is an error, and so is another table's`() throws {
    let rates = try tables(rate("SLE 22.5 per USD", from: "2024-01-01", in: "ECB"))
    for code in ["SLL", "SLE"] {
      let refusal = MoneyError.missingRate(
        from: try currency(code), to: try currency("USD"), table: table("UNORE"),
        on: day("2024-01-31"))
      #expect(throws: refusal) { try conversion(code, "USD", on: "2024-01-31", by: rates) }
    }
  }

  @Test func `a rate whose digits do not fit the other denomination is not restated`() throws {
    let fitting = try tables(rate("SLL 0.000000000000001 per USD", from: "2022-07-01"))
    #expect(
      try conversion("SLE", "USD", on: "2022-07-01", by: fitting).rates.first?.units.description
        == "0.000000000000000001")
    let (small, large) = (
      try tables(rate("SLL 0.0000000000000001 per USD", from: "2022-07-01")),
      try tables(rate("SLE 9223372036854775807 per USD", from: "2022-07-01"))
    )
    #expect(throws: MoneyError.self) { try conversion("SLE", "USD", on: "2022-07-01", by: small) }
    #expect(throws: MoneyError.self) { try conversion("SLL", "USD", on: "2022-07-01", by: large) }
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `money is worth the same in both, and a changeover at the same rate changes nothing`(
    seed: UInt64
  ) throws {
    var random = Seeded(seed)
    let change = try #require(Redenomination.all.randomElement(using: &random))
    // A whole number of new units, so that both have the rate exactly.
    let units = Int64.random(in: 1...100_000, using: &random) * Int64(change.factor)
    let last = change.start.adding(days: Int.random(in: -400...0, using: &random))
    let next = change.start.adding(days: Int.random(in: 1...400, using: &random))
    let rates = try tables(
      rate("\(change.old.code) \(units) per USD", from: "\(last)"),
      rate("\(change.new.code) \(units / Int64(change.factor)) per USD", from: "\(next)"))
    let amount = Int64.random(in: 1...1_000_000_000, using: &random)
    let new = Money(minorUnits: amount * unit(of: change.new), of: change.new)
    let old = Money(
      minorUnits: amount * Int64(change.factor) * unit(of: change.old), of: change.old)
    var worth: Set<Money> = []
    for date in [last, change.start, next.adding(days: -1), next, next.adding(days: 1)] {
      for money in [old, new] where date >= last {
        let way = try conversion(money.currency.code, "USD", on: date, by: rates)
        #expect(way.rates.allSatisfy { $0.effective <= date })
        worth.insert(try way.converting(money))
      }
    }
    #expect(worth.count == 1)
  }

  /// How many minor units one of a currency is.
  private func unit(of currency: Currency) -> Int64 {
    (0..<currency.minorDigits).reduce(1) { unit, _ in unit * 10 }
  }
}
