public import Bookkeeping
public import Monetary

/// Which position rows a report needs; text and store answer it alike, by sums or one by one.
public struct PositionQuery: Hashable, Sendable {
  /// Which rows, of those that concern an area.
  public enum Extent: String, CaseIterable, Hashable, Sendable {
    /// Those inside, below its scopes included, and of money that may be used nowhere else.
    case inside
    /// Those above it, of money that may reach it.
    case above

    var relation: Area.Relation { self == .inside ? .inside : .above }
  }

  /// How finely sums must be told apart; what is not asked for is absent.
  public enum Breakdown: String, CaseIterable, Hashable, Sendable {
    /// By donor and currency: `category`, `reach` and `reference` are absent.
    case donor
    /// By earmark category: `donor`, `reach` and `reference` are absent, amounts are in the book currency.
    case category
  }

  /// What the report is about.
  public let area: Area
  /// Whether rows inside or above are asked for.
  public let extent: Extent
  /// Rows of this budget year; nil for all years.
  public let year: BudgetYear?
  /// Rows of these measures.
  public let measures: Set<PositionRow.Measure>
  /// Rows whose day is on or before this one.
  public let asOf: CalendarDate
  /// Rows of facts entered by then; nil for all.
  public let known: Instant?

  /// Makes a query.
  public init(
    _ extent: Extent, _ area: Area, year: BudgetYear?,
    measures: Set<PositionRow.Measure>, asOf: CalendarDate, known: Instant? = nil
  ) {
    self.extent = extent
    self.area = area
    self.year = year
    self.measures = measures
    self.asOf = asOf
    self.known = known
  }
}
