extension FaultCode {
  /// The words of what is wrong with what is to come: spending plans, promises, forecasts.
  var englishOfPlans: Wording {
    switch self {
    case .probabilitySyntax:
      Wording("'{1}' is not a probability", "write a number from 0 to 100, as in 60 %")
    case .planMonths:
      Wording(
        "the months sum to {1}, the plan is {2}",
        "make them equal, or leave the months out: it is spread evenly over the year then")
    case .planMonthYear:
      Wording("{1} is no month of {2}", "each budget year has a plan of its own")
    case .planMonthTwice: Wording("{1} is planned twice", "state each month once")
    case .planExists:
      Wording(
        "{1} has a spending plan for {2} from {3} on already",
        "date the new one later, or reverse the first")
    case .pledgeExpected:
      Wording("expected on {1}, before it was promised on {2}", "mend one of the dates")
    case .forecastHorizon:
      Wording(
        "the forecast would end with {1}, before it begins on {2}",
        "look further ahead: '--to MONTH', '--months N' or '--year YEAR'")
    default: preconditionFailure("'\(rawValue)' is no fault of a plan")
    }
  }
}
