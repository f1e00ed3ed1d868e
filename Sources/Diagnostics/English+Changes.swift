extension FaultCode {
  /// The words of what is wrong with changes of agreements: amendments, conditions, obligations, what is given up.
  var englishOfChanges: Wording {
    switch self {
    case .amendmentAgreement:
      Wording(
        "'{1}' belongs to no agreement", "call it by the agreement's reference, a slash and more")
    case .amendmentName:
      Wording(
        "'{1}' is the agreement itself", "call what changes it '{1}/1', or by the next free number")
    case .agreementInstalments:
      Wording("the instalments sum to {1}, the agreement is {2}", "make them equal")
    case .amendmentInstalments:
      Wording(
        "the instalments of '{1}' sum to {2}, as amended it is {3}",
        "state each that was not received in full, with its day: 'instalment: DATE AMOUNT' (--instalment)"
      )
    case .instalmentBeforeSigning:
      Wording(
        "an instalment is due on {1}, before '{2}' was signed on {3}", "check which date is meant")
    case .reportBeforeSigning:
      Wording(
        "a report is due on {1}, before '{2}' was signed on {3}", "check which date is meant")
    case .agreementBeforePledge:
      Wording(
        "'{2}' was signed on {1}, before its pledge '{3}' was made on {4}",
        "check both dates, and that it takes up '{3}': 'pledge:' (--pledge)")
    case .agreementBeyondPledge:
      Wording(
        "'{1}' is {2} more than was left of its pledge '{3}' of {4}",
        "check the amounts; what was promised beside it is a pledge of its own")
    case .reportDuplicate:
      Wording(
        "report '{1}' is owed twice", "leave one out: a report has a day and a form of its own")
    case .useAfterEnd:
      Wording(
        "spent on {1}, after '{2}' ended on {3}",
        "check the date; an amendment moves the end: 'ends: DATE' (--ends)")
    case .givenUpSpent:
      Wording(
        "'{1}' is {2} short of what was spent of it and is owed to partners",
        "reverse what no money comes for, and charge it to another fund")
    case .amendmentSpent:
      Wording(
        "'{1}' would be {2} short of what was spent of it and is owed to partners",
        "cut less, or reverse first what is charged to another fund instead")
    case .obligationLine:
      Wording("obligation '{1}' is of {2}, not of {3}", "pay it out on its own budget line")
    case .obligationDate:
      Wording("{1} is before obligation '{2}' was made, on {3}", "mend one of the dates")
    case .obligationPaid:
      Wording("nothing was left of obligation '{1}'", "check that it is not paid a second time")
    case .unidentifiedUnknown:
      Wording(
        "no money came in as '{1}' that nobody could name",
        "record it first: 'unidentified' (bursar record unidentified)")
    case .matchExceeds:
      Wording("{1} is more than the {2} that are left of '{3}'", "settle no more with it")
    case .matchCurrency:
      Wording(
        "{1} is not in {2}, in which '{3}' came in", "say in {2} how much of '{3}' is used")
    case .matchDate:
      Wording("{1} is before '{2}' came in, on {3}", "mend the date")
    case .inKindExceeds:
      Wording(
        "{1} is more than the goods of {2} that '{3}' has in store",
        "record what was delivered first")
    case .carryOverExceeds:
      Wording(
        "{1} is more than the {2} of '{3}' at {4} that can be taken into {5}",
        "take no more than lies there of years before, or allocate it there first")
    case .obligationUnknown:
      Wording(
        "'{2}' has no obligation '{1}'",
        "give the identifier of one that was not reversed ('bursar show {2}')")
    case .amendmentNothing:
      Wording(
        "amendment '{1}' changes nothing",
        "say what is other than it is agreed by now: 'amount:', 'part:', 'ends:', 'earmark:', 'period:', "
          + "'limit:', 'instalment:', 'report:' or 'support:'"
      )
    case .reportForm:
      Wording(
        "'{1}' is not a form of report that donors ask for",
        "write one of these where it is meant: {2}")
    case .useUnspent:
      Wording(
        "{1} is more than the {2} that '{3}' has left to spend",
        "lower it, or raise '{3}' by an amendment: only an expenditure may be more")
    case .amendmentDate:
      Wording("{1} is before '{2}' was signed, on {3}", "mend the date")
    case .amendmentParts:
      Wording(
        "'{1}' does not say what each part gains or loses",
        "give 'part: YEAR AMOUNT' lines that sum to its amount, with the earmark or 'by DONOR' where a year has several"
      )
    case .amendmentCut:
      Wording(
        "{1} is more than the {2} that '{3}' has open",
        "cut no more than is open: what goes back of what was received is taken off by its refund, without an "
          + "amendment")
    case .conditionDuplicate:
      Wording("condition '{1}' is stated twice", "give each condition a name of its own")
    case .conditionExceeds:
      Wording(
        "the conditions of '{1}' for {2} are more than the part they bind",
        "lower them, or name another part: 'on part YEAR'")
    case .conditionUnknown:
      Wording("'{1}' has no condition '{2}'", "write it as the agreement does")
    case .conditionMet:
      Wording(
        "{1} is more than the {2} that still wait for '{3}'",
        "leave the amount out where all of it is met")
    case .conditionFulfilled:
      Wording(
        "all of '{2}' of '{1}' is met already", "leave it out, or reverse first what met it")
    case .conditionGivenUp:
      Wording(
        "nothing waits for '{2}' of '{1}': {3} of it were given up, the last on {4}",
        "leave it out, or reverse first what gave it up ('bursar show {1}')")
    case .reportDate:
      Wording(
        "{1} is before '{2}' was signed, on {3}: it owed no report yet",
        "write the day on which the report went to the donor")
    case .reportUnknown:
      Wording(
        "'{1}' owes no report '{2}'",
        "write the day it is due and its form as the agreement does ('bursar show {1}')")
    case .reportDelivered:
      Wording(
        "report '{2}' of '{1}' is delivered already, by {3}",
        "leave it out, or reverse the first ('bursar reverse {3}')")
    case .placeExceeds:
      Wording(
        "{1} is more than the {2} of '{3}' that lie unallocated at {4}",
        "move money back first, by an allocation to {4} with 'from:' (--from) and its 'year:' (--year), "
          + "or reverse what was carried over")
    case .writeOffExceeds:
      Wording("{1} is more than the {2} that '{3}' has open", "lower it, or name another part")
    case .receiptExceedsPart:
      Wording(
        "{1} is more than the {2} that '{3}' has open of its part {4}",
        "lower it, leave the part out, or say 'overpayment: yes' (--overpayment) if it is to be owed back"
      )
    case .writeOffExceedsPart:
      Wording(
        "{1} is more than the {2} that '{3}' has open of its part {4}",
        "lower it, or name another part, or none")
    case .refundExceedsPart:
      Wording(
        "{1} is more than the {2} of part {4} of '{3}' that were received and not refunded",
        "lower it, or name another part, or none")
    case .refundExceeds:
      Wording(
        "{1} is more than the {2} of '{3}' that were received and not refunded",
        "lower it, or name another part")
    case .refundAccount:
      Wording("a refund cannot be paid from {1}", "name a bank account, as in asset:bank")
    case .refundPayment:
      Wording(
        "a payment of {1} does not fit the refund of '{2}'",
        "pay on its date or later, and no more than is owed")
    case .refundSettles:
      Wording(
        "a payment of {1} does not say how much of the refund of '{2}' it settles",
        "write it behind the account, in {3}: 'settles AMOUNT'; the last payment may settle the rest"
      )
    case .overpaymentExceeds:
      Wording(
        "{1} is more than the {2} that were paid too much for '{3}' and not given back",
        "lower it; a refund of the agreement's own money goes without 'overpayment:' (--overpayment)"
      )
    case .overpaymentPart:
      Wording(
        "what was paid too much for '{2}' is of no part, nor of {1}",
        "leave 'part:' (--part) out, or 'overpayment:' (--overpayment)")
    case .matchOwed:
      Wording(
        "{1} is more than the {2} that '{3}' has open",
        "settle what is open, and say in 'bank:' (--bank) how much of the money that takes: the rest stays "
          + "unidentified and may settle another agreement")
    case .formSyntax:
      Wording(
        "'{1}' is not the form of a report",
        "use words of small letters, digits, - and +, as in 8+3 narrative")
    default: preconditionFailure("'\(rawValue)' is no fault of a change")
    }
  }
}
