import Bookkeeping
import Diagnostics
import Monetary

// The funding records, at the frozen rate and at the place of each part. B+, when money is signed:
// Dr memorandum:awaiting, Cr memorandum:signed; when it is recorded: Dr budget:unfunded,
// Cr budget:funded and Dr memorandum:recorded, Cr memorandum:awaiting. B-, when it is given up: the
// opposite.
extension Book {
  /// What the funding records gain of one part of an agreement; negative: what they lose.
  struct RecordShare {
    /// The part, counted from 0.
    let index: Int
    /// In the agreement's currency.
    let amount: Int64
    /// At the frozen rate, in minor units of the book currency.
    let book: Int64
    /// How many contributions the figures count more.
    var count = 0
  }

  /// Adds B+ or, for what they lose, B-: the entries, and the rows of what is signed and recorded.
  ///
  /// The funding records tell it from `day`.
  func enterRecords(
    _ shares: [RecordShare], of state: AgreementState, in fact: Fact, recorded day: CalendarDate,
    into consequence: inout Consequence
  ) throws(Fault) {
    typealias Pair = (debit: AccountCode, credit: AccountCode)
    let signing: [Pair] = [(.awaiting, .signed)]
    let recording: [Pair] = [(.unfunded, .funded), (.recorded, .awaiting)]
    for (occasion, date, pairs) in [
      (Occasion.signed, fact.posted, signing), (.recorded, day, recording),
    ] {
      var draft = DraftEntry(date: date, occasion: occasion, bookCurrency: head.currency)
      for pair in pairs {
        for side in [Side.debit, .credit] {
          for share in shares {
            let account = (side == .debit) == (share.book > 0) ? pair.debit : pair.credit
            try draft.leg(
              side, account, fund: .memorandum,
              Money(minorUnits: abs(share.book), of: head.currency),
              tags: state.tags(ofPart: share.index))
          }
        }
      }
      try consequence.append(draft)
    }
    for share in shares {
      for (measure, date) in [(PositionRow.Measure.signed, fact.date), (.recorded, day)] {
        consequence.positions.append(
          row(
            measure, on: date, state.parts[share.index], of: state, share.amount,
            worth: share.book, count: share.count))
      }
    }
  }

  /// A row about a part of an agreement, at its place.
  func row(
    _ measure: PositionRow.Measure, on day: CalendarDate, _ part: PartState,
    of state: AgreementState, _ amount: Int64, worth book: Int64, count: Int = 0
  ) -> PositionRow {
    PositionRow(
      measure, day: day, scope: part.place, year: part.year, donor: part.donor,
      category: part.category, reach: part.reach, reference: state.agreement.reference,
      count: count, amount: Money(minorUnits: amount, of: state.agreement.amount.currency),
      book: Money(minorUnits: book, of: head.currency))
  }
}
