import Bookkeeping
import Monetary
import Testing

@Suite struct JournalEntryTests {
  private func entry(_ postings: Posting...) throws -> JournalEntry {
    try JournalEntry(date: day("2017-11-02"), occasion: .entered, postings: postings)
  }

  private func imbalance(
    _ kind: Imbalance.Kind, _ code: String, in name: String = "general", _ difference: Int128
  ) throws -> [Imbalance] {
    // An imbalance is only made by an entry that is out; taken from the static check it is the same.
    [
      try #require(
        JournalEntry.imbalances(of: try postings(out: kind, code, name, difference)).first {
          $0.kind == kind
        })
    ]
  }

  private func postings(
    out kind: Imbalance.Kind, _ code: String, _ name: String, _ difference: Int128
  ) throws -> [Posting] {
    let amount = Money(
      minorUnits: Int64(difference.magnitude), of: try Currency(code: code))
    let book = try Money(minorUnits: amount.minorUnits, of: Currency(code: "USD"))
    let side: Side = difference > 0 ? .debit : .credit
    let name = fund(name)
    return [
      try Posting(
        side, kind == .exchange ? .exchange : .bank, fund: name,
        kind == .currency ? amount : book, book: book)
    ]
  }

  @Test func `an entry has two legs or more`() throws {
    #expect(throws: EntryError.tooFewPostings(0)) { try entry() }
    #expect(throws: EntryError.tooFewPostings(1)) {
      try entry(posting(.debit, "asset:bank", "1 USD"))
    }
    let two = try entry(
      posting(.debit, "asset:bank", "1 USD"), posting(.credit, "net-asset:opening", "1 USD"))
    #expect(two.postings.count == 2)
  }

  @Test func `a cent too much on either side is named with its size`() throws {
    #expect(
      throws: EntryError.unbalanced(
        try imbalance(.currency, "USD", 1) + imbalance(.book, "USD", 1))
    ) {
      try entry(
        posting(.debit, "asset:bank", "1.01 USD"), posting(.credit, "net-asset:opening", "1 USD"))
    }
    #expect(
      throws: EntryError.unbalanced(
        try imbalance(.currency, "USD", -1) + imbalance(.book, "USD", -1))
    ) {
      try entry(
        posting(.debit, "asset:bank", "1 USD"), posting(.credit, "net-asset:opening", "1.01 USD"))
    }
  }

  @Test func `worth that balances does not excuse currencies that do not`() throws {
    #expect(
      throws: EntryError.unbalanced(
        try imbalance(.currency, "CHF", 10_000) + imbalance(.currency, "EUR", -9_000))
    ) {
      try entry(
        posting(.debit, "asset:bank", "100 CHF", book: "100 USD"),
        posting(.credit, "asset:bank", "90 EUR", book: "100 USD"))
    }
  }

  @Test func `currencies that balance do not excuse worth that does not`() throws {
    #expect(throws: EntryError.unbalanced(try imbalance(.book, "USD", 2))) {
      try entry(
        posting(.debit, "asset:bank", "100 CHF", book: "100.02 USD"),
        posting(.credit, "asset:receivable", "100 CHF", book: "100 USD"))
    }
  }

  @Test func `a balance across funds is none`() throws {
    #expect(
      throws: EntryError.unbalanced(
        try imbalance(.currency, "USD", in: "C1", 100) + imbalance(.book, "USD", in: "C1", 100)
          + imbalance(.currency, "USD", -100) + imbalance(.book, "USD", -100))
    ) {
      try entry(
        posting(.debit, "asset:bank", "1 USD", in: "C1"),
        posting(.credit, "net-asset:opening", "1 USD"))
    }
  }

  @Test func `the exchange account keeps nothing of an entry in the book currency`() throws {
    #expect(throws: EntryError.unbalanced(try imbalance(.exchange, "USD", -100))) {
      try entry(
        posting(.debit, "asset:bank", "1 USD"), posting(.credit, "net-asset:exchange", "1 USD"))
    }
    let through = try entry(
      posting(.debit, "asset:bank", "1 CHF", book: "1.02 USD"),
      posting(.credit, "net-asset:exchange", "1 CHF", book: "1.02 USD"),
      posting(.debit, "net-asset:exchange", "1 USD"),
      posting(.debit, "net-asset:exchange", "0.02 USD"),
      posting(.credit, "asset:bank", "1 USD"),
      posting(.credit, "revenue:exchange", "0.02 USD"))
    #expect(through.postings.count == 6)
  }

  @Test func `every fund and currency that is out is named, not only the first`() throws {
    let out = JournalEntry.imbalances(of: [
      try posting(.debit, "asset:bank", "1 CHF", book: "1 USD", in: "C1"),
      try posting(.credit, "asset:bank", "2 EUR", book: "1 USD", in: "C2"),
      try posting(.debit, "asset:bank", "3 USD"), try posting(.credit, "asset:bank", "3 USD"),
    ])
    #expect(
      out.map { "\($0.kind) \($0.fund) \($0.currency) \($0.difference)" } == [
        "currency C1 CHF 100", "book C1 USD 100", "currency C2 EUR -200", "book C2 USD -100",
      ])
  }

  @Test func `one entry states worth in one currency`() throws {
    #expect(
      throws: EntryError.mixedBookCurrencies(
        try Currency(code: "USD"), try Currency(code: "EUR"))
    ) {
      try entry(
        posting(.debit, "asset:bank", "1 CHF", book: "1 USD"),
        posting(.credit, "asset:bank", "1 CHF", book: "1 EUR"))
    }
  }

  @Test func `sums beyond 64 bits are still compared exactly`() throws {
    let most = Money(minorUnits: .max, of: try Currency(code: "USD"))
    let legs = try [Side.debit, .debit, .credit, .credit].map {
      try Posting($0, .bank, fund: .general, most, book: most)
    }
    #expect(JournalEntry.imbalances(of: legs).isEmpty)
    let out = JournalEntry.imbalances(of: Array(legs.dropLast()))
    #expect(out.map(\.difference) == [Int128(Int64.max), Int128(Int64.max)])
  }

  @Test func `a reversal is the same legs on the other sides, on its own day`() throws {
    let given = try entry(
      posting(.debit, "asset:bank", "1 USD"), posting(.credit, "net-asset:opening", "1 USD"))
    let back = given.reversed(on: day("2017-12-01"))
    #expect(back.date == day("2017-12-01"))
    #expect(back.occasion == .reversed)
    #expect(back.postings == given.postings.map(\.reversed))
    #expect(JournalEntry.imbalances(of: given.postings + back.postings).isEmpty)
    #expect(Set(given.postings.map(\.account)) == Set(back.postings.map(\.account)))
  }
}
