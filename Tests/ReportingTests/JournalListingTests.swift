import Bookkeeping
import Funding
import Monetary
import Reporting
import Tabulation
import Testing

@testable import TestSupport

@Suite struct JournalListingTests {
  private func ledger() throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-02-14", try signing("A1", "250 USD", "earmarked mali"))
    try ledger.post("2017-03-01", try receiving("A1", "100 USD"), id: "R1")
    try ledger.post("2017-02-20", try receiving("A1", "30 USD"), id: "R2")
    return ledger
  }

  private func listing(
    _ ledger: SampleLedger, omitting omitted: Int = 0, openingBook: Int128? = nil,
    changing change: (inout JournalListing.Filter) -> Void = { _ in }
  ) -> JournalListing {
    var filter = JournalListing.Filter()
    change(&filter)
    return JournalListing(
      ledger.items.filter { filter.admits($0.entry) }, omitting: omitted, filter: filter,
      currency: ledger.book.head.currency, openingBook: openingBook, stamp: stamp)
  }

  @Test func `entries stand by day, those of one day as they apply`() throws {
    let days = listing(try ledger()).items.map(\.entry.date.description)
    #expect(days == days.sorted())
    #expect(listing(try ledger()).items.last?.id == name("R1"))
  }

  @Test(arguments: [
    ("2017-02-20", "2017-02-20", 1), ("2017-02-21", "2017-02-28", 0),
    ("2017-02-14", "2017-02-19", 3),
  ])
  func `both days of a filter are asked for`(first: String, last: String, count: Int) throws {
    let listing = listing(try ledger()) { ($0.from, $0.to) = (day(first), day(last)) }
    #expect(listing.items.count == count)
  }

  @Test func `an account's movements run from what it held before`() throws {
    let listing = listing(try ledger(), openingBook: 5_000) {
      ($0.account, $0.from) = (AccountFamily("asset:receivable"), day("2017-02-15"))
    }
    #expect(listing.movements.map(\.runningBook) == [5_000 - 3_000, 5_000 - 13_000])
    let rows = try #require(try listing.document().grid("movements")).texts
    #expect(rows.map { $0[4] } == ["USD 50.00", "USD 20.00", "USD -80.00"])
    #expect(rows[1][3] == "USD 30.00" && rows[1][2].isEmpty)
  }

  @Test func `without an account there are no movements, but entries leg by leg`() throws {
    let listing = listing(try ledger())
    #expect(listing.movements.isEmpty)
    let grid = try #require(try listing.document().grid("entries"))
    let legs = listing.items.flatMap(\.entry.postings).count
    #expect(grid.rows.filter { $0.level == 1 }.count == legs)
    #expect(grid.rows.filter { $0.role == .heading }.count == listing.items.count)
    // Every amount is in the book currency: no column says it twice.
    #expect(!grid.columns.contains { $0.id == "book" })
    #expect(listing.records.grid("postings")?.rows.count == legs)
  }

  @Test func `a foreign amount stands beside what it is worth`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-02", try signing("A2", "400,000 CHF", "earmarked mali"))
    let grid = try #require(try listing(ledger).document().grid("entries"))
    #expect(grid.columns.contains { $0.id == "book" })
    #expect(
      grid.texts.contains(["asset:receivable", "CHF 400,000.00", "", "USD 400,400.40"]))
  }

  @Test(arguments: [(1, "1 entry moves"), (2, "2 entries move")])
  func `what is left out is counted`(omitted: Int, words: String) throws {
    let notes = try listing(try ledger(), omitting: omitted).document().notes
    #expect(notes.items.count == 1 && notes.items[0].hasPrefix(words))
    #expect(try listing(try ledger()).document().notes.items.isEmpty)
  }

  @Test func `a listing of nothing says so`() throws {
    #expect(try listing(try SampleLedger()).document().blocks == [.paragraph("No entry.")])
  }

  @Test func `a running balance beyond what can be counted is refused`() throws {
    let listing = listing(try ledger(), openingBook: Int128(Int64.max)) {
      $0.account = AccountFamily("asset:receivable")
    }
    #expect(throws: MoneyError.self) { try listing.document() }
  }
}
