extension FaultCode {
  /// The words of what is wrong with a problem of the gap.
  var englishOfGap: Wording {
    switch self {
    case .gapNegative: Wording("'{1}' has a negative amount", "give an amount from zero on")
    case .gapWindow: Wording("'{1}' ends before it starts", "mend one of the dates")
    case .gapOverflow: Wording("the {1} sum to more than 64 bits", "count in greater units")
    case .gapDuplicate: Wording("'{1}' is there twice", "give each its own identifier")
    case .gapScope:
      Wording("'{2}' names '{1}', which is neither a node nor a line", "mend the name, or add it")
    case .gapContribution:
      Wording("something is posted of '{1}', which does not count", "mend the name or the status")
    case .gapCycle: Wording("'{1}' lies below itself", "mend a parent")
    case .gapLimits:
      Wording(
        "limits of '{1}' overlap, and neither is within the other",
        "make their scopes nested or disjoint")
    case .gapOverspent: Wording("more is posted of '{1}' than it is", "mend one of the amounts")
    case .gapRate:
      Wording("'{1}' is in {2}, and there is no rate into {3}", "convert it, or give a rate")
    case .gapUnknown:
      Wording(
        "no budget line or contribution of this gap is called '{1}'",
        "'bursar gap --lines' lists the lines, 'bursar grid' both")
    case .gapAmbiguous: Wording("'{1}' is more than one: {2}", "name one of them in full")
    case .gapAgainst:
      Wording("{1} is after {2}, for which the plan is made", "name the day of an earlier plan")
    case .gapPledge:
      Wording(
        "'{1}' is a pledge, which is no money of this gap",
        "'bursar gap --ladder' shows what counting pledges comes to, 'bursar show {1}' what it promises"
      )
    case .gapAbsent:
      Wording(
        "no money of '{1}' takes part in this gap: it has {2}",
        "ask for the scope, the '--year' or the '--as-of' of its money; '--with-flexible' takes what lies above"
      )
    case .gapSyntax:
      Wording("'{1}' is {2}, and {3} is wanted", "see 'bursar gap --help' for what a problem has")
    default: preconditionFailure("\(rawValue) has its words elsewhere")
    }
  }
}
