extension FactKind {
  /// Whether a closed month refuses the fact.
  var isBoundByLock: Bool {
    switch self {
    case .merge, .rate, .spendingPlan, .reported, .acknowledgement, .note, .assert, .close, .reopen:
      false
    default: !isDeclaration
    }
  }

  /// Whether a reversal can undo the fact.
  public var isReversible: Bool {
    switch self {
    case .merge, .opening, .requirement, .spendingPlan, .pledge, .agreement, .fulfilled, .reported,
      .unidentified, .receipt, .matched, .writeOff, .refund, .obligation, .inKind, .inKindUsed,
      .carryOver, .allocation, .expenditure, .entry, .acknowledgement, .note, .assert:
      true
    default: false
    }
  }
}
