extension FaultCode {
  /// The words of what is wrong with rates, and with the files that they come in.
  var englishOfRates: Wording {
    switch self {
    case .rateSyntax:
      Wording("'{1}' is not a rate", "write a positive decimal number, as in 0.999")
    case .rateMissing:
      Wording(
        "no rate from {1} to {2} in table {3} on or before {4}",
        "'bursar record rate' records one; a text says: {4} rate {5} … per {6}, with 'table: {3}'")
    case .rateOfItself:
      Wording("a rate of {1} in itself", "name two currencies, as in CHF 0.999 per USD")
    case .currencyNotYet:
      Wording("{1} began on {2}", "until then it was {3}, {4} for one {1}: write {3}")
    case .currencyEnded:
      Wording("{1} ended on {2}", "since then it is {3}, one for {4} {1}: check which is meant")
    case .rateDiffers:
      Wording(
        "the table has another rate of {1} per {2} on {3}: {4}",
        "if this one corrects it, say 'revises: \"REASON\"' (--revise); else give it another day or "
          + "table, or leave it out")
    case .rateKnown:
      Wording("table {3} has that rate of {1} per {2} on {4} already", "leave it out")
    case .rateRevisesNothing:
      Wording("table {3} has no rate of {1} per {2} on {4} to revise", "leave 'revises:' out")
    case .rateFarOff:
      Wording(
        "{1} is ten times or more off the nearest one: {2} of {3}",
        "check it; if it is right, say 'confirmed: yes' (--confirm-rate)")
    case .rateInverted:
      Wording(
        "{1} looks inverted: the nearest one is {2} of {3}, and one divided by it would fit",
        "write how many {4} buy one {5}; if it is right, say 'confirmed: yes' (--confirm-rate)")
    case .rateStale:
      Wording(
        "{1} of table {2} was {4} days old on {5}; it is of {3}",
        "the table is kept to {6} days: 'bursar rates import' brings newer rates")
    case .exchangeFarOff:
      Wording(
        "{1} for {2} is more than a tenth off: by {3} it would be {4} on {5}",
        "check both amounts; a receipt that is right says 'confirmed: yes' (--confirm-rate), and 'settles' "
          + "says what of a refund a payment settles")
    case .matchFarOff:
      Wording(
        "{1} for {2} is more than a tenth off: by {3} it would be {4} on {5}",
        "'bank:' (--bank) says how much of the money is used; if both amounts are right, say "
          + "'confirmed: yes' (--confirm-rate)")
    case .ratesForm:
      Wording(
        "'{1}' begins no table of rates",
        "the UN Treasury's XML, the ECB's XML and CSV, and CSV headed 'currency,date,units_per_USD' "
          + "are read, with commas between fields and points in numbers")
    case .ratesNone: Wording("{1}: no rate in it", "check that the whole file was fetched")
    case .ratesField: Wording("a rate without '{1}'", "fetch the file again, or mend the line")
    case .ratesRowDiffers:
      Wording("{1} on {2} is {3} here and {4} on line {5}", "keep the right one")
    case .ratesSkipped:
      Wording(
        "'{1}' is no currency of ISO 4217 that is counted in: {2} skipped",
        "nothing can be converted from or to it")
    case .ratesTooMany: Wording("more than {1} rates in one file", "split it by years")
    case .ratesQuestioned:
      Wording(
        "{1} in the rates to look at", "import what is missing; revise or confirm what is wrong")
    case .csvFields:
      Wording(
        "{2} fields where the header has {1}",
        "give the line as many as the header: commas part fields, and numbers have points")
    case .csvQuote: Wording("a field without its closing quote", "close it on the same line")
    case .xmlSyntax: Wording("not well-formed XML: {1}", "fetch the file again")
    case .jsonSyntax:
      Wording("not well-formed JSON at byte {1}: {2}", "mend it there, or write the file again")
    case .xmlDoctype:
      Wording("a document type", "remove it: neither it nor an entity is ever read")
    default: preconditionFailure("\(rawValue) has its words elsewhere")
    }
  }
}
