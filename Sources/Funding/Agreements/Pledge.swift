public import Bookkeeping
public import Monetary

/// A promise: never in a funded total, shown net of the agreements reported against it.
public struct Pledge: Hashable, Sendable {
  /// What it is called.
  public let reference: Reference
  /// Who promised.
  public let donor: DonorID
  /// How much, in the donor's currency; positive.
  public let amount: Money
  /// Where it may be used.
  public let earmark: Earmark
  /// The budget year it is for; nil means that of its date.
  public let year: BudgetYear?
  /// How likely it is thought that it is kept; nil where nobody said.
  public let probability: Probability?
  /// The day on which its money is thought to come; nil where nobody said.
  public let expected: CalendarDate?

  /// Makes a pledge.
  public init(
    _ reference: Reference, donor: DonorID, amount: Money, earmark: Earmark = .unstated,
    year: BudgetYear? = nil, probability: Probability? = nil, expected: CalendarDate? = nil
  ) {
    self.reference = reference
    self.donor = donor
    self.amount = amount
    self.earmark = earmark
    self.year = year
    self.probability = probability
    self.expected = expected
  }
}
