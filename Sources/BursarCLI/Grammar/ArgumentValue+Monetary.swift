import Diagnostics
import Funding
import Monetary

extension CalendarDate: ArgumentValue {
  init(argument: String) throws(Expected) {
    guard let date = CalendarDate(argument) else {
      throw CalendarDate.isForm(of: argument) ? .day(argument) : .date
    }
    self = date
  }
  var argument: String { description }
}

extension Expected {
  /// Some day.
  static let date = Expected("a date as YYYY-MM-DD, as in 2017-11-28")

  /// A day that the calendar has, other than `text`.
  static func day(_ text: String) -> Expected {
    Expected(date.text, but: Fault(.dateImpossible, text))
  }
}

extension Currency: ArgumentValue {
  init(argument: String) throws(Expected) {
    do {
      self = try Currency(code: argument)
    } catch {
      throw error.expected
    }
  }
  var argument: String { code }
}

extension Money: ArgumentValue {
  init(argument: String) throws(Expected) {
    do {
      self = try Money(parsing: argument)
    } catch {
      throw error.expected
    }
  }
  var argument: String { description }
}

extension RateTableName: ArgumentValue {
  init(argument: String) throws(Expected) {
    guard let name = RateTableName(argument) else {
      throw Expected("letters, digits, '.', '_' or '-', as in UNORE")
    }
    self = name
  }
  var argument: String { text }
}

extension MoneyError {
  /// What would have been right.
  fileprivate var expected: Expected {
    switch self {
    case .unknownCurrency(let code):
      Expected(
        "the code of an ISO 4217 currency in use, as in USD",
        nearest: Fault(unknownCurrency: code).nearest)
    case .amountUnit: Expected("the whole number and a currency code, as in 76,000,000 USD")
    case .amountGrouping: Expected("full groups of three digits, as in 1,250,000.00 USD, or none")
    case .amountDecimals(_, let currency) where currency.minorDigits == 0:
      Expected("whole \(currency), without decimals")
    case .amountDecimals(_, let currency):
      Expected("at most \(currency.minorDigits) decimals, as many as \(currency) has")
    case .overflow: Expected("an amount of at most 9.2 × 10¹⁸ minor units")
    default: Expected("an amount with its currency, as in 1,250.00 USD")
    }
  }
}
