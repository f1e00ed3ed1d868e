public import Bookkeeping
public import Monetary

/// What will be spent on a scope in a budget year, month by month; it is a plan, and posts nothing.
///
/// One that is dated later takes the place of the one before it of its scope and year.
public struct SpendingPlan: Hashable, Sendable {
  /// What will be spent in one month.
  public struct Month: Hashable, Sendable {
    /// A month of the plan's year.
    public let month: AccountingMonth
    /// How much, in the book currency; positive.
    public let amount: Money

    /// Makes a month of a plan.
    public init(_ month: AccountingMonth, _ amount: Money) {
      self.month = month
      self.amount = amount
    }
  }

  /// What it is for; what is planned for a scope includes all below it.
  public let scope: ScopePath
  /// The budget year, whose months are those of the calendar.
  public let year: BudgetYear
  /// How much in all, support cost included, in the book currency; positive.
  public let amount: Money
  /// The months it names, in order; none where it is spread evenly over the year.
  public let months: [Month]

  /// Makes a plan; without months it is spread evenly over the year.
  public init(_ scope: ScopePath, year: BudgetYear, amount: Money, months: [Month] = []) {
    self.scope = scope
    self.year = year
    self.amount = amount
    self.months = months.sorted {
      ($0.month, $0.amount.minorUnits) < ($1.month, $1.amount.minorUnits)
    }
  }

  /// What will be spent in a month; nothing in one that it does not name, or that is of another year.
  ///
  /// What is spread evenly sums back exactly: the year's first months take the minor units left over.
  public func amount(in month: AccountingMonth) -> Money {
    guard month.year == Int(year.number) else { return .zero(amount.currency) }
    guard months.isEmpty else {
      return months.first { $0.month == month }?.amount ?? .zero(amount.currency)
    }
    return amount.allocated(by: Array(repeating: 1, count: 12))[month.month - 1]
  }
}
