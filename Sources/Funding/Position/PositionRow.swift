public import Bookkeeping
public import Monetary

/// One additive line of a funding position: so much of a measure, at a place, for a year, on a day.
///
/// Positions are sums of rows and of nothing else, so that text and store give the same reports.
public struct PositionRow: Hashable, Sendable {
  /// What is counted.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    /// Requirements, at their lines.
    case requested
    /// Promises, net of the agreements reported against them.
    case pledged
    /// Agreements signed.
    case signed
    /// Agreements in the funding records, at their places.
    case recorded
    /// What was settled of them, at the agreement's frozen rate.
    case received
    /// What moved: taken from a place, negative, and given to a line, positive.
    case allocated
    /// What was taken over from earlier years, in the year that it was taken into.
    case carriedIn = "carried-in"
    /// What was spent on lines.
    case spent
    /// Support cost taken with what was spent on lines.
    case supported
    /// What is owed to partners for lines, and not yet paid out.
    case obligated
    /// What moved of what had been received, told apart from `received` as `allocated` from `recorded`.
    case receivedAllocated = "received-allocated"
    /// What of agreements in the funding records waits for a condition, where it lies: of `recorded` and
    /// `allocated` together.
    case conditional
    /// The same of `signed` and `allocated` together.
    case signedConditional = "signed-conditional"
  }

  /// What is counted.
  public let measure: Measure
  /// The day from which it counts.
  public let day: CalendarDate
  /// The place or line.
  public let scope: ScopePath
  /// The budget year.
  public let year: BudgetYear
  /// Who gives; nil for requirements and general spending.
  public let donor: DonorID?
  /// How narrowly it is directed; nil for requirements and spending.
  public let category: EarmarkCategory?
  /// Where the money may be used, where `scope` does not tell.
  public let reach: Reach?
  /// The agreement or pledge; nil where there is none.
  public let reference: Reference?
  /// How many contributions the row adds: 1 for a new part, -1 for its reversal, else 0.
  public let count: Int
  /// In its own currency, signed.
  public let amount: Money
  /// The same in the book currency, at the rate of its own kind, signed.
  public let book: Money

  /// Makes a row.
  public init(
    _ measure: Measure, day: CalendarDate, scope: ScopePath, year: BudgetYear,
    donor: DonorID? = nil, category: EarmarkCategory? = nil, reach: Reach? = nil,
    reference: Reference? = nil, count: Int = 0, amount: Money, book: Money
  ) {
    self.measure = measure
    self.day = day
    self.scope = scope
    self.year = year
    self.donor = donor
    self.category = category
    self.reach = reach
    self.reference = reference
    self.count = count
    self.amount = amount
    self.book = book
  }
}
