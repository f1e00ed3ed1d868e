public import Monetary

/// How a statement's figures are shown in another currency than that of the books.
public enum StatementTranslation: Hashable, Sendable {
  /// By the table's rate of the last day.
  case rate(Conversion, on: CalendarDate)
  /// By what so much of the agreement's currency came to in the book currency, on average.
  case average(Money, for: Money, of: Source)

  /// What an average is of.
  public enum Source: String, CaseIterable, Hashable, Sendable {
    /// What was received.
    case receipts
    /// What was agreed, where nothing was received yet.
    case agreement
  }

  /// The currency the figures are shown in.
  public var currency: Currency {
    switch self {
    case .rate(let conversion, _): conversion.to
    case .average(let amount, _, _): amount.currency
    }
  }

  /// An amount of the book currency, rounded once, half to even.
  /// - Throws: `.sumOverflow`.
  func translating(_ book: Money) throws(MoneyError) -> Money {
    switch self {
    case .rate(let conversion, _): try conversion.converting(book)
    case .average(let amount, let whole, _):
      try Money(
        sum: Rounding.halfEven.quotient(
          Int128(book.minorUnits) * Int128(amount.minorUnits), by: Int128(whole.minorUnits)),
        of: amount.currency)
    }
  }

  /// What is said of rates that were old on the last day.
  var warnings: [String] {
    guard case .rate(let conversion, let date) = self else { return [] }
    return conversion.rates.compactMap { RateUse(of: $0, on: date).warning }
  }

  /// How it was done, in words.
  var words: String {
    switch self {
    case .rate(let conversion, let date):
      "\(conversion.to): "
        + (conversion.redenomination.map { "by redenomination, \($0)" }
          ?? "at the rate of \(date), " + conversion.rates.words)
    case .average(let amount, let book, .receipts):
      "\(amount.currency): at the average of all receipts so far, \(amount) for \(book)"
    case .average(let amount, let book, .agreement):
      "\(amount.currency): at what was agreed, \(amount) for \(book), since nothing was received yet"
    }
  }
}

extension [ExchangeRate] {
  /// Each with its day and table, in words.
  var words: String {
    map { "\($0) since \($0.effective), table \($0.table)" }.joined(separator: "; ")
  }
}
