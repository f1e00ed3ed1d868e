import Diagnostics

extension FaultCode {
  /// What of a directive must have been read for a fault of this code to stand, beside the name or the
  /// value that it is about; nil where a rule may find it for anything that was not read.
  var grounds: KeySet? {
    switch self {
    case .scopeUnknown, .scopeSituation, .scopeParent, .scopeParentDiffers, .scopeCycle,
      .donorUnknown,
      .donorDuplicate, .accountUndeclared, .accountDuplicate, .openingAccount, .receiptAccount,
      .entryAccount, .expenditureAccount, .expenditureSource, .refundAccount, .referenceDuplicate,
      .referenceReserved, .agreementUnknown, .pledgeUnknown, .fundUnknown, .factDuplicate,
      .factUnknown, .amendmentAgreement, .amendmentName, .obligationLine, .conditionDuplicate,
      .reversalDone, .reversalOfReversal, .reversalKind, .earmarkExclusion, .earmarkNowhere,
      .useReach, .obligationUnknown, .unidentifiedUnknown:
      []
    // They speak of a text or of a day, for which nothing stands that could be told apart.
    case .conditionUnknown, .reportDelivered, .conditionFulfilled, .conditionGivenUp: .names
    // An amendment may have given the agreement other reports by then.
    case .reportUnknown: KeySet.names.union(.date)
    case .reportDuplicate: KeySet(.report)
    case .partUnknown: KeySet([.part, .condition])
    case .scopeDuplicate: KeySet(.complete)
    case .earmarkModality, .earmarkUnearmarked: KeySet([.earmark, .part])
    case .earmarkScope: KeySet([.earmark, .part, .require])
    case .limitExceeds: KeySet([.limit, .amount]).union(.arguments)
    case .limitOutside: KeySet([.limit, .earmark, .part])
    case .limitTwice, .limitUsed: KeySet(.limit)
    case .planMonths: KeySet(.month).union(.arguments)
    case .planMonthYear: KeySet(.year).union(.date)
    case .planExists: KeySet(.year).union([.date, .names])
    case .pledgeExpected: .date
    case .agreementParts: KeySet(.part).union(.arguments)
    case .agreementInstalments: KeySet(.instalment).union(.arguments)
    case .agreementDates: KeySet(.starts).union(.date)
    case .pledgeDonor: KeySet(.part).union(.names)
    case .conditionExceeds: KeySet([.part, .condition]).union(.arguments)
    case .currencyMismatch:
      KeySet([.part, .limit, .instalment, .month, .condition, .amount, .bank, .charge, .paid])
        .union(.arguments)
    case .rateMissing: KeySet([.paid, .bank, .charge, .debit, .credit]).union([.date, .arguments])
    case .agreementRecorded, .receiptBeforeSigning, .usePeriod, .obligationDate: .date
    case .postedBeforeDate, .periodClosed, .dayClosed:
      KeySet([.posted, .recorded, .entered]).union(.date)
    case .entryUnbalanced: KeySet([.debit, .credit]).union(.date)
    case .receiptExceeds, .receiptExceedsPart: KeySet([.part, .overpayment]).union(.arguments)
    case .receiptArrival, .receiptCharge: KeySet([.bank, .charge]).union(.arguments)
    case .matchCurrency: KeySet(.bank)
    case .writeOffExceeds, .writeOffExceedsPart: KeySet(.part).union(.arguments)
    case .matchOwed: .arguments
    case .refundExceeds, .refundExceedsPart:
      KeySet([.part, .overpayment]).union([.date, .arguments])
    case .overpaymentExceeds: KeySet(.overpayment).union([.date, .arguments])
    case .overpaymentPart: KeySet([.part, .overpayment])
    default: nil
    }
  }
}
