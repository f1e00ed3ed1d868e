public import Bookkeeping
public import Diagnostics
public import Monetary

/// A pledge as it stands after the facts posted so far.
public struct PledgeState: Hashable, Sendable {
  /// As it was made.
  public let pledge: Pledge
  /// Its own day.
  public let dated: CalendarDate
  /// The accounting day it was made on.
  public let made: CalendarDate
  /// The place of the money.
  public let place: ScopePath
  /// Where it may be used, where the place does not tell.
  public let reach: Reach?
  /// The budget year.
  public let year: BudgetYear
  /// What it is worth at the rate of the day it was made, in minor units of the book currency.
  public let book: Int64
  /// Agreements that take it up and are not reversed, in the order in which they came. Where
  /// something is outstanding, each has taken all it can.
  var claims: [PledgeClaim] = []

  /// What agreements have taken up, in minor units of the pledge's currency.
  public var converted: Int64 { pledge.amount.minorUnits - outstanding }

  /// What agreements are beyond what they could take up, in minor units of the pledge's currency.
  public var excess: Int128 { claims.reduce(0) { $0 + Int128($1.amount - $1.taken) } }

  /// What no agreement has taken up, in minor units of the pledge's currency.
  public var outstanding: Int64 { claims.reduce(pledge.amount.minorUnits) { $0 - $1.taken } }

  /// The same at the rate of the day it was made, in minor units of the book currency.
  public var outstandingBook: Int64 { claims.reduce(book) { $0 - $1.takenBook } }
}

extension PledgeState {
  /// That an agreement is worth more than the pledge had left for it; nil where it is not, or takes up none of it.
  public func caution(about agreement: Reference) -> Fault? {
    guard let claim = claims.first(where: { $0.agreement == agreement }),
      claim.amount > claim.taken
    else { return nil }
    let currency = pledge.amount.currency
    return Fault(
      .agreementBeyondPledge, agreement.text,
      Money(minorUnits: claim.amount - claim.taken, of: currency).description,
      pledge.reference.text, pledge.amount.description)
  }
}

/// What an agreement takes up of a pledge: all it is worth, as far as others leave it.
struct PledgeClaim: Hashable, Sendable {
  let agreement: Reference
  /// The day from which it takes up what it can.
  let day: CalendarDate
  /// What the agreement is, in minor units of the pledge's currency.
  let amount: Int64
  /// What it has taken up.
  var taken: Int64 = 0
  /// The same at the rate of the day of the pledge, in minor units of the book currency.
  var takenBook: Int64 = 0
}

/// What a fact leaves of the claims on a pledge.
struct PledgeMovement: Hashable, Sendable {
  let pledge: Reference
  let claims: [PledgeClaim]
}
