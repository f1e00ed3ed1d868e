import Bookkeeping
import Funding
import Monetary
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct BalanceTests {
  /// Days before, between, on and after those of the sample, month ends and beginnings among them.
  static let days = [
    "2016-10-31", "2016-11-01", "2016-11-30", "2016-12-31", "2017-01-01", "2017-02-14",
    "2017-06-30", "2017-12-31", "2018-03-15", "2019-01-01",
  ].map(SampleLedger.day)

  @Test(arguments: UInt64(1)...6)
  func `balances are the sum of the postings, on every day and as of any knowledge`(
    seed: UInt64
  ) throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: seed)
    let first = try sample.facts(40)
    let second = try sample.facts(20)
    var store = try Store.sample(directory.file(), first)
    try store.write(SampleLedger.batch) { transaction in
      for fact in second { try transaction.append(fact) }
    }
    let facts = first + second
    let instants = [nil, facts[10].header.entered, facts[55].header.entered]
    for (day, byFund, known) in Self.cases(instants) {
      let expected = Self.fold(facts, asOf: day, known: known, byFund: byFund)
      let found = try store.read { snapshot in
        try snapshot.balances(asOf: day, known: known, byFund: byFund)
      }
      #expect(Set(found) == expected, "as of \(day), known \(String(describing: known))")
      #expect(found.count == expected.count)
    }
  }

  @Test func `balances within a transaction count what it appended`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 9)
    let facts = try sample.facts(30)
    let last = try #require(Self.days.last)
    var store = try Store.sample(directory.file())
    try store.write(SampleLedger.batch) { transaction in
      for fact in facts.prefix(15) { try transaction.append(fact) }
      let half = Self.fold(Array(facts.prefix(15)), asOf: last, known: nil, byFund: false)
      #expect(Set(try transaction.snapshot.balances(asOf: last)) == half)
      for fact in facts.dropFirst(15) { try transaction.append(fact) }
    }
    let found = try store.read { snapshot in try snapshot.balances(asOf: last) }
    #expect(Set(found) == Self.fold(facts, asOf: last, known: nil, byFund: false))
  }

  private static func cases(
    _ instants: [Instant?]
  ) -> [(CalendarDate, Bool, Instant?)] {
    days.flatMap { day in
      [true, false].flatMap { byFund in instants.map { (day, byFund, $0) } }
    }
  }

  /// The balances as anyone would add them up.
  private static func fold(
    _ facts: [AppendedFact], asOf day: CalendarDate, known: Instant?, byFund: Bool
  ) -> Set<BalanceRow> {
    struct Key: Hashable {
      let account: AccountCode
      let fund: FundCode?
      let month: AccountingMonth
      let currency: Currency
    }
    var sums: [Key: [Int64]] = [:]
    for fact in facts where known.map({ fact.header.entered <= $0 }) ?? true {
      for entry in fact.entries where entry.date <= day {
        for posting in entry.postings {
          let key = Key(
            account: posting.account, fund: byFund ? posting.fund : nil,
            month: AccountingMonth(of: entry.date), currency: posting.amount.currency)
          let offset = posting.side == .debit ? 0 : 1
          sums[key, default: [0, 0, 0, 0]][offset] += posting.amount.minorUnits
          sums[key, default: [0, 0, 0, 0]][offset + 2] += posting.book.minorUnits
        }
      }
    }
    return Set(
      sums.map { key, sum in
        BalanceRow(
          account: key.account, fund: key.fund, month: key.month, currency: key.currency,
          debits: sum[0], credits: sum[1], bookDebits: sum[2], bookCredits: sum[3])
      })
  }
}
