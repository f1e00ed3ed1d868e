import Diagnostics

// What the rules of the ledger find wrong, they find wrong with a fact, and know of no text. What
// each of their faults is about is said here, once.
extension FaultCode {
  /// What a fault of this code may be about, the first choice first; none where that is the directive
  /// as a whole, or its date.
  var subjects: [FaultSubject] {
    switch self {
    case .scopeUnknown, .scopeSituation, .scopeDuplicate, .scopeRemainder, .scopeParent,
      .scopeParentDiffers, .scopeCycle:
      subjectsOfScopes
    case .donorUnknown, .donorDuplicate, .donorAlias, .donorNamesake, .donorMerge,
      .accountUndeclared, .accountUnknown,
      .accountDuplicate,
      .openingAccount, .receiptAccount, .entryAccount, .expenditureAccount, .expenditureSource,
      .referenceDuplicate, .referenceReserved, .agreementUnknown, .pledgeUnknown, .pledgeDonor,
      .agreementBeforePledge, .agreementBeyondPledge,
      .fundUnknown, .factDuplicate, .factUnknown:
      subjectsOfNames
    case .reversalDone, .reversalOfReversal, .reversalKind, .reversalDependants:
      [.head(.identifier)]
    case .postedBeforeDate, .postedNothing, .periodClosed, .dayClosed: [.below(.posted)]
    case .monthClosed, .monthOpen, .monthNotLatest, .monthNotOver: [.head(.month)]
    case .earmarkModality: [.below(.modality)]
    case .earmarkExclusion: [.named(.exclusion).alone]
    case .earmarkNowhere: [.any(.exclusion).alone]
    case .earmarkUnearmarked:
      [.named(.category).alone, .named(.scope, .exclusion, as: 1, on: [.earmark, .part]).alone]
    case .earmarkScope: [.named(.category).alone]
    case .earmarkMissing: [.head(.reference)]
    case .limitExceeds, .limitUsed: [.named(.scope, as: 1, on: [.limit])]
    case .limitOutside: [.named(.scope, on: [.limit])]
    case .limitTwice: [.named(.scope, on: [.limit]).last]
    case .planMonths: [.below(.month), .head(.amount)]
    case .planMonthYear, .planMonthTwice: [.named(.month, on: [.month])]
    case .planExists: [.head(.scope)]
    case .pledgeExpected: [.below(.expected)]
    case .agreementDates: [.below(.ends)]
    case .agreementRecorded: [.below(.recorded)]
    case .agreementParts, .partUnknown: [.below(.part)]
    case .agreementInstalments, .instalmentBeforeSigning: [.below(.instalment)]
    case .amendmentInstalments: [.below(.instalment), .below(.amount)]
    case .amendmentSpent: [.below(.amount)]
    case .reportBeforeSigning, .reportDuplicate, .reportForm: [.below(.report)]
    case .allocationReach, .allocationPlace, .useReach, .obligationLine: [.head(.scope)]
    case .amendmentAgreement, .amendmentParts, .amendmentCut, .conditionDuplicate,
      .conditionExceeds, .conditionUnknown, .conditionMet, .conditionFulfilled,
      .conditionGivenUp, .amendmentName,
      .reportUnknown, .reportDelivered,
      .placeExceeds, .writeOffExceeds, .writeOffExceedsPart, .refundExceeds, .refundExceedsPart,
      .refundAccount, .refundPayment,
      .refundSettles, .overpaymentExceeds, .overpaymentPart, .givenUpSpent, .amendmentNothing:
      subjectsOfChanges
    default: subjectsOfMoney
    }
  }

  private var subjectsOfChanges: [FaultSubject] {
    switch self {
    case .amendmentParts: [.below(.part), .head(.reference)]
    // Of several parts one may be cut too far, and another be raised.
    case .amendmentCut: [.any(.amount, on: [.part]).alone, .below(.amount)]
    case .conditionDuplicate, .conditionExceeds: [.below(.condition)]
    case .conditionMet: [.head(.amount), .head(.reference)]
    case .placeExceeds: [.head(.amount), .below(.earmark), .below(.amount)]
    case .writeOffExceeds, .writeOffExceedsPart, .refundExceeds, .refundExceedsPart,
      .overpaymentExceeds, .givenUpSpent:
      [.head(.amount)]
    case .overpaymentPart: [.below(.part)]
    case .refundAccount: [.named(.account)]
    case .refundPayment, .refundSettles: [.below(.paid)]
    default: [.head(.reference)]
    }
  }

  private var subjectsOfScopes: [FaultSubject] {
    switch self {
    case .scopeUnknown: [.named(.scope, .exclusion)]
    // An earmark may name a situation.
    case .scopeSituation: [.named(.scope, on: [nil, .from, .limit, .scopes])]
    case .scopeParent, .scopeCycle: [.named(.scope, as: 1, on: [.parent]), .head(.newScope)]
    case .scopeParentDiffers: [.below(.parent)]
    default: [.head(.newScope)]
    }
  }

  private var subjectsOfNames: [FaultSubject] {
    switch self {
    case .donorUnknown: [.named(.donor)]
    case .donorDuplicate, .donorMerge: [.head(.donor)]
    case .donorAlias, .donorNamesake: [.named(.text, .donor, on: [nil, .alias])]
    case .accountUndeclared, .receiptAccount, .entryAccount: [.named(.account)]
    case .accountDuplicate, .openingAccount: [.head(.account)]
    case .expenditureAccount: [.below(.account)]
    case .expenditureSource: [.below(.from)]
    case .pledgeUnknown, .pledgeDonor, .agreementBeforePledge, .agreementBeyondPledge:
      [.below(.pledge)]
    case .fundUnknown: [.named(.reference)]
    case .factDuplicate: [.below(.id)]
    case .factUnknown: [.head(.identifier)]
    default: [.head(.reference)]
    }
  }

  private var subjectsOfMoney: [FaultSubject] {
    switch self {
    case .rateMissing: [.named(.currency)]
    case .rateDiffers, .rateKnown, .rateFarOff, .rateInverted: [.head(.rate)]
    case .rateOfItself: [.head(.currency)]
    case .rateRevisesNothing: [.below(.revises)]
    case .currencyNotYet, .currencyEnded: [.named(.currency)]
    case .rateStale: [.any(.currency)]
    // A part, a limit or an instalment in the agreement's own currency is right.
    case .currencyMismatch:
      [
        .named(.currency, on: [.part, .limit, .instalment, .month]),
        .named(.currency, on: [nil, .charge]).alone, .named(.currency, on: [.paid]),
      ]
    case .sumOverflow: [.any(.amount, on: [nil, .bank, .charge]).alone]
    case .requirementExists, .requirementNone: [.below(.kind), .head(.scope)]
    case .requirementTier: [.below(.tags)]
    case .requirementNegative, .requirementChildren, .receiptExceeds, .receiptExceedsPart,
      .matchOwed,
      .allocationExceeds,
      .useExceeds, .useUnspent, .useLimit, .assertFailed:
      [.head(.amount)]
    case .obligationUnknown, .obligationPaid: [.below(.obligation)]
    case .unidentifiedUnknown: [.head(.reference)]
    case .matchExceeds, .exchangeFarOff, .matchFarOff:
      [.below(.bank), .below(.paid), .head(.amount)]
    case .useAfterEnd: [.head(.reference)]
    case .inKindExceeds, .carryOverExceeds: [.head(.amount)]
    case .receiptArrival, .matchCurrency: [.below(.bank)]
    case .receiptCharge: [.below(.charge)]
    default: []
    }
  }
}
