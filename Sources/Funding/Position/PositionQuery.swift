public import Bookkeeping
public import Monetary

/// Which position rows a report needs; text and store answer it alike.
public struct PositionQuery: Hashable, Sendable {
  /// How finely the rows must be told apart; what is not asked for may come summed, and absent.
  public enum Breakdown: String, CaseIterable, Hashable, Sendable {
    /// By donor and currency: `category` and `reference` are absent.
    case donor
    /// By earmark category: `donor` and `reference` are absent, amounts are in the book currency.
    case category
    /// By agreement or pledge: every dimension is there.
    case reference
  }

  /// Rows at this scope and below; `global` for all.
  public let scope: ScopePath
  /// Whether rows below the scope are left out.
  public let isExact: Bool
  /// Rows of this budget year; nil for all years.
  public let year: BudgetYear?
  /// Rows of these measures.
  public let measures: Set<PositionRow.Measure>
  /// Rows whose day is on or before this one.
  public let asOf: CalendarDate
  /// Rows of facts entered by then; nil for all.
  public let known: Instant?
  /// How finely they must be told apart.
  public let breakdown: Breakdown

  /// Makes a query.
  public init(
    scope: ScopePath, isExact: Bool = false, year: BudgetYear?, measures: Set<PositionRow.Measure>,
    asOf: CalendarDate,
    known: Instant? = nil, breakdown: Breakdown
  ) {
    self.scope = scope
    self.isExact = isExact
    self.year = year
    self.measures = measures
    self.asOf = asOf
    self.known = known
    self.breakdown = breakdown
  }
}
