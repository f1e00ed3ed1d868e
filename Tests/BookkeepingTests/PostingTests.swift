import Bookkeeping
import Monetary
import Testing

@Suite struct PostingTests {
  @Test func `an amount is greater than zero, the side carries the sign`() throws {
    let cent = try posting(.debit, "asset:bank", "0.01 USD")
    #expect(cent.amount.minorUnits == 1)
    for amount in ["0 USD", "-0.01 USD"] {
      #expect(throws: EntryError.amountNotPositive(.bank, try money(amount))) {
        try posting(.debit, "asset:bank", amount)
      }
    }
  }

  @Test func `what is too small for the book currency is worth nothing, never less`() throws {
    let tiny = try posting(.debit, "asset:bank", "1 XOF", book: "0 USD")
    #expect(tiny.book.isZero)
    #expect(throws: EntryError.bookNegative(.bank, try money("-0.01 USD"))) {
      try posting(.debit, "asset:bank", "1 XOF", book: "-0.01 USD")
    }
  }

  @Test func `in the book currency an amount is worth itself`() throws {
    #expect(
      throws: EntryError.bookDiffers(
        .bank, amount: try money("1 USD"), book: try money("1.01 USD"))
    ) {
      try posting(.debit, "asset:bank", "1 USD", book: "1.01 USD")
    }
  }

  @Test func `a refund is the other side, all else the same`() throws {
    let tags = Posting.Tags(
      agreement: Reference("C1"), part: 2, scope: ScopePath("mali"), year: BudgetYear(2017))
    let given = try Posting(
      .debit, .bank, fund: fund("C1"), money("5 CHF"), book: money("4.98 USD"), tags: tags)
    let taken = given.reversed
    #expect(taken.side == .credit)
    #expect(taken.reversed == given)
    #expect(taken.tags == tags)
    #expect(taken.amount == given.amount && taken.book == given.book && taken.fund == given.fund)
  }
}

@Suite struct DraftEntryTests {
  @Test func `legs of nothing are left out`() throws {
    var draft = try DraftEntry(
      date: day("2017-11-02"), occasion: .received, bookCurrency: Currency(code: "USD"))
    try draft.add(.debit, .bank, fund: .general, money("0 CHF"), book: money("0 USD"))
    #expect(draft.postings.isEmpty)
    #expect(throws: EntryError.tooFewPostings(0)) { try draft.balanced() }
  }

  @Test func `a leg states its worth in the ledger's own currency`() throws {
    let dollar = try Currency(code: "USD")
    let franc = try Currency(code: "CHF")
    var draft = DraftEntry(date: day("2017-11-02"), occasion: .received, bookCurrency: dollar)
    #expect(throws: EntryError.mixedBookCurrencies(dollar, franc)) {
      try draft.add(.debit, .bank, fund: .general, money("5 CHF"))
    }
    #expect(draft.postings.isEmpty)
  }

  @Test func `a balanced draft is an entry of its day and occasion`() throws {
    var draft = try DraftEntry(
      date: day("2017-11-02"), occasion: .opened, bookCurrency: Currency(code: "USD"))
    try draft.add(.debit, .bank, fund: .general, money("5 USD"))
    try draft.add(.credit, .opening, fund: .general, money("5 USD"))
    let entry = try draft.balanced()
    #expect(entry.date == day("2017-11-02"))
    #expect(entry.occasion == .opened)
    #expect(entry.postings == draft.postings)
  }
}
