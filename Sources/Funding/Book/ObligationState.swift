import Bookkeeping
import Monetary

/// An obligation as it stands: what of it is not yet paid out.
struct ObligationState: Hashable, Sendable {
  let agreement: Reference
  /// Whose money is kept back for it.
  let donor: DonorID
  let scope: ScopePath
  let year: BudgetYear
  /// Its own day.
  let made: CalendarDate
  /// The day it was posted on.
  let since: CalendarDate
  let currency: Currency
  /// In minor units of its currency.
  var open: Int64
  /// What is open, at the rate of its day, in minor units of the book currency.
  var openBook: Int64

  /// All of an obligation is open.
  init(of obligation: Obligation, donor: DonorID, worth book: Money, in fact: Fact) {
    agreement = obligation.agreement
    self.donor = donor
    scope = obligation.scope
    year = BudgetYear(of: fact.date)
    made = fact.date
    since = fact.posted
    currency = obligation.amount.currency
    open = obligation.amount.minorUnits
    openBook = book.minorUnits
  }
}

/// What a fact adds to an obligation; nil names the one that the fact itself makes.
struct ObligationMovement: Hashable, Sendable {
  let obligation: FactID?
  let amount: Int64
  let book: Int64

  var opposite: ObligationMovement {
    ObligationMovement(obligation: obligation, amount: -amount, book: -book)
  }
}
