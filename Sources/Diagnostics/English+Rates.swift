extension FaultCode {
  /// The words of what is wrong with rates, and with the files that they come in.
  var englishOfRates: Wording {
    switch self {
    case .rateSyntax:
      Wording("'{1}' is not a rate", "write a positive decimal number, as in 0.999")
    case .rateMissing:
      Wording(
        "no rate from {1} to {2} in table {3} on or before {4}",
        "'bursar record rate' records one; a text says: {4} rate {1} … per {2}, with 'table: {3}'")
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
    case .rateRevisesNothing:
      Wording("table {3} has no rate of {1} per {2} on {4} to revise", "leave 'revises:' out")
    case .rateFarOff:
      Wording(
        "{1} is ten times or more off the one before: {2} since {3}",
        "check it; if it is right, say 'confirmed: yes' (--confirm-rate)")
    case .rateInverted:
      Wording(
        "{1} looks inverted: the one before is {2} since {3}, and one divided by it would fit",
        "write how many {4} buy one {5}; if it is right, say 'confirmed: yes' (--confirm-rate)")
    case .rateStale:
      Wording(
        "{1} of table {2} was {4} days old on {5}; it is of {3}",
        "the table is kept to {6} days: 'bursar rates import' brings newer rates")
    default: preconditionFailure("\(rawValue) has its words elsewhere")
    }
  }
}
