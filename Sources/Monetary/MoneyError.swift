/// Everything that this floor refuses, with the values it speaks of.
///
/// Where several apply, the first in the order of the cases is thrown: what is not an amount at all
/// (a unit, a syntax), then its currency, then its sign, grouping, decimals and size.
public enum MoneyError: Error, Hashable, Sendable {
  /// A word or sign stands where digits or a listed code belong: `3 million`, `US$ 300`, `76 M`.
  case amountUnit(String, word: String)
  /// It is not an amount: `.5`, `5.`, `1 000`, `1e3`, `NaN`, an empty text.
  case amountSyntax(String)
  /// The code is not in the list of currencies.
  case unknownCurrency(String)
  /// A leading `+` or `-` where the fact itself says which way the money goes.
  case amountSign(String)
  /// The commas do not make full groups of three: `1,00`, `1,0000`, `1000,000`.
  case amountGrouping(String)
  /// It has more decimals than its currency has.
  case amountDecimals(String, Currency)
  /// It is beyond ±9.2 × 10¹⁸ minor units; the text says which amount.
  case overflow(String)
  /// A sum, a difference or a conversion is beyond what can be counted; the text says of what.
  case sumOverflow(String)
  /// Two currencies meet where one is needed: the one expected, the one found.
  case mixedCurrencies(Currency, Currency)
  /// It is not a positive exact decimal of at most 18 decimals.
  case rateSyntax(String)
  /// The table has no way between the currencies on or before the day.
  case missingRate(from: Currency, to: Currency, table: RateTableName, on: CalendarDate)
}
