import Bookkeeping
import Diagnostics
import Monetary

// An agreement: each part is promised at its place, see Promising, and takes up the pledge it names, see
// PledgeRule.
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
    let promises = state.parts.enumerated().map { index, part in
      Promised(
        share: RecordShare(index: index, amount: part.amount, book: part.recordedBook, count: 1),
        unmetAmount: part.unmetAmount, unmetBook: part.unmetBook)
    }
    var consequence = Consequence()
    try promise(
      promises, of: state, in: fact, as: .signed, recorded: state.recorded, into: &consequence)
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
    let recorded = fact.inRecords
    var states: [PartState] = []
    for (part, book) in zip(parts, books) {
      let earmark = part.earmark ?? agreement.terms.earmark ?? .unstated
      states.append(
        PartState(
          year: part.year, donor: agreement.donor(of: part), earmark: earmark,
          place: try programme.place(of: earmark),
          reach: try programme.reach(of: earmark), amount: part.amount.minorUnits,
          recordedBook: book.minorUnits, records: [recorded: book.minorUnits],
          open: part.amount.minorUnits, carryingBook: book.minorUnits,
          releases: releaseDay(ofYear: part.year, in: agreement, signed: fact.date),
          received: 0, receivedBook: 0, allocated: [:], allocatedBook: [:]))
    }
    let isGeneral = states.allSatisfy { $0.category == .unearmarked }
    return AgreementState(
      agreement: agreement, schedule: AgreementSchedule(of: agreement),
      earmark: agreement.terms.earmark ?? .unstated, signed: fact.date, recorded: recorded,
      support: agreement.support.map { [DatedSupportRate(since: .earliest, rate: $0)] } ?? [],
      parts: try conditioned(states, by: agreement), dependants: 0,
      fund: isGeneral ? .general : FundCode(of: agreement.reference))
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
