public import Bookkeeping
public import Funding
public import Monetary

/// What money there will be for a scope, month by month, against what will be spent; and what of the request
/// will be funded then.
///
/// All is exact, in the book currency; what is to come in another stands at the newest rate of the stamp's day.
public struct Forecast: Hashable, Sendable {
  /// One month of the table.
  public struct Month: Hashable, Sendable {
    /// Which month.
    public let month: AccountingMonth
    /// What is available when it begins; in the first month, on the stamp's day.
    public let opening: Money
    /// Instalments due in it and, in the first month, overdue.
    public let instalments: Money
    /// What of these is overdue.
    public let overdue: Money
    /// The pledges whose money is thought to come in it, in full.
    public let pledged: Money
    /// What of these is to be expected, by how likely each is.
    public let expected: Money
    /// What will be spent; in the first month, what is left of it. Nil without a plan for the year.
    public let planned: Money?
    /// `opening` and `instalments` and `expected`, less `planned`.
    public let closing: Money
    /// What it would be if no pledge came.
    public let closingWithoutPledges: Money
    /// What it would be if all pledges came that are thought to by then.
    public let closingWithAllPledges: Money
  }

  /// What is to be expected of pledges, which is what three closings differ in.
  public enum Outlook: String, CaseIterable, Hashable, Sendable {
    /// No pledge comes.
    case none
    /// Of each so much comes as is likely.
    case likely
    /// All come.
    case all
  }

  /// The scope or situation.
  public let scope: ScopePath
  /// Its name for people.
  public let scopeName: String
  /// The budget year of the request.
  public let year: BudgetYear
  /// By when money counts as funded.
  public let basis: FundingBasis
  /// The book currency.
  public let currency: Currency
  /// What was received of agreements and not spent, of all budget years, as ``MonthlyFunding`` has it.
  public let available: Money
  /// The same by how narrowly it is directed; the part of none is what no agreement alone accounts for.
  public let availableByEarmark: [AvailableMoney.Line]
  /// What of it is owed to partners for lines, and not yet paid out.
  public let obligated: Money
  /// The months, from that of the stamp's day on.
  public let months: [Month]
  /// What is to come, by the day it is due; what has no day comes last.
  public let items: [ExpectedMoney]
  /// The spending plans that count, by scope and year.
  public let plans: [PlanInForce]
  /// What was planned for the first month, and what of that was spent by the stamp's day.
  public let firstMonth: FirstMonth?
  /// How much of the request is funded, and will be.
  public let request: RequestOutlook
  /// By which rates what is to come was converted.
  public let rateUses: [RateUse]
  /// What it was made from.
  public let stamp: ReportStamp

  /// A spending plan, and since when it holds.
  public struct PlanInForce: Hashable, Sendable {
    /// The plan.
    public let plan: SpendingPlan
    /// The day from which it holds.
    public let since: CalendarDate
  }

  /// The plan of the month of the stamp's day.
  public struct FirstMonth: Hashable, Sendable {
    /// What was planned for it.
    public let planned: Money
    /// What was spent in it so far, support cost included.
    public let spent: Money
  }

  /// The first month at whose end more was spent than there was; nil where there is none up to the last, or
  /// where nothing is planned.
  public func runsOut(_ outlook: Outlook) -> AccountingMonth? {
    guard isPlanned else { return nil }
    return months.first { $0.closing(outlook).isNegative }?.month
  }

  /// Whether any month has a plan.
  public var isPlanned: Bool { months.contains { $0.planned != nil } }
}

extension Forecast.Month {
  /// The closing by what is expected of pledges.
  public func closing(_ outlook: Forecast.Outlook) -> Money {
    switch outlook {
    case .none: closingWithoutPledges
    case .likely: closing
    case .all: closingWithAllPledges
    }
  }
}

/// How much of a request is funded now, and what will be lacking when what is to come has come.
public struct RequestOutlook: Hashable, Sendable {
  /// What is requested for the year.
  public let requested: Money
  /// What is funded on the report's basis.
  public let funded: Money
  /// What is agreed for the year and does not count on the basis yet.
  public let agreed: Money
  /// The pledges for the year that no agreement took up, in full.
  public let pledged: Money
  /// What of these is to be expected.
  public let expected: Money
  /// Whether all money of the scope is in the ledger, so that percentages say something.
  public let isComplete: Bool

  /// What will be funded, as far as it is to be expected.
  public var fundedThen: Int128 { sum(funded, agreed, expected) }
  /// What is lacking now.
  public var gap: Int128 { sum(requested) - sum(funded) }
  /// What will be lacking when all comes that is to be expected.
  public var gapExpected: Int128 { sum(requested) - fundedThen }
  /// What will be lacking when all pledges come in full.
  public var gapAtLeast: Int128 { sum(requested) - sum(funded, agreed, pledged) }

  private func sum(_ amounts: Money...) -> Int128 {
    amounts.reduce(0) { $0 + Int128($1.minorUnits) }
  }
}
