extension FaultCode {
  /// The words of what is wrong with closing months, with revaluing them, and with facts of closed ones.
  var englishOfClosing: Wording {
    switch self {
    case .periodClosed:
      Wording(
        "{1} lies in a closed month (closed through {2})",
        "say 'posted: {3}' (--late), or reopen the month")
    case .dayClosed:
      Wording(
        "{1} lies in a closed month (closed through {2})",
        "it is of that day alone: reopen the month first ('bursar reopen')")
    case .monthClosed:
      Wording("{1} is closed already", "close a later month, or reopen this one")
    case .monthOpen:
      Wording("{1} is not closed", "only the latest closed month is reopened")
    case .monthUnclosed:
      Wording(
        "{1} is not closed", "'bursar close {1}' closes it; until then name a day or an instant")
    case .monthNotLatest:
      Wording("{1} is not the latest closed month", "reopen {2} first")
    case .monthOrder:
      Wording(
        "closing {1} closes {2} with it, open until now",
        "each is revalued at its own end; to close them one by one begin with {3}")
    case .monthNotOver:
      Wording("{1} is not over", "close it on {2} or later")
    case .monthUnrevalued:
      Wording(
        "{1} is closed and was not revalued: at the rates of its end the worth of {2} differs by {3}",
        "a text says '{4} revaluation all' before the close; a store is reopened, and revalued by "
          + "'bursar close'")
    case .revaluationDate:
      Wording("{1} is not the end of a month", "date it {2}")
    case .revaluationEarly:
      Wording(
        "{1} is closed, and changed after it was revalued: at the rates of its end the worth of {2} "
          + "differs by {3}",
        "a text gives '{4} revaluation all' an 'entered:' after what it is to take; a store is "
          + "reopened, and revalued by 'bursar close'")
    default: preconditionFailure("\(rawValue) has its words elsewhere")
    }
  }
}
