import Diagnostics

extension FaultCode {
  /// What of a directive must have been read for a fault of this code to stand, beside the name or the
  /// value that it is about; nil where a rule may find it for anything that was not read.
  var grounds: KeySet? {
    switch self {
    case .scopeUnknown, .scopeSituation, .scopeParent, .scopeParentDiffers, .donorUnknown,
      .donorDuplicate, .accountUndeclared, .accountDuplicate, .openingAccount, .receiptAccount,
      .entryAccount, .expenditureAccount, .expenditureSource, .refundAccount, .referenceDuplicate,
      .referenceReserved, .agreementUnknown, .pledgeUnknown, .fundUnknown, .factDuplicate,
      .factUnknown, .amendmentAgreement, .conditionUnknown, .reportUnknown,
      .reportDelivered, .conditionDuplicate, .partUnknown,
      .reversalDone, .reversalOfReversal, .reversalKind, .earmarkExclusion, .earmarkNowhere,
      .agreementDates, .useReach, .obligationUnknown, .unidentifiedUnknown:
      []
    case .scopeDuplicate: KeySet(.complete)
    case .earmarkModality: KeySet([.earmark, .part])
    case .agreementParts, .pledgeDonor: KeySet(.part).union(.arguments)
    case .agreementRecorded, .receiptBeforeSigning, .usePeriod: .date
    case .postedBeforeDate, .periodClosed: KeySet([.posted, .recorded, .entered]).union(.date)
    case .entryUnbalanced: KeySet([.debit, .credit]).union(.date)
    case .receiptExceeds: KeySet([.part, .overpayment]).union(.arguments)
    case .receiptArrival, .receiptCharge: KeySet([.bank, .charge]).union(.arguments)
    case .matchCurrency: KeySet(.bank)
    case .writeOffExceeds, .refundExceeds: KeySet(.part).union(.arguments)
    default: nil
    }
  }
}
