import Bookkeeping
import Diagnostics
import Monetary

// What an agreement and a raise have in common: money is promised. Dr asset:receivable,
// Cr revenue:contributions, or what waits: liability:deferred, see Deferral; and B+, see FundingRecords.
extension Book {
  /// What is promised to one part of an agreement.
  struct Promised {
    /// What the funding records take in.
    let share: RecordShare
    /// What of it waits for conditions, in the agreement's currency.
    var unmetAmount: Int64 = 0
    /// What that is worth, in minor units of the book currency.
    var unmetBook: Int64 = 0
  }

  /// Adds the entries and rows by which `fact` promises money to parts of an agreement.
  ///
  /// The claim is posted as `occasion`; the funding records hold it from the day `recorded`.
  func promise(
    _ promises: [Promised], of state: AgreementState, in fact: Fact, as occasion: Occasion,
    recorded: CalendarDate, into consequence: inout Consequence
  ) throws(Fault) {
    let day = fact.posted
    try consequence.append(try claim(promises, of: state, on: day, as: occasion))
    try enterRecords(
      promises.map(\.share), of: state, in: fact, recorded: recorded, into: &consequence)
    for promised in promises where state.parts[promised.share.index].isDeferred(on: day) {
      let share = promised.share
      try release(
        share.amount - promised.unmetAmount, worth: share.book - promised.unmetBook,
        ofPart: share.index, of: state, on: day, into: &consequence)
    }
  }

  private func claim(
    _ promises: [Promised], of state: AgreementState, on day: CalendarDate, as occasion: Occasion
  ) throws(Fault) -> DraftEntry {
    var draft = DraftEntry(date: day, occasion: occasion, bookCurrency: head.currency)
    func legs(
      _ side: Side, _ account: AccountCode, _ worth: (Promised) -> (amount: Int64, book: Int64)
    ) throws(Fault) {
      for promised in promises {
        let (amount, book) = worth(promised)
        try draft.leg(
          side, account, fund: state.fund,
          Money(minorUnits: amount, of: state.agreement.amount.currency),
          book: Money(minorUnits: book, of: head.currency),
          tags: state.tags(ofPart: promised.share.index))
      }
    }
    func deferred(_ promised: Promised) -> (amount: Int64, book: Int64) {
      state.parts[promised.share.index].isDeferred(on: day)
        ? (promised.share.amount, promised.share.book) : (promised.unmetAmount, promised.unmetBook)
    }
    try legs(.debit, .receivable) { ($0.share.amount, $0.share.book) }
    try legs(.credit, .contributions) { promised in
      let waiting = deferred(promised)
      return (promised.share.amount - waiting.amount, promised.share.book - waiting.book)
    }
    try legs(.credit, .deferred, deferred)
    return draft
  }
}
