import Bookkeeping
import Diagnostics
import Monetary

// A refund of an overpayment: Dr liability:overpayments at what is carried for it on average, Cr
// liability:refunds the same; paid as any refund. It was never part of the agreement: no record changes.
extension Book {
  /// What a refund of an overpayment comes to.
  func consequence(
    ofGivingBack refund: Refund, paid settlements: [Refund.Settlement]?,
    of state: AgreementState, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    if let part = refund.part {
      checks.note(Fault(.overpaymentPart, part.description, refund.agreement.text))
    }
    guard let worth = checks.value(try carrying(ofGivingBack: refund, of: state, on: fact.posted)),
      let settlements, checks.passed
    else { return nil }
    return checks.value(
      try consequence(
        ofGivingBack: refund, worth: worth, paid: settlements, of: state, in: fact))
  }

  private func consequence(
    ofGivingBack refund: Refund, worth: Money, paid settlements: [Refund.Settlement],
    of state: AgreementState, in fact: Fact
  ) throws(Fault) -> Consequence {
    var draft = DraftEntry(date: fact.posted, occasion: .refundDue, bookCurrency: head.currency)
    let (fund, tags) = (state.fund, state.tags)
    try draft.leg(.debit, .overpayments, fund: fund, refund.amount, book: worth, tags: tags)
    try draft.leg(.credit, .refundsDue, fund: fund, refund.amount, book: worth, tags: tags)
    var consequence = Consequence()
    try consequence.append(draft)
    try pay(refund, by: settlements, worth: worth, of: state, in: fact, into: &consequence)
    return consequence
  }

  /// What the books carry for what is given back of an overpayment.
  /// - Throws: `overpayment-exceeds`.
  private func carrying(
    ofGivingBack refund: Refund, of state: AgreementState, on day: CalendarDate
  ) throws(Fault) -> Money {
    let held = state.overpaid[refund.amount.currency] ?? OverpaymentState()
    // What is paid too much later, or given back later, is not there to be given back yet, or twice.
    let there = held.least(from: day)
    guard refund.amount.minorUnits <= there else {
      throw Fault(
        .overpaymentExceeds, refund.amount.description,
        Money(minorUnits: max(there, 0), of: refund.amount.currency).description,
        refund.agreement.text)
    }
    return Money(
      minorUnits: Share.of(held.book, part: refund.amount.minorUnits, whole: held.amount),
      of: head.currency)
  }

  /// Whether what a receipt brought beyond what was owed was given back since.
  func isGivenBack(overpaymentBy posted: PostedFact) -> Bool {
    guard case .receipt(let receipt) = posted.fact.event,
      let state = agreements[receipt.agreement]
    else { return false }
    return posted.consequence.entries.flatMap(\.postings).contains { posting in
      posting.account == .overpayments
        && posting.amount.minorUnits > state.overpaid[posting.amount.currency]?.amount ?? 0
    }
  }
}
