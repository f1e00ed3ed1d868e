import Monetary

/// Makes values of literals that tests know to be right.
func currency(_ code: String) throws -> Currency { try Currency(code: code) }

func money(_ text: String) throws -> Money { try Money(parsing: text) }

func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else {
    preconditionFailure("a test's date is wrong: \(text)")
  }
  return date
}

func table(_ name: String) -> RateTableName {
  guard let table = RateTableName(name) else {
    preconditionFailure("a test's table is wrong: \(name)")
  }
  return table
}

/// A rate as a ledger writes it: `CHF 0.999 per USD`.
func rate(_ text: String, from date: String, in name: String = "UNORE") throws -> ExchangeRate {
  let words = text.split(separator: " ").map(String.init)
  return try ExchangeRate(
    quote: currency(words[0]), base: currency(words[3]), units: ExactDecimal(parsing: words[1]),
    effective: day(date), table: table(name))
}

func tables(_ rates: ExchangeRate...) -> RateTables {
  var tables = RateTables()
  for rate in rates { tables.add(rate) }
  return tables
}
