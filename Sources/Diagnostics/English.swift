extension FaultCode {
  /// The code's words in English.
  public var english: Wording {
    switch self {
    case .textEncoding:
      Wording("not valid UTF-8", "save the file as UTF-8")
    case .textControl:
      Wording("a NUL or control character", "remove it; ledgers are plain text")
    case .textLineTooLong:
      Wording("a line of {1} bytes; at most {2} are read", "break the line")
    case .textTruncated:
      Wording("the file ends in the middle of {1}", "the end is missing: restore it")
    case .textTooManyErrors:
      Wording("{1} more errors are not shown", "mend the first ones and run again")
    case .amountSyntax:
      Wording("'{1}' is not an amount", "write digits, a blank and a currency, as in 1,250.00 USD")
    case .amountGrouping:
      Wording("'{1}' is grouped wrongly", "write full groups of three, 1,250,000.00, or none")
    case .amountDecimals:
      Wording("'{1}' has more decimals than {2} has", "{2} has {3}")
    case .amountOverflow:
      Wording("'{1}' is beyond what can be counted", "amounts go to 9.2 × 10¹⁸ minor units")
    case .amountSign:
      Wording("'{1}' must be greater than zero", "the fact itself says which way the money goes")
    case .amountUnit:
      Wording("'{1}' uses '{2}' for a currency", "write the whole number and an ISO 4217 code")
    case .currencyUnknown:
      Wording("'{1}' is not an ISO 4217 currency in use", "write its three-letter code, as in USD")
    case .currencyMismatch:
      Wording("{1} where {2} is expected", "state the amount in {2}")
    case .dateSyntax:
      Wording("'{1}' is not a date", "write YYYY-MM-DD, as in 2017-11-28")
    case .dateImpossible:
      Wording("'{1}' is not a day of the calendar", "check the month and the day")
    case .rateSyntax:
      Wording("'{1}' is not a rate", "write a positive decimal number, as in 0.999")
    case .rateMissing:
      Wording(
        "no rate from {1} to {2} in table {3} on or before {4}",
        "add one: {4} rate {1} … per {2}, with 'table: {3}'")
    }
  }
}
