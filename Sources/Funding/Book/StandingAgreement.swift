public import Bookkeeping
public import Monetary

/// An agreement as it stood on a day, and how far its conditions were met by then.
public struct StandingAgreement: Hashable, Sendable {
  /// Its terms and its money.
  public let state: AgreementState
  /// Its conditions, in the order of its terms.
  public let conditions: [ConditionStanding]
}

extension Book {
  /// An agreement as it stood on a day.
  ///
  /// Where a name was given again, the agreement that was signed last by then stands. Money of a part that
  /// was added by what does not count is left out.
  /// - Parameters:
  ///   - reference: The agreement.
  ///   - day: What counts by then, see ``Fact/counted``.
  ///   - known: Up to when what was entered counts; nil for all.
  /// - Returns: The agreement; nil where it was not signed by then, or was reversed.
  /// - Complexity: O(*n*) in the facts of the book.
  public func standing(
    of reference: Reference, asOf day: CalendarDate, known: Instant? = nil
  ) -> StandingAgreement? {
    replayed(through: day, known: known).agreements[reference].map { state in
      StandingAgreement(
        state: state,
        conditions: conditions(of: [reference], asOf: day, known: known)[reference] ?? [])
    }
  }

  /// A pledge as it stood on a day, as ``standing(of:asOf:known:)`` has agreements.
  public func standing(
    ofPledge reference: Reference, asOf day: CalendarDate, known: Instant? = nil
  ) -> PledgeState? { replayed(through: day, known: known).pledges[reference] }

  /// The agreements and pledges as they stood on a day.
  private func replayed(through day: CalendarDate, known: Instant?) -> Book {
    var then = withoutFacts
    for posted in posted.inOrder where posted.fact.counts(on: day, known: known) {
      then.replay(posted, undoing: posted.fact.target.flatMap { self.posted[$0]?.fact.event })
    }
    return then
  }

  /// A book of the same tree into which facts are replayed.
  var withoutFacts: Book {
    var book = Book(head: head)
    book.programme = programme
    return book
  }

  /// Takes in again what a fact came to for agreements and pledges; `undone` is what it reverses.
  mutating func replay(_ posted: PostedFact, undoing undone: Event?) {
    switch posted.fact.event {
    case .agreement(let agreement):
      agreements[agreement.reference] = state(of: agreement, in: posted)
    case .pledge(let pledge): pledges[pledge.reference] = state(of: pledge, in: posted)
    case .reported(let delivery):
      agreements[delivery.agreement]?.delivered[posted.id] = delivery.duty
    default: break
    }
    switch undone {
    case .agreement(let agreement): agreements[agreement.reference] = nil
    case .pledge(let pledge): pledges[pledge.reference] = nil
    case .reported(let delivery):
      if let target = posted.fact.target { agreements[delivery.agreement]?.delivered[target] = nil }
    default: break
    }
    fold(posted.consequence, cash: [:])
    count(+1, dependantsOf: posted.fact.event)
    if let undone { count(-1, dependantsOf: undone) }
  }

  /// The agreement as it was signed: worth what the funding positions were told.
  private func state(of agreement: Agreement, in posted: PostedFact) -> AgreementState? {
    let signed = posted.consequence.positions.filter { $0.measure == .signed }
    // The whole was converted and split over the parts once, and is split as then; it was not refused.
    guard let worth = try? MoneyBag(signed.map(\.book)).amount(in: head.currency) else {
      return nil
    }
    return try? state(of: agreement, worth: worth, in: posted.fact)
  }

  /// The pledge as it was made: worth what the funding positions were told.
  private func state(of pledge: Pledge, in posted: PostedFact) -> PledgeState? {
    guard let row = posted.consequence.positions.first(where: { $0.measure == .pledged }) else {
      return nil
    }
    return PledgeState(
      pledge: pledge, dated: posted.fact.date, made: posted.fact.posted, place: row.scope,
      reach: row.reach, year: row.year, book: row.book.minorUnits)
  }
}
