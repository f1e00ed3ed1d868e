import Bookkeeping
import Funding
import Monetary
import Reporting
import Testing

@testable import Tabulation
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

  /// The line above the postings of each entry.
  private func headlines(_ ledger: SampleLedger) throws -> [String] {
    let grid = try #require(try listing(ledger).document().grid("entries"))
    return grid.rows.filter { $0.role == .heading }.compactMap(\.cells.first?.inline)
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

  @Test func `an entry is said in a few words, and apart from the others of its fact`() throws {
    var ledger = try SampleLedger()
    try ledger.post("2017-03-02", try pledging("P1", "10 USD"))
    try ledger.post(
      "2017-11-02",
      try signing("A2", "100 CHF", "earmarked mali") {
        $0.pledge = reference("P1")
        $0.support = SupportRate(percent: try ExactDecimal(parsing: "7"), base: .onDirect)
      })
    try ledger.post("2017-11-03", try arriving("U1", "50 CHF"))
    try ledger.post("2017-11-04", try matching("U1", "A2", "50 CHF"), id: "M1")
    try ledger.post("2017-11-05", try obliging("A2", "mali", "20 USD"), id: "O1")
    try ledger.post(
      "2017-11-06",
      try spending("A2", "mali", "20 USD") {
        ($0.purpose, $0.obligation) = ("Radios", name("O1"))
      }, id: "X1")
    try ledger.post("2017-11-12", try amending("A2/1", "+10 CHF"))
    try ledger.post("2017-12-31", .revaluation, id: "V1")
    #expect(
      try headlines(ledger) == [
        "2017-03-02  pledge P1 (F1)",
        "2017-11-02  agreement A2 signed (F2)",
        "2017-11-02  agreement A2 added to signed (F2)",
        "2017-11-02  agreement A2 recorded (F2)",
        "2017-11-02  agreement A2 taking up its pledge (F2)",
        "2017-11-03  unidentified receipt U1 (F3, general fund)",
        "2017-11-04  match of U1 with A2 (M1, general fund)",
        "2017-11-04  match of U1 with A2, received (M1)",
        "2017-11-05  obligation under A2 (O1)",
        "2017-11-06  Radios (X1, fund A2)",
        "2017-11-06  Radios, support cost (X1)",
        "2017-11-06  Radios, off the obligation (X1)",
        "2017-11-12  amendment A2/1 signed (F7)",
        "2017-11-12  amendment A2/1 added to signed (F7)",
        "2017-11-12  amendment A2/1 recorded (F7)",
        "2017-12-31  asset:bank revalued (V1, fund A2)",
        "2017-12-31  asset:receivable revalued (V1, fund A2)",
        "2018-01-01  asset:bank revaluation taken back (V1, fund A2)",
        "2018-01-01  asset:receivable revaluation taken back (V1, fund A2)",
      ])
  }

  @Test func `goods, what is given up and what is owed back are said by their agreement`() throws {
    var ledger = try ledger()
    try ledger.post("2017-11-07", try delivering("A1", "9 USD"), id: "K1")
    try ledger.post("2017-11-08", try using("A1", "mali", "9 USD"), id: "K2")
    try ledger.post("2017-11-09", try writingOff("A1", "20 USD"), id: "W1")
    try ledger.post(
      "2017-11-10", try refunding("A1", "10 USD", paid: [("2017-11-11", "10 USD", "asset:bank")]),
      id: "G1")
    #expect(
      try headlines(ledger).suffix(9) == [
        "2017-11-07  goods for A1 delivered (K1)",
        "2017-11-08  goods of A1 used (K2)",
        "2017-11-09  write-off of A1 (W1)",
        "2017-11-09  write-off of A1 taken off signed (W1)",
        "2017-11-09  write-off of A1 taken off recorded (W1)",
        "2017-11-10  refund of A1 due (G1)",
        "2017-11-10  refund of A1 taken off signed (G1)",
        "2017-11-10  refund of A1 taken off recorded (G1)",
        "2017-11-11  refund of A1 paid (G1)",
      ])
  }

  @Test func `a fact that gives up what is deferred, and one that moves money, say so`() throws {
    var ledger = try SampleLedger()
    try ledger.post(
      "2017-12-01",
      try signing("A1", "100 USD", "earmarked mali") {
        $0.parts = [try part(2017, "60 USD"), try part(2018, "40 USD")]
        $0.deferral = .deferred
        $0.conditions = [Condition("Audit", amount: try money("10 USD"))]
      })
    try ledger.post("2017-12-02", try fulfilling("A1", "Audit"), id: "C1")
    try ledger.post("2017-12-03", try writingOff("A1", "20 USD"), id: "W1")
    try ledger.post("2017-12-04", try amending("A1/1") { $0.earmark = earmark("earmarked chad") })
    #expect(
      try headlines(ledger) == [
        "2017-12-01  agreement A1 signed (F1)",
        "2017-12-01  agreement A1 added to signed (F1)",
        "2017-12-01  agreement A1 recorded (F1)",
        "2017-12-02  condition of A1 met (C1)",
        "2017-12-03  write-off of A1 (W1)",
        "2017-12-03  write-off of A1 taken off signed (W1)",
        "2017-12-03  write-off of A1 taken off recorded (W1)",
        "2017-12-04  amendment A1/1 taken off signed (F4)",
        "2017-12-04  amendment A1/1 taken off recorded (F4)",
        "2017-12-04  amendment A1/1 added to signed (F4)",
        "2017-12-04  amendment A1/1 recorded (F4)",
        "2018-01-01  agreement A1 released to revenue (F1)",
        "2018-01-01  condition of A1 met (C1)",
        "2018-01-01  write-off of A1 taken off the release (W1)",
      ])
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

  @Test func `what was posted late says so, with its own day`() throws {
    var ledger = try ledger()
    try ledger.post(
      "2017-02-27", try spending("A1", "mali", "5 USD"), id: "X1", posted: "2017-03-01")
    let listing = listing(ledger)
    let late = listing.items.filter(\.isLate)
    #expect(late.map(\.id) == [name("X1")])
    #expect(late.map(\.ownDay) == [day("2017-02-27")])
    let heads = try #require(try listing.document().grid("entries")).texts.map { $0[0] }
    #expect(
      heads.contains("2017-03-01  expenditure on mali (X1, fund A1, late, of 2017-02-27)"))
    let movements = self.listing(ledger) { $0.account = AccountFamily("asset:bank") }
    let words = try #require(try movements.document().grid("movements")).texts.map { $0[1] }
    #expect(words.contains("expenditure on mali (X1, late, of 2017-02-27)"))
    let postings = try #require(listing.records.grid("postings"))
    let days = postings.texts.filter { $0[3] == "X1" }.map { Array($0.prefix(3)) }
    #expect(Set(days) == [["2017-03-01", "2017-02-27", "late"]])
    let others = postings.texts.filter { $0[3] != "X1" }
    #expect(others.allSatisfy { $0[0] == $0[1] && $0[2].isEmpty })
  }

  @Test func `months closed and opened again stand among the entries, last of their day`() throws {
    let ledger = try ledger()
    let closings = [
      JournalListing.Closing(
        id: name("C1"), fact: Fact(day("2017-03-01"), .close(month("2017-02")))),
      JournalListing.Closing(
        id: name("C2"),
        fact: Fact(
          day("2017-03-02"), .reopen(Reopening(month("2017-02"), reason: "an invoice more")))),
      JournalListing.Closing(id: name("R1"), fact: ledger.posted[1].fact),
    ]
    #expect(closings.last == .some(nil))
    let listing = JournalListing(
      ledger.items, closings: closings.compactMap(\.self), filter: JournalListing.Filter(),
      currency: ledger.book.head.currency, openingBook: nil, stamp: stamp)
    let grid = try #require(try listing.document().grid("entries"))
    let heads = grid.rows.filter { $0.role == .heading }.map(\.cells[0])
    #expect(
      heads.suffix(2) == [
        .text("2017-03-01  close 2017-02 (C1)"),
        .text("2017-03-02  reopen 2017-02: an invoice more (C2)"),
      ])
    let rows = try #require(listing.records.grid("closings")).texts
    #expect(
      rows.map { Array($0[0..<5]) } == [
        ["2017-03-01", "C1", "close", "2017-02", ""],
        ["2017-03-02", "C2", "reopen", "2017-02", "an invoice more"],
      ])
  }
}
