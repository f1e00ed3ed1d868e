extension FaultCode {
  /// The words of why there is nothing to show of a reference.
  var englishOfShowing: Wording {
    switch self {
    case .referenceUnknown:
      Wording("no agreement, pledge or entry '{1}'", "'bursar journal' lists what there is")
    case .referenceNotYet:
      Wording(
        "'{1}' is not there on {2}",
        "it is there from {3} on: '--as-of {3}' or a later day shows it")
    case .referenceNotKnown:
      Wording(
        "'{1}' was not known at {2}",
        "it was entered at {3}: '--known {3}' or a later instant shows it")
    case .tableUnknown:
      Wording("no rate in a table '{1}'", "'bursar rates list' shows the tables that have some")
    case .accountUnknown:
      Wording("no account '{1}' was declared or posted to", "'bursar balance' lists what there is")
    default: preconditionFailure("\(rawValue) has its words elsewhere")
    }
  }
}
