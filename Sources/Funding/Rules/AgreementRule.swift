import Bookkeeping
import Diagnostics
import Monetary

// An agreement. Signed: Dr asset:receivable, Cr revenue:contributions (what waits: liability:deferred,
// see Deferral), and the same day Dr memorandum:awaiting, Cr memorandum:signed. Recorded (B+):
// Dr budget:unfunded, Cr budget:funded and Dr memorandum:recorded, Cr memorandum:awaiting, each part at
// its place.
extension Book {
  /// What an agreement comes to.
  func consequence(
    of agreement: Agreement, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    check(agreement, on: fact.date, passing: &checks)
    let pledge = pledge(of: agreement, passing: &checks)
    // Without a rate to the book currency, one to that of the pledge is not asked for.
    guard let worth = checks.value(try worth(agreement.amount, on: fact.date)) else { return nil }
    var claimed: PledgeState?
    if let pledge { claimed = checks.value(try claiming(pledge, by: agreement, on: fact)) }
    guard checks.passed else { return nil }
    guard let state = checks.value(try state(of: agreement, worth: worth, in: fact))
    else { return nil }
    return checks.value(try consequence(of: state, claiming: claimed, in: fact))
  }

  private func consequence(
    of state: AgreementState, claiming pledge: PledgeState?, in fact: Fact
  ) throws(Fault) -> Consequence {
    var consequence = Consequence()
    try consequence.append(try signing(of: state, on: fact.posted))
    try consequence.append(try awaiting(of: state, on: fact.posted))
    try consequence.append(try recording(of: state, on: state.recorded))
    for part in state.parts {
      for (measure, day) in [
        (PositionRow.Measure.signed, fact.date), (.recorded, state.recorded),
      ] {
        consequence.positions.append(
          row(measure, on: day, part, of: state, part.amount, worth: part.recordedBook, count: 1))
      }
    }
    for (index, part) in state.parts.enumerated() where part.isDeferred(on: fact.posted) {
      try release(
        part.amount - part.unmetAmount, worth: part.recordedBook - part.unmetBook, ofPart: index,
        of: state, on: fact.posted, into: &consequence)
    }
    if let pledge {
      try takeUp(pledge, from: max(fact.posted, pledge.made), into: &consequence)
    }
    return consequence
  }

  /// The agreement as it stands on the day it is signed, all of it open.
  ///
  /// The whole is converted once, at the rate of the signing, and split over the parts by amount.
  func state(
    of agreement: Agreement, worth: Money, in fact: Fact
  ) throws(Fault) -> AgreementState {
    let parts = agreement.effectiveParts(signed: fact.date)
    let books = worth.allocated(by: parts.map(\.amount.minorUnits))
    var states: [PartState] = []
    for (part, book) in zip(parts, books) {
      let earmark = part.earmark ?? agreement.terms.earmark ?? .unstated
      states.append(
        PartState(
          year: part.year, earmark: earmark, place: try programme.place(of: earmark),
          reach: try programme.reach(of: earmark), amount: part.amount.minorUnits,
          recordedBook: book.minorUnits,
          open: part.amount.minorUnits, carryingBook: book.minorUnits,
          releases: releaseDay(ofYear: part.year, in: agreement, signed: fact.date),
          received: 0, receivedBook: 0, allocated: [:], allocatedBook: [:]))
    }
    return AgreementState(
      agreement: agreement, ends: agreement.ends, signed: fact.date,
      recorded: max(agreement.recorded ?? fact.date, fact.posted),
      parts: try conditioned(states, by: agreement), dependants: 0)
  }

  private func signing(
    of state: AgreementState, on date: CalendarDate
  ) throws(Fault) -> DraftEntry {
    let currency = state.agreement.amount.currency
    var draft = DraftEntry(date: date, occasion: .signed, bookCurrency: head.currency)
    func legs(
      _ side: Side, _ account: AccountCode, _ share: (PartState) -> (amount: Int64, book: Int64)
    ) throws(Fault) {
      for (index, part) in state.parts.enumerated() {
        let (amount, book) = share(part)
        try draft.leg(
          side, account, fund: state.fund, Money(minorUnits: amount, of: currency),
          book: Money(minorUnits: book, of: head.currency), tags: state.tags(ofPart: index))
      }
    }
    func deferred(_ part: PartState) -> (amount: Int64, book: Int64) {
      part.isDeferred(on: date)
        ? (part.amount, part.recordedBook) : (part.unmetAmount, part.unmetBook)
    }
    try legs(.debit, .receivable) { ($0.amount, $0.recordedBook) }
    try legs(.credit, .contributions) { part in
      let waiting = deferred(part)
      return (part.amount - waiting.amount, part.recordedBook - waiting.book)
    }
    try legs(.credit, .deferred, deferred)
    return draft
  }

  private func awaiting(
    of state: AgreementState, on date: CalendarDate
  ) throws(Fault) -> DraftEntry {
    var draft = DraftEntry(date: date, occasion: .signed, bookCurrency: head.currency)
    try budgetLegs([(.debit, .awaiting), (.credit, .signed)], of: state, into: &draft)
    return draft
  }

  private func recording(
    of state: AgreementState, on date: CalendarDate
  ) throws(Fault) -> DraftEntry {
    var draft = DraftEntry(date: date, occasion: .recorded, bookCurrency: head.currency)
    try budgetLegs(
      [(.debit, .unfunded), (.credit, .funded), (.debit, .recorded), (.credit, .awaiting)],
      of: state, into: &draft)
    return draft
  }

  private func budgetLegs(
    _ legs: [(Side, AccountCode)], of state: AgreementState, into draft: inout DraftEntry
  ) throws(Fault) {
    for (side, account) in legs {
      for (index, part) in state.parts.enumerated() {
        try draft.leg(
          side, account, fund: .memorandum,
          Money(minorUnits: part.recordedBook, of: head.currency), tags: state.tags(ofPart: index))
      }
    }
  }
}

extension AgreementState {
  /// The tags of postings about one part; `index` counts from 0.
  func tags(ofPart index: Int) -> Posting.Tags {
    Posting.Tags(
      agreement: agreement.reference, part: index + 1, scope: parts[index].place,
      year: parts[index].year)
  }

  /// The tags of postings about the agreement as a whole.
  var tags: Posting.Tags { Posting.Tags(agreement: agreement.reference) }
}
