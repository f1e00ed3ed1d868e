extension FaultCode {
  /// The code's words in English.
  public var english: Wording {
    switch self {
    case .textEncoding:
      Wording("not valid UTF-8", "save the file as UTF-8")
    case .textControl:
      Wording(
        "a NUL, a control character, or a mark that reorders a line",
        "remove it; ledgers are plain text")
    case .textMark:
      Wording("a byte order mark amid the file", "remove it; files that were joined leave one")
    case .textLineTooLong:
      Wording("a line of more than {1} bytes, which are the most that is read", "break the line")
    case .textTruncated:
      Wording("the file ends in the middle of {1}", "the end is missing: restore it")
    case .textTooManyErrors:
      Wording("{1} more errors are not shown", "mend the first ones and run again")
    case .amountSyntax:
      Wording("'{1}' is not an amount", "write digits, a blank and a currency, as in 1,250.00 USD")
    case .amountGrouping:
      Wording("'{1}' is grouped wrongly", "write full groups of three, 1,250,000.00, or none")
    case .amountDecimals:
      Wording("'{1}' has more decimals than {2} has", "write at most {3} decimals")
    case .amountOverflow:
      Wording("'{1}' is beyond what can be counted", "amounts go to 9.2 × 10¹⁸ minor units")
    case .sumOverflow:
      Wording(
        "beyond what can be counted: {1}",
        "sums go to 4.6 × 10¹⁸ minor units: look for an amount or a rate with too many digits")
    case .amountSign:
      Wording(
        "'{1}' must be greater than zero, without a sign",
        "the fact itself says which way the money goes")
    case .amountUnit:
      Wording("'{1}' uses '{2}' for a currency", "write the whole number and an ISO 4217 code")
    case .amountList:
      Wording("a comma behind an amount", "amounts stand in no list: repeat the line for each")
    case .currencyUnknown:
      Wording("'{1}' is not an ISO 4217 currency in use", "write its three-letter code, as in USD")
    case .currencyMismatch:
      Wording("an amount in {1} where {2} is expected", "state the amount in {2}")
    case .dateSyntax:
      Wording("'{1}' is not a date", "write YYYY-MM-DD, as in 2017-11-28")
    case .dateImpossible:
      Wording("'{1}' is not a day of the calendar", "check the month and the day")
    case .percentSyntax:
      Wording("'{1}' is not a percentage", "write a number from 0 to below 100, as in 7 %")
    case .dateMissing:
      Wording("'{1}' has no date", "begin the line with one: YYYY-MM-DD {1} …")
    case .yearSyntax:
      Wording("'{1}' is not a budget year", "write four digits, 0001 to 9999")
    case .monthSyntax:
      Wording("'{1}' is not a month", "write YYYY-MM, as in 2017-11")
    case .periodSyntax:
      Wording(
        "'{1}' is not a period", "write its first and last day, as in 2017-01-01..2017-12-31")
    case .instantSyntax:
      Wording("'{1}' is not an instant", "write it in UTC, as in 2017-11-28T09:30:00Z")
    case .directiveUnknown:
      Wording("'{1}' is not a directive", "directives are {2}")
    case .directiveMisspelt:
      Wording("'{1}' is not a directive", "did you mean '{2}'?")
    case .directiveSyntax:
      Wording("'{1}' does not fit here", "write: {2}")
    case .directiveIncomplete:
      Wording("the line ends too early", "write: {1}")
    case .directiveKeyUnknown:
      Wording("'{1}:' is not a key of '{2}'", "its keys are {3}")
    case .directiveKeyMisspelt:
      Wording("'{1}:' is not a key of '{2}'", "did you mean '{3}:'?")
    case .directiveKeyTwice:
      Wording("'{1}:' is given twice", "keep one of them")
    case .directiveKeyMissing:
      Wording("'{1}' lacks {2}", "add it on an indented line below")
    case .directiveValue:
      Wording("'{1}' is not a value of '{2}'", "write one of: {3}")
    case .directiveIndent:
      Wording(
        "an indented line that belongs to no directive",
        "write it below a directive, or begin it at the start of the line")
    case .directiveTab:
      Wording("a tab where blanks indent", "indent with blanks")
    case .textQuote:
      Wording("a text without its closing quote", "texts stand between double quotes on one line")
    case .textUnquoted:
      Wording("'{1}' stands without quotes", "write texts between double quotes")
    case .textEmpty: Wording("a text without a word", "write what it should say, or leave it out")
    case .textEscape:
      Wording("'{1}' stands for nothing", "write \\\\ for a backslash and \\\" for a quote")
    case .referenceSyntax:
      Wording("'{1}' is not a reference", "use letters, digits and . _ / - only")
    case .scopeSyntax:
      Wording(
        "'{1}' is not the name of a scope",
        "use small letters, digits and -, with / between the parts")
    case .scopeReserved:
      Wording("'{1}' cannot be the name of a scope", "it is a word of earmarks: take another")
    case .donorSyntax:
      Wording("'{1}' is not the code of a donor", "use small letters, digits and - only")
    case .accountSyntax:
      Wording(
        "'{1}' is not an account",
        "write its type and path, as in asset:bank:citi; types are asset, liability, net-asset, "
          + "revenue, expense, budget, memorandum")
    case .slugSyntax:
      Wording("'{1}' is not a plain word", "use small letters, digits and - only")
    case .tableSyntax:
      Wording("'{1}' is not the name of a rate table", "use letters, digits and . _ - only")
    case .countrySyntax:
      Wording("'{1}' is not a country's code", "write its two capital letters, as in ML")
    case .identifierSyntax:
      Wording("'{1}' is not an identifier", "use letters, digits and . _ / - only")
    case .documentSyntax:
      Wording(
        "'{1}' is not a SHA-256", "write 64 hexadecimal digits in small letters behind the path")
    case .ledgerMissing:
      Wording(
        "no 'ledger' directive", "begin with: ledger \"NAME\", and below it currency: and rates:")
    case .ledgerDuplicate:
      Wording("a second 'ledger' directive, \"{1}\"", "a ledger has one name and one currency")
    case .scopeUnknown:
      Wording(
        "no scope or situation '{1}'",
        "'bursar scope tree' shows those there are; a text declares: YYYY-MM-DD scope {1} \"NAME\"")
    case .scopeDuplicate:
      Wording(
        "'{1}' is declared already",
        "scopes and situations share their names: take another, or leave one out")
    case .scopeRemainder:
      Wording("'{1}' cannot be declared", "it is what a requirement leaves to no scope below")
    case .scopeSituation:
      Wording("'{1}' is a situation, not a scope", "name one of its scopes")
    case .scopeParent:
      Wording(
        "scope '{1}' lies under '{2}', which is not declared",
        "declare '{2}' too ('bursar scope add {2}')")
    case .scopeCycle:
      Wording(
        "scope '{1}' lies below itself, by its parent '{2}'",
        "name another parent for one of them ('parent:', --parent)")
    case .scopeParentDiffers:
      Wording(
        "scope '{1}' names '{2}' as its parent and is written under '{3}'",
        "leave 'parent:' (--parent) out")
    case .donorUnknown:
      Wording(
        "no donor '{1}'",
        "'bursar donor list' shows those there are; a text declares: YYYY-MM-DD donor {2} \"{3}\"")
    case .donorAmbiguous:
      Wording("several donors are called '{1}'", "say the code of the one you mean: {2}")
    case .donorDuplicate:
      Wording("donor '{1}' is declared already", "give it another code, or leave one out")
    case .donorAlias:
      Wording(
        "donors '{2}' and '{3}' both go by '{1}'",
        "leave the alias out ('alias:', --alias), or say the code of the one you mean; donors that are one are "
          + "merged: 'bursar donor merge'"
      )
    case .donorNamesake:
      Wording(
        "donors '{2}' and '{3}' are both called '{1}'",
        "tell them apart by their names; donors that are one are merged: 'bursar donor merge'")
    case .donorMerge:
      Wording(
        "'{1}' cannot be merged into '{2}'",
        "it counts as '{3}' already: leave one merge out, or reverse the other first")
    case .accountUndeclared:
      Wording(
        "account '{1}' is not declared",
        "declare it: 'bursar account add {1}'; a text says: YYYY-MM-DD account {1}")
    case .accountDuplicate:
      Wording("account '{1}' is declared already", "once is enough: leave one out")
    case .referenceDuplicate:
      Wording(
        "reference '{1}' is used already, by the '{2}' of that name",
        "a reference is of one fact alone: give this one another")
    case .referenceReserved:
      Wording("'{1}' cannot be a reference", "it is the name of a fund: take another")
    case .agreementUnknown:
      Wording("no agreement '{1}'", "mend the reference, or record the agreement too")
    case .pledgeUnknown:
      Wording("no pledge '{1}'", "mend the reference, or record the pledge too")
    case .fundUnknown:
      Wording("no fund '{1}'", "a fund is 'general' or the reference of an agreement")
    case .factDuplicate:
      Wording("identifier '{1}' is used already", "give this fact another 'id:' (--id)")
    case .factUnknown:
      Wording("nothing is called '{1}'", "'bursar journal' lists the identifiers")
    case .amendmentAgreement, .amendmentDate, .amendmentParts, .amendmentCut, .conditionDuplicate,
      .conditionExceeds, .conditionUnknown, .conditionMet, .conditionFulfilled,
      .conditionGivenUp, .amendmentName,
      .reportDate, .reportUnknown,
      .reportDelivered, .placeExceeds, .receiptExceedsPart, .writeOffExceeds,
      .writeOffExceedsPart, .refundExceeds, .refundExceedsPart, .refundAccount,
      .refundPayment,
      .unidentifiedUnknown, .matchExceeds, .matchCurrency, .matchDate, .obligationUnknown,
      .inKindExceeds, .carryOverExceeds, .agreementInstalments, .amendmentInstalments,
      .instalmentBeforeSigning, .reportBeforeSigning, .reportDuplicate, .useAfterEnd,
      .agreementBeforePledge, .agreementBeyondPledge, .obligationPaid, .obligationLine,
      .obligationDate, .amendmentSpent, .refundSettles, .overpaymentExceeds, .overpaymentPart,
      .matchOwed, .givenUpSpent,
      .amendmentNothing, .reportForm, .useUnspent, .formSyntax:
      englishOfChanges
    case .probabilitySyntax, .planMonths, .planMonthYear, .planMonthTwice, .planExists,
      .pledgeExpected, .forecastHorizon:
      englishOfPlans
    case .postedBeforeDate:
      Wording(
        "posted on {1}, before its own date {2}", "a late fact is posted later, never earlier")
    case .postedNothing:
      Wording(
        "posted on {1}, but a {2} like this posts no entry",
        "leave out 'posted:' (--late): it counts from its own date, {3}, in a closed month too")
    case .periodClosed, .dayClosed, .monthClosed, .monthOpen, .monthUnclosed, .monthNotLatest,
      .monthOrder,
      .monthNotOver, .monthUnrevalued, .revaluationDate, .revaluationEarly:
      englishOfClosing
    case .openingAccount:
      Wording(
        "'{1}' cannot be opened with a balance",
        "open assets and liabilities; what donors owe follows from agreements")
    case .requirementExists:
      Wording(
        "{1} has a requirement for {2} already",
        "say 'kind: revised' (--kind revised), or 'supplementary' for what is added")
    case .requirementNone:
      Wording(
        "on {3} {1} has no requirement for {2} to change",
        "leave 'kind:' (--kind) out of the first, or date it earlier")
    case .requirementNegative:
      Wording("on {3} the requirement of {1} for {2} would be below zero", "check the sign")
    case .requirementChildren:
      Wording(
        "on {3} what is required below {1} for {2} is {4}, and its own requirement {5}",
        "raise that of {1}, or lower those below it")
    case .requirementTier:
      Wording("'{1}' is no tier", "give a whole number from 1; lines of tier 1 are filled first")
    case .earmarkModality, .earmarkExclusion, .earmarkNowhere, .earmarkUnearmarked, .earmarkScope,
      .earmarkMissing, .limitExceeds, .limitOutside, .limitTwice, .limitUsed:
      englishOfEarmarks
    case .agreementDates:
      Wording("it ends on {1}, before it starts or is signed on {2}", "mend one of the dates")
    case .agreementRecorded:
      Wording(
        "recorded on {1}, before its date {2}",
        "leave 'recorded:' (--recorded) out, or give a later day")
    case .agreementParts:
      Wording("the parts sum to {1}, the agreement is {2}", "make them equal")
    case .agreementDonor:
      Wording(
        "agreement '{1}' is of donor '{2}', not of '{3}'", "'bursar statement {2}' states it")
    case .pledgeDonor:
      Wording("pledge '{1}' is of donor '{2}', not of '{3}'", "mend the pledge or the donor")
    case .partUnknown:
      Wording("agreement '{1}' has no part {2}", "'bursar show {1}' lists its parts")
    case .receiptBeforeSigning:
      Wording("received on {1}, before '{2}' was signed on {3}", "mend one of the dates")
    case .receiptExceeds:
      Wording(
        "{1} is more than the {2} that '{3}' has open",
        "say 'overpayment: yes' (--overpayment) if it is to be owed back")
    case .receiptArrival:
      Wording("bank and charge together are {1}, the settled amount is {2}", "make them equal")
    case .receiptCharge:
      Wording("the charge {1} is more than the {2} that arrived", "mend one of the amounts")
    case .receiptAccount:
      Wording(
        "'{1}' cannot take a receipt", "receive into an asset account, such as asset:bank")
    case .allocationReach:
      Wording("no part of '{1}' for {2} may be used at {3}", "check its earmark and its years")
    case .allocationPlace:
      Wording("the money of '{1}' lies at {2} already", "name the line it goes to")
    case .allocationExceeds:
      Wording("{1} is more than the {2} of '{3}' that may still go to {4}", "allocate less")
    case .expenditureAccount:
      Wording("'{1}' is not an expense account", "spend on one such as expense:programme")
    case .expenditureSource:
      Wording(
        "'{1}' cannot be spent from",
        "spend from a bank account or from what is owed: asset:bank, liability:payables")
    case .entryLegs:
      Wording(
        "an entry of fewer than two legs: {1}", "write debit and credit lines (--debit, --credit)")
    case .useReach:
      Wording("the money of '{1}' may not be used at {2}", "its earmark does not reach there")
    case .usePeriod:
      Wording(
        "the money of '{1}' may be spent from {2} to {3}, not on {4}",
        "charge another agreement, or record an amendment of its 'period:' (--period)")
    case .useExceeds:
      Wording(
        "{1} is more than the {2} that '{3}' has left to spend",
        "lower it, or say why an expenditure may be more: 'overspend: \"REASON\"' (--overspend)")
    case .useLimit:
      Wording(
        "{1} is more than the {2} that '{3}' still lets go to {4}",
        "its 'limit:' says how much may: 'bursar show {3}'; or record an amendment of it (--limit)")
    case .entryUnbalanced:
      Wording(
        "the entry does not balance: {1}",
        "make debits and credits equal in each fund and currency, and in what they are worth")
    case .entryWorth:
      Wording("{1} cannot be worth {2}", "in the book currency an amount is worth itself")
    case .entryAccount:
      Wording(
        "'{1}' cannot be posted to by hand",
        "it follows from requirements, pledges, agreements and receipts")
    case .reversalDone:
      Wording("'{1}' is reversed already, by '{2}'", "record it anew if it was right")
    case .reversalOfReversal:
      Wording("'{1}' is itself a reversal", "record anew what it cancelled")
    case .reversalKind:
      Wording(
        "'{1}' cannot be reversed, being of kind '{2}'",
        "a rate is revised ('revises:', --revise), an amendment amended, a month reopened, "
          + "a revaluation repeated")
    case .reversalDependants:
      Wording("'{1}' has facts that rest on it", "reverse these first: {2}")
    case .reversalEarlier:
      Wording("reversed on {1}, before '{2}' on {3}", "reverse it on that day or later")
    case .rateSyntax, .rateMissing, .rateOfItself, .rateDiffers, .rateKnown, .rateRevisesNothing,
      .rateFarOff, .rateInverted, .rateStale, .exchangeFarOff, .matchFarOff, .currencyNotYet,
      .currencyEnded,
      .ratesForm, .ratesNone, .ratesField, .ratesRowDiffers, .ratesSkipped, .ratesTooMany,
      .ratesQuestioned, .csvFields, .csvQuote, .jsonSyntax, .xmlSyntax, .xmlDoctype:
      englishOfRates
    case .textIsRead:
      Wording(
        "{1} is a text, to which bursar does not write",
        "make a store of it with 'bursar init FILE --from {1}', or paste what "
          + "'--dry-run --format bursar' prints")
    case .textIsChecked:
      Wording("{1} is a text, which has no hash chain", "'bursar -f {1} check' checks its rules")
    case .textIsCopied:
      Wording(
        "{1} is a text, and a backup copies a store",
        "copy it as any file, or make a store of it with 'bursar init FILE --from {1}'")
    case .storeIsRead:
      Wording(
        "{1} is a store, where a text is read", "'bursar -f FILE export' makes a text of a store")
    case .headSyntax:
      Wording("'{1}' is not a head", "copy it from a report: a number, a colon, 64 digits")
    case .assertFailed:
      Wording(
        "{1} is asserted to be {2}; the ledger gives {3}",
        "'bursar summary' and 'bursar journal' show why; what was asserted in error is taken back: 'bursar reverse'"
      )
    case .fileMissing:
      Wording(
        "{1}: no such file", "check the name and the folder; 'bursar init' makes a new ledger")
    case .fileExists: Wording("{1}: there already", "nothing is overwritten: name another file")
    case .fileDirectory: Wording("{1}: a directory", "name a file")
    case .fileKind: Wording("{1}: not a file that can hold a store", "name a file")
    case .filePermission: Wording("{1}: permission denied", "ask its owner for access")
    case .fileReadOnly: Wording("{1}: can only be read", "make it writable, or copy it")
    case .fileEmpty:
      Wording(
        "{1}: empty",
        "remove it, or name another file: 'bursar init' makes a ledger where there is none")
    case .fileFailed: Wording("{1}: reading or writing failed (system error {2})", "check the disk")
    case .diskFull:
      Wording("{1}: the disk is full", "nothing was changed: make room and try again")
    case .documentMissing:
      Wording("{1}: no such document", "nothing was recorded: check its name and its folder")
    case .folderMissing:
      Wording("'{1}' cannot be made: its folder is not there", "make the folder, or name another")
    case .outputLedger, .outputLoses, .outputFull, .outputFailed, .storeUnknown, .storeForeign,
      .storeNewer, .storeOlder, .storeLocked, .storeCorrupt, .storeFailed, .storeCurrency,
      .storeParent, .storeRefused, .memoryOut:
      englishOfFiles
    case .factDamaged:
      Wording(
        "fact {1} of the store cannot be read by rule", "'bursar verify' says how it was damaged")
    case .unsoundMissing, .unsoundUnreadable, .unsoundAltered, .unsoundUnchained, .unsoundUnderived,
      .unsoundScope, .unsoundHead, .unsoundBalance, .unsoundPosition, .unsoundSchema,
      .unsoundReference, .unsoundPages:
      englishOfVerification
    case .gapNegative, .gapWindow, .gapOverflow, .gapDuplicate, .gapScope, .gapContribution,
      .gapCycle, .gapLimits, .gapOverspent, .gapRate, .gapSyntax, .gapUnknown,
      .gapAmbiguous, .gapAgainst, .gapPledge, .gapAbsent:
      englishOfGap
    case .textNotCanonical:
      Wording("{1} is not in canonical form", "'bursar fmt --write {1}' makes it so")
    case .referenceUnknown, .referenceNotYet, .referenceNotKnown, .tableUnknown, .accountUnknown:
      englishOfShowing
    }
  }
}
