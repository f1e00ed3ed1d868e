import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Testing

@testable import TestSupport

/// How errors of the lower floors are told.
@Suite struct FaultErrorTests {
  @Test func `each error of the monetary floor has its code and values`() throws {
    let (usd, chf) = (try Currency(code: "USD"), try Currency(code: "CHF"))
    let errors: [(MoneyError, Fault)] = [
      (
        .amountUnit("3 million USD", word: "million"),
        Fault(.amountUnit, "3 million USD", "million")
      ),
      (.amountSyntax("x"), Fault(.amountSyntax, "x")),
      (.unknownCurrency("XXX"), Fault(.currencyUnknown, "XXX")),
      (.amountSign("-1"), Fault(.amountSign, "-1")),
      (.amountGrouping("1,0"), Fault(.amountGrouping, "1,0")),
      (.amountDecimals("0.001", usd), Fault(.amountDecimals, "0.001", "USD", "2")),
      (.overflow("much"), Fault(.amountOverflow, "much")),
      (.sumOverflow("too much"), Fault(.sumOverflow, "too much")),
      (.mixedCurrencies(usd, chf), Fault(.currencyMismatch, "CHF", "USD")),
      (.rateSyntax("0"), Fault(.rateSyntax, "0")),
      (
        .missingRate(from: chf, to: usd, table: table("UNORE"), on: day("2017-10-31")),
        Fault(.rateMissing, "CHF", "USD", "UNORE", "2017-10-31", "CHF", "USD")
      ),
      (
        .missingRate(from: usd, to: chf, table: table("UNORE"), on: day("2017-10-31")),
        Fault(.rateMissing, "USD", "CHF", "UNORE", "2017-10-31", "CHF", "USD")
      ),
      (
        .missingRate(from: usd, to: chf, table: table("ECB"), on: day("2017-10-31")),
        Fault(.rateMissing, "USD", "CHF", "ECB", "2017-10-31", "USD", "CHF")
      ),
    ]
    for (error, fault) in errors { #expect(Fault(error) == fault) }
  }

  @Test func `each error of the bookkeeping floor has its code and values`() throws {
    let (usd, chf) = (try Currency(code: "USD"), try Currency(code: "CHF"))
    let cent = try money("0.01 USD")
    let errors: [(EntryError, Fault)] = [
      (.amountNotPositive(.bank, cent), Fault(.amountSign, "0.01 USD")),
      (.bookNegative(.bank, cent), Fault(.amountSign, "0.01 USD")),
      (
        .bookDiffers(.bank, amount: cent, book: try money("0.02 USD")),
        Fault(.entryWorth, "0.01 USD", "0.02 USD")
      ),
      (.tooFewPostings(1), Fault(.entryLegs, "1")),
      (.mixedBookCurrencies(usd, chf), Fault(.currencyMismatch, "CHF", "USD")),
    ]
    for (error, fault) in errors { #expect(Fault(error) == fault) }
  }

  @Test func `an imbalance tells its fund, its size and whether it is one of worth`() throws {
    let most = Money(minorUnits: .max, of: try Currency(code: "USD"))
    let legs = try [AccountCode.exchange, .exchange].map {
      try Posting(.debit, $0, fund: fund("A1"), most, book: most)
    }
    let fault = Fault(EntryError.unbalanced(JournalEntry.imbalances(of: legs)))
    #expect(
      fault.values == [
        "the debits of fund A1 are \(most) more than its credits; "
          + "what fund A1 has in net-asset:exchange is worth \(most), not nothing"
      ])
  }
}
