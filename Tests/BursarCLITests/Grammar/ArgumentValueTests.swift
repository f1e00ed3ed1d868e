import Diagnostics
import Monetary
import Testing

@testable import BursarCLI

@Suite struct ArgumentValueTests {
  private func expectation<Value: ArgumentValue>(_ type: Value.Type, _ argument: String) -> String?
  {
    do {
      _ = try Value(argument: argument)
      return nil
    } catch {
      return error.text
    }
  }

  @Test func `values of every kind are spelled as they are read`() throws {
    #expect(try Int(argument: "-12").argument == "-12")
    #expect(try String(argument: " a b ").argument == " a b ")
    #expect(try ReportOptions.Basis(argument: "signed").argument == "signed")
    #expect(try CalendarDate(argument: "2017-11-28").argument == "2017-11-28")
    #expect(try Currency(argument: "KWD").argument == "KWD")
    #expect(try Money(argument: "-1,250.5 USD").argument == "-1,250.50 USD")
    #expect(try RateTableName(argument: "UNORE").argument == "UNORE")
    #expect(try KnownBy(argument: "2017-11").argument == "2017-11")
    #expect(try KnownBy(argument: "2017-11-05T17:00:00Z").argument == "2017-11-05T17:00:00Z")
  }

  @Test(arguments: [
    ("2017-02-30", true), ("2017-13-01", true), ("0000-01-01", true), ("228 November", false),
    ("2017-1-1", false), ("2017-02-3O", false), ("", false),
  ])
  func `a word in the form of a date is a fault of its own where no calendar has the day`(
    text: String, isDated: Bool
  ) {
    let fault = isDated ? Fault(.dateImpossible, text) : nil
    func refusal<Value: ArgumentValue>(_ type: Value.Type) -> Expected? {
      do {
        _ = try Value(argument: text)
        return nil
      } catch {
        return error
      }
    }
    #expect(
      refusal(CalendarDate.self) == Expected("a date as YYYY-MM-DD, as in 2017-11-28", but: fault))
    #expect(refusal(KnownBy.self)?.fault == fault)
    #expect((refusal(StatedDate.self) == nil) == isDated)
  }

  @Test(arguments: [
    ("1,250.00", "an amount with its currency, as in 1,250.00 USD"),
    ("NaN USD", "an amount with its currency, as in 1,250.00 USD"),
    ("3 million", "the whole number and a currency code, as in 76,000,000 USD"),
    ("1,00.00 USD", "full groups of three digits, as in 1,250,000.00 USD, or none"),
    ("1.001 USD", "at most 2 decimals, as many as USD has"),
    ("1.5 XOF", "whole XOF, without decimals"),
    ("5.00 XXZ", "the code of an ISO 4217 currency in use, as in USD"),
    ("99999999999999999999 USD", "an amount of at most 9.2 × 10¹⁸ minor units"),
  ])
  func `what is wrong with an amount says what would be right`(text: String, expected: String) {
    #expect(expectation(Money.self, text) == expected)
  }

  @Test func `other refusals name what is expected`() {
    #expect(expectation(Int.self, "1.5") == "a whole number, as in 12")
    #expect(
      expectation(Currency.self, "usd") == "the code of an ISO 4217 currency in use, as in USD")
    #expect(
      expectation(RateTableName.self, "U N") == "letters, digits, '.', '_' or '-', as in UNORE")
    #expect(expectation(DonorAdd.Kind.self, "x")?.hasPrefix("one of government, ") == true)
  }

  @Test func `an enumeration proposes its words`() {
    #expect(ReportOptions.Basis.completion == .words(["recorded", "signed", "received"]))
    #expect(Money.completion == .none)
  }
}
