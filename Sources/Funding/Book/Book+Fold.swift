import Bookkeeping
import Diagnostics
import Monetary

extension Book {
  /// Adds the movements of a consequence to the agreements and pledges they speak of, and takes
  /// what ``cash(after:)`` made of the cash.
  mutating func fold(_ consequence: Consequence, cash: [CashPosition.Key: CashPosition]) {
    if let amendment = consequence.amendment {
      agreements[amendment.agreement]?.take(amendment)
    }
    for movement in consequence.parts { agreements[movement.agreement]?.add(movement) }
    for row in consequence.positions {
      if let reference = row.reference { agreements[reference]?.use(row) }
    }
    for entry in consequence.entries {
      for posting in entry.postings where posting.account.tellsOfAgreement {
        if let reference = posting.tags.agreement {
          agreements[reference]?.add(posting, on: entry.date)
        }
      }
    }
    for movement in consequence.obligations {
      guard let id = movement.obligation else { continue }
      obligations[id]?.open += movement.amount
      obligations[id]?.openBook += movement.book
    }
    for movement in consequence.unapplied {
      unapplied[movement.unidentified]?.amount += movement.amount
      unapplied[movement.unidentified]?.book += movement.book
    }
    for movement in consequence.pledges {
      pledges[movement.pledge]?.claims = movement.claims
    }
    self.cash.merge(cash) { $1 }
  }

  /// Takes in what a fact is beside its movements: a new agreement, a rate, a closed month.
  mutating func remember(_ fact: Fact, id: FactID) throws(Fault) {
    switch fact.event {
    case .merge(let merge): donors.add(merge, at: fact.moment)
    case .rate(let quote): try remember(quote, in: fact)
    case .requirement(let requirement):
      _ = try requirements.add(
        requirement, by: id, dated: fact.date, from: fact.posted, in: programme)
    case .spendingPlan(let plan): spendingPlans.insert(PlanDay(of: plan, in: fact))
    case .pledge(let pledge): pledges[pledge.reference] = try state(of: pledge, in: fact)
    case .agreement(let agreement):
      let worth = try worth(agreement.amount, on: fact.date)
      agreements[agreement.reference] = try state(of: agreement, worth: worth, in: fact)
    case .unidentified(let receipt):
      unapplied[receipt.reference] = UnappliedState(
        account: receipt.account, currency: receipt.amount.currency, arrived: fact.date,
        amount: receipt.amount.minorUnits, book: try worth(receipt.amount, on: fact.date).minorUnits
      )
    case .reported(let delivery): agreements[delivery.agreement]?.delivered[id] = delivery.duty
    case .obligation(let obligation):
      let state = try agreement(obligation.agreement)
      obligations[id] = ObligationState(
        of: obligation, donor: donor(of: state, at: obligation.scope),
        worth: try worth(obligation.amount, on: fact.date), in: fact)
    case .reversal(let reversal): try forget(reversal.target, by: fact, id: id)
    case .close(let month): lock = try lock(closing: month, on: fact.date)
    case .reopen(let reopening): lock = try lock(reopening: reopening.month)
    default: break
    }
    count(+1, dependantsOf: fact.event)
  }

  /// Undoes what ``remember(_:id:)`` took in for the fact `target`, which `reversal` cancels.
  private mutating func forget(
    _ target: FactID, by reversal: Fact, id: FactID
  ) throws(Fault) {
    guard let posted = posted[target] else { return }
    switch posted.fact.event {
    case .merge(let merge): donors.undo(merge, at: reversal.moment)
    case .requirement(let requirement):
      _ = try requirements.withdraw(
        target, of: requirement.key, from: max(posted.fact.posted, reversal.posted),
        in: programme)
    case .spendingPlan(let plan): spendingPlans.remove(PlanDay(of: plan, in: posted.fact))
    case .pledge(let pledge): pledges[pledge.reference] = nil
    case .agreement(let agreement): agreements[agreement.reference] = nil
    case .unidentified(let receipt): unapplied[receipt.reference] = nil
    case .reported(let delivery): agreements[delivery.agreement]?.delivered[target] = nil
    case .obligation: obligations[target] = nil
    default: break
    }
    count(-1, dependantsOf: posted.fact.event)
    reversals[target] = id
  }

  /// Counts a fact among those that rest on an agreement, or no longer.
  mutating func count(_ change: Int, dependantsOf event: Event) {
    switch event {
    case .opening(let opening):
      if let reference = opening.fund.agreement { agreements[reference]?.dependants += change }
    case .receipt(let receipt): agreements[receipt.agreement]?.dependants += change
    case .matched(let match): agreements[match.agreement]?.dependants += change
    case .writeOff(let writeOff): agreements[writeOff.agreement]?.dependants += change
    case .refund(let refund): agreements[refund.agreement]?.dependants += change
    case .fulfilled(let fulfilment): agreements[fulfilment.agreement]?.dependants += change
    case .inKind(let gift): agreements[gift.agreement]?.dependants += change
    case .inKindUsed(let use): agreements[use.agreement]?.dependants += change
    case .carryOver(let carryOver): agreements[carryOver.agreement]?.dependants += change
    case .reported(let delivery): agreements[delivery.agreement]?.dependants += change
    case .obligation(let obligation): agreements[obligation.agreement]?.dependants += change
    case .allocation(let allocation): agreements[allocation.agreement]?.dependants += change
    case .expenditure(let expenditure):
      if let reference = expenditure.agreement { agreements[reference]?.dependants += change }
    case .entry(let entry):
      for reference in Set(entry.legs.compactMap(\.fund.agreement)) {
        agreements[reference]?.dependants += change
      }
    default: break
    }
  }
}

extension AccountCode {
  /// Whether agreements remember what is posted to it.
  fileprivate var tellsOfAgreement: Bool {
    self == .exchangeGain || self == .exchangeLoss || self == .overpayments
  }
}

extension AgreementState {
  /// Takes the terms that an amendment brings and its new parts; what these hold is told by movements.
  fileprivate mutating func take(_ amendment: AgreementAmendment) {
    if let earmark = amendment.stated.earmark {
      self.earmark = earmark
      for (index, part) in zip(parts.indices, amendment.parts) { parts[index].lie(as: part) }
    }
    parts += amendment.parts.dropFirst(parts.count).map(PartState.init(like:))
    // What is beyond counting was refused. Where a cut before it does not count it may be so; that stays out.
    try? schedule.amend(by: amendment.stated, delivered: delivered.values)
    if let rate = amendment.support { agree(on: rate) }
    agree(on: amendment.stated.limits, from: amendment.dated)
    amendments.insert(amendment.stated.reference)
    dependants += 1
  }

  /// Adds what a posting of its money realises by exchange, or tells of overpayments.
  fileprivate mutating func add(_ posting: Posting, on day: CalendarDate) {
    switch posting.account {
    case .exchangeGain, .exchangeLoss:
      realisedBook -= Int128(posting.book.minorUnits) * Int128(posting.side.sign)
    case .overpayments:
      overpaid[posting.amount.currency, default: OverpaymentState()].add(posting, on: day)
    default: break
    }
  }

  /// Adds a movement to its part, which is not there where what added it does not count.
  fileprivate mutating func add(_ movement: PartMovement) {
    guard parts.indices.contains(movement.part - 1) else { return }
    parts[movement.part - 1].add(movement)
  }

  /// Adds what a row says was spent or promised to partners at its line.
  fileprivate mutating func use(_ row: PositionRow) {
    let book = Int128(row.book.minorUnits)
    switch row.measure {
    case .spent, .supported: spentBook += book
    case .obligated: obligatedBook += book
    default: return
    }
    usedBookByLine[row.scope, default: 0] += book
  }
}

extension Fact {
  /// Since when what the fact says of donors holds.
  fileprivate var moment: DonorRegister.Moment {
    DonorRegister.Moment(day: date, entered: entered)
  }
}
