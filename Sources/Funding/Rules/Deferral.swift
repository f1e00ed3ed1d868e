import Bookkeeping
import Diagnostics
import Monetary

// What of an agreement is not revenue when it is signed (DESIGN section 3, Parts): a condition's amount,
// spread over the parts by amount unless it names one, and parts of later years where that was agreed.
// It is credited to liability:deferred, and released when its conditions are met and its year has begun.
extension Book {
  /// The parts with what waits for conditions in them.
  /// - Throws: `part-unknown` for a part that is not there, `condition-exceeds` where a part's conditions
  ///   are more than the part.
  func conditioned(
    _ parts: [PartState], by agreement: Agreement
  ) throws(Fault) -> [PartState] {
    var parts = parts
    for condition in agreement.conditions {
      let bound = try parts.indices(of: condition.part, in: agreement.reference)
      let shares = condition.amount.allocated(by: bound.map { parts[$0].amount })
      for (index, share) in zip(bound, shares) where !share.isZero {
        parts[index].unmet[condition.name] = share.minorUnits
      }
    }
    for index in parts.indices {
      let part = parts[index]
      guard part.unmetAmount <= part.amount else {
        throw Fault(.conditionExceeds, agreement.reference.text, part.year.description)
      }
      parts[index].unmetBook = Share.of(
        part.recordedBook, part: part.unmetAmount, whole: part.amount)
    }
    return parts
  }

  /// The day before which no part of `year` is revenue; nil where it has begun, or nothing is deferred.
  func releaseDay(
    ofYear year: BudgetYear, in agreement: Agreement, signed: CalendarDate
  ) -> CalendarDate? {
    guard agreement.deferral == .deferred, year > BudgetYear(of: signed) else { return nil }
    return CalendarDate(year: Int(year.number), month: 1, day: 1)
  }

  /// Adds to `consequence` that money of a part becomes revenue, on `day` or when its year begins.
  func release(
    _ amount: Int64, worth book: Int64, ofPart index: Int, of state: AgreementState,
    on day: CalendarDate, into consequence: inout Consequence
  ) throws(Fault) {
    let part = state.parts[index]
    let day = max(day, part.releases ?? day)
    let amount = Money(minorUnits: amount, of: state.agreement.amount.currency)
    let book = Money(minorUnits: book, of: head.currency)
    let tags = state.tags(ofPart: index)
    var draft = DraftEntry(date: day, occasion: .released, bookCurrency: head.currency)
    try draft.leg(.debit, .deferred, fund: state.fund, amount, book: book, tags: tags)
    try draft.leg(.credit, .contributions, fund: state.fund, amount, book: book, tags: tags)
    try consequence.append(draft)
  }
}

extension PartState {
  /// What of it waits for conditions.
  var unmetAmount: Int64 { unmet.values.reduce(0, +) }

  /// What of `amount`, worth `book`, is not revenue on `day`: all of it before its year begins.
  func isDeferred(on day: CalendarDate) -> Bool { releases.map { day < $0 } ?? false }
}

extension [PartState] {
  /// The parts that `selector` names, counted from 0; all where there is none.
  /// - Throws: `part-unknown`.
  func indices(of selector: PartSelector?, in agreement: Reference) throws(Fault) -> [Int] {
    guard let selector else { return Array<Int>(indices) }
    let found = indices.filter { index in
      self[index].year == selector.year
        && (selector.scope == nil || self[index].place == selector.scope)
        && (selector.earmark.map(self[index].earmark.agrees) ?? true)
        && (selector.donor == nil || self[index].donor == selector.donor)
    }
    guard !found.isEmpty else { throw Fault(.partUnknown, agreement.text, selector.description) }
    return found
  }
}
