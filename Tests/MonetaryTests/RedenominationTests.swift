import Monetary
import Testing

/// Which of two currencies counts on which day.
@Suite struct RedenominationTests {
  @Test(arguments: [
    ("BYR", "BYN", "2016-07-01", "2016-12-31"), ("MRO", "MRU", "2018-01-01", "2018-06-30"),
    ("SLL", "SLE", "2022-07-01", "2023-12-31"), ("STD", "STN", "2018-01-01", "2018-06-30"),
    ("VEF", "VES", "2018-08-20", "2018-12-05"),
  ])
  func `a new currency counts from its first day, the old one until its last`(
    old: String, new: String, start: String, end: String
  ) throws {
    let change = try #require(Redenomination.all.first { $0.old.code == old })
    #expect(change.new.code == new)
    #expect(try currency(new).standing(on: day(start).adding(days: -1)) == .notYet(change))
    #expect(try currency(new).standing(on: day(start)) == nil)
    #expect(try currency(old).standing(on: day(end)) == nil)
    #expect(try currency(old).standing(on: day(end).adding(days: 1)) == .ended(change))
  }

  @Test func `no currency that was never redenominated has anything wrong with it`() {
    let changed = Set(Redenomination.all.flatMap { [$0.old, $0.new] })
    #expect(changed.count == 10)
    for currency in Currency.all where !changed.contains(currency) {
      #expect(currency.standing(on: .earliest) == nil)
      #expect(currency.standing(on: .latest) == nil)
    }
  }
}
