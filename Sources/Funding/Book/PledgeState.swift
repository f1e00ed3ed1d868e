public import Bookkeeping
public import Monetary

/// A pledge as it stands after the facts posted so far.
public struct PledgeState: Hashable, Sendable {
  /// As it was made.
  public let pledge: Pledge
  /// The accounting day it was made on.
  public let made: CalendarDate
  /// The place of the money.
  public let place: ScopePath
  /// The budget year.
  public let year: BudgetYear
  /// What no agreement has taken up, in the pledge's currency.
  public internal(set) var outstanding: Int64
  /// The same at the rate of the day it was made.
  public internal(set) var outstandingBook: Int64
  /// How many agreements that are not reversed take it up.
  public internal(set) var dependants: Int
}

/// What a fact adds to a pledge; a reversal adds the opposite.
struct PledgeMovement: Hashable, Sendable {
  let pledge: Reference
  let outstanding: Int64
  let outstandingBook: Int64

  var opposite: PledgeMovement {
    PledgeMovement(
      pledge: pledge, outstanding: -outstanding, outstandingBook: -outstandingBook)
  }
}
