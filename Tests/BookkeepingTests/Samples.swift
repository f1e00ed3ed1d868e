import Bookkeeping
import Monetary

// Values of literals that tests know to be right.

func money(_ text: String) throws -> Money { try Money(parsing: text) }

func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("a test's date: \(text)") }
  return date
}

func account(_ text: String) -> AccountCode {
  guard let code = AccountCode(text) else { preconditionFailure("a test's account: \(text)") }
  return code
}

func fund(_ text: String) -> FundCode {
  guard let code = FundCode(text) else { preconditionFailure("a test's fund: \(text)") }
  return code
}

func month(_ text: String) -> AccountingMonth {
  guard let month = AccountingMonth(text) else { preconditionFailure("a test's month: \(text)") }
  return month
}

/// A posting as `debit asset:bank 10.00 USD`, with its worth in dollars where that is another.
func posting(
  _ side: Side, _ name: String, _ amount: String, book: String? = nil, in code: String = "general"
) throws -> Posting {
  try Posting(side, account(name), fund: fund(code), money(amount), book: money(book ?? amount))
}
