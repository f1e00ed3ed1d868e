/// Every fault that Bursar can name: stable, documented, the same in every language.
///
/// The raw value is what a user searches for and what a script may rely on; a code is never renamed
/// and never reused. Each has its words in the catalogue and is reproduced by a test.
public enum FaultCode: String, CaseIterable, Hashable, Sendable {
  // Reading text
  case textEncoding = "text-encoding"
  case textControl = "text-control"
  case textLineTooLong = "text-line-too-long"
  case textTruncated = "text-truncated"
  case textTooManyErrors = "text-too-many-errors"

  // Money and dates
  case amountSyntax = "amount-syntax"
  case amountGrouping = "amount-grouping"
  case amountDecimals = "amount-decimals"
  case amountOverflow = "amount-overflow"
  case amountSign = "amount-sign"
  case amountUnit = "amount-unit"
  case currencyUnknown = "currency-unknown"
  case currencyMismatch = "currency-mismatch"
  case dateSyntax = "date-syntax"
  case dateImpossible = "date-impossible"
  case rateSyntax = "rate-syntax"
  case rateMissing = "rate-missing"
}
