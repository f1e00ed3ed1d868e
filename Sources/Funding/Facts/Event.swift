public import Bookkeeping

/// What happened: one case a kind of fact; kept apart from the fact, since agreements are large.
public indirect enum Event: Hashable, Sendable {
  /// The ledger's name, currency and rules.
  case ledger(LedgerHead)
  /// A node of the programme tree, or more about one.
  case scope(Scope)
  /// An account that people may post to.
  case account(AccountCode)
  /// Somebody who gives.
  case donor(Donor)
  /// A named set of scopes across the tree.
  case situation(Situation)
  /// A donor found to be another one.
  case merge(DonorMerge)
  /// What an account held before the ledger began.
  case opening(Opening)
  /// A rate of exchange.
  case rate(RateQuote)
  /// Money asked for.
  case requirement(Requirement)
  /// What will be spent, month by month.
  case spendingPlan(SpendingPlan)
  /// A promise.
  case pledge(Pledge)
  /// A signed contribution.
  case agreement(Agreement)
  /// A change of one.
  case amendment(Amendment)
  /// A condition met.
  case fulfilled(Fulfilment)
  /// A report delivered to a donor.
  case reported(ReportDelivery)
  /// Money that nobody can name yet.
  case unidentified(UnidentifiedReceipt)
  /// Money received.
  case receipt(Receipt)
  /// Unidentified money found to belong to an agreement.
  case matched(Match)
  /// A claim given up.
  case writeOff(WriteOff)
  /// Money owed back to a donor.
  case refund(Refund)
  /// Money committed to a partner.
  case obligation(Obligation)
  /// Goods delivered.
  case inKind(InKindGift)
  /// Goods used.
  case inKindUsed(LineUse)
  /// Money spent.
  case expenditure(Expenditure)
  /// Money moved to a budget line.
  case allocation(Allocation)
  /// Money taken into the next budget year.
  case carryOver(CarryOver)
  /// Open foreign items taken at the month's closing rate.
  case revaluation
  /// An entry written by hand.
  case entry(ManualEntry)
  /// Another fact undone.
  case reversal(Reversal)
  /// A donor thanked with a rounded figure.
  case acknowledgement(Acknowledgement)
  /// A remark that reports show.
  case note(ScopeNote)
  /// A published figure that the ledger must give.
  case assert(Assertion)
  /// A month closed.
  case close(AccountingMonth)
  /// The latest closed month opened again.
  case reopen(Reopening)

  /// Which kind the event is.
  public var kind: FactKind {
    switch self {
    case .ledger: .ledger
    case .scope: .scope
    case .account: .account
    case .donor: .donor
    case .situation: .situation
    case .merge: .merge
    case .opening: .opening
    case .rate: .rate
    case .requirement: .requirement
    case .spendingPlan: .spendingPlan
    case .pledge: .pledge
    case .agreement: .agreement
    case .amendment: .amendment
    case .fulfilled: .fulfilled
    case .reported: .reported
    case .unidentified: .unidentified
    case .receipt: .receipt
    case .matched: .matched
    case .writeOff: .writeOff
    case .refund: .refund
    case .obligation: .obligation
    case .inKind: .inKind
    case .inKindUsed: .inKindUsed
    case .expenditure: .expenditure
    case .allocation: .allocation
    case .carryOver: .carryOver
    case .revaluation: .revaluation
    case .entry: .entry
    case .reversal: .reversal
    case .acknowledgement: .acknowledgement
    case .note: .note
    case .assert: .assert
    case .close: .close
    case .reopen: .reopen
    }
  }
}
