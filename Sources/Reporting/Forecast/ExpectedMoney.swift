public import Bookkeeping
public import Funding
public import Monetary

/// Money that is to come: an instalment, what is open of an agreement beside them, or a pledge.
public struct ExpectedMoney: Hashable, Sendable {
  /// What it is; the raw value is what programs read.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// What was not received of an instalment.
    case instalment
    /// What is open of an agreement and no instalment states, so that it has no day.
    case open
    /// What no agreement took up of a pledge.
    case pledge
  }

  /// What it is.
  public let kind: Kind
  /// The agreement or the pledge.
  public let reference: Reference
  /// Who gives, after all merges.
  public let donor: DonorID
  /// The donor's name.
  public let name: String
  /// The day it is due or thought to come; nil where nobody said.
  public let due: CalendarDate?
  /// The month in which it is counted: that of its day or, where that is over, the first; nil where it has no
  /// day, or comes after the last month.
  public let month: AccountingMonth?
  /// Whether its day is over.
  public let isOverdue: Bool
  /// How much, in its own currency.
  public let original: Money
  /// The same in the book currency.
  public let book: Money
  /// How likely a pledge is; nil where nobody said, and for what is agreed.
  public let probability: Probability?
  /// What of `book` is to be expected: all of what is agreed, so many percent of a pledge, and nothing of one
  /// of which nobody said how likely it is.
  public let expected: Money
}

extension ExpectedMoney {
  /// Whether nobody said how likely it is.
  var isUncertain: Bool { kind == .pledge && probability == nil }

  /// Orders by day, what has none last; then by reference and amount.
  static func precedes(_ left: ExpectedMoney, _ right: ExpectedMoney) -> Bool {
    let (earlier, later) = (left.due ?? .latest, right.due ?? .latest)
    return (earlier, left.due == nil ? 1 : 0, left.reference, left.book.minorUnits)
      < (later, right.due == nil ? 1 : 0, right.reference, right.book.minorUnits)
  }
}
