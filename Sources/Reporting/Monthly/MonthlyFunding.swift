public import Bookkeeping
import Funding
public import Monetary

/// What a month did to the funding of a scope: what is funded for a budget year, and what is receivable and
/// unspent, each from what it was to what it is.
///
/// All is exact, in the book currency, at the agreements' frozen rates as in ``FundingSummary``, with
/// which it agrees on the month's last day; exchange stands in a line of its own. Money that is owed, or lies
/// at a bank, is of no year: it may be agreed for one, arrive in the next and be spent in a third.
///
/// What is funded counts from the day of the funding records. What is receivable and unspent is what the books hold
/// by the accounting day: an agreement is owed since it was signed, in the records or not.
public struct MonthlyFunding: Hashable, Sendable {
  /// One of the three figures that are followed.
  public enum Account: String, CaseIterable, Hashable, Sendable {
    /// What is in the funding records of the budget year.
    case funded
    /// What is still to be received, of all budget years: what the books hold for it.
    case receivable
    /// What was received and not spent, of all budget years.
    case unspent
  }

  /// What moves them; the raw value is what programs read.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// What it was when the month began.
    case opening
    /// Agreements that entered the records or, of what is receivable, were signed, less those that were reversed.
    case newAgreements
    /// Agreements raised, cut or meant for another place.
    case amendments
    /// What was allocated to the scope's lines, less what was moved away.
    case allocated
    /// What was taken over from earlier years.
    case carriedIn
    /// What receipts settled.
    case settled
    /// Claims given up.
    case writtenOff
    /// Money found to be owed back.
    case refunds
    /// Realised gains less losses on exchange, where the money lay, and by how much the books took what was settled at
    /// more or less than the frozen rates make of it; of what is receivable, by how much they carry it so.
    case exchange
    /// What banks kept of receipts.
    case bankCharges
    /// What entries by hand and opening balances made of it; of what is receivable, also what is owed under no
    /// agreement.
    case byHand
    /// What was spent of money that its agreement holds above the scope, less what was allocated to it since.
    case brought
    /// What was spent of agreements.
    case spent
    /// Support cost taken with it.
    case supportCost
    /// Anything else.
    case other
    /// What it is when the month ends.
    case closing
  }

  /// One movement, in the month before and in the month.
  public struct Line: Hashable, Sendable {
    /// Which movement.
    public let kind: Kind
    /// In the month before; signed, so that lines add up.
    public let before: Money
    /// In the month.
    public let now: Money
  }

  /// What moved of the money of another budget year in the month, by one kind of movement.
  public struct OtherYearLine: Hashable, Sendable {
    /// The budget year that the money was agreed for, or the line it was spent on is of.
    public let year: BudgetYear
    /// Which movement.
    public let kind: Kind
    /// What it added to what is funded for the year.
    public let funded: Money
    /// What of `receivable` it is.
    public let receivable: Money
    /// What of `unspent` it is.
    public let unspent: Money
  }

  /// What was funded at the end of a month of the year.
  public struct MonthEnd: Hashable, Sendable {
    /// The month.
    public let month: AccountingMonth
    /// What was funded on its last day.
    public let funded: Money
  }

  /// The month.
  public let month: AccountingMonth
  /// The budget year: that of the month, unless another was asked for.
  public let year: BudgetYear
  /// Whether the month is open, so that figures may change.
  public let isProvisional: Bool
  /// The scope or situation.
  public let scope: ScopePath
  /// Its name for people.
  public let scopeName: String
  /// The book currency.
  public let currency: Currency
  /// What was requested for the year by the end of the month before.
  public let requestedBefore: Money
  /// What is requested for the year.
  public let requested: Money
  /// What was funded at the end of the month before.
  public let fundedBefore: Money
  /// What is funded.
  public let funded: Money
  /// Whether all money of the scope is in the ledger, so that percentages say something.
  public let isComplete: Bool
  /// What moved each of the three.
  public let accounts: [Account: [Line]]
  /// What moved of the money of other budget years in the month, by year; those without movements are left
  /// out.
  public let otherYears: [OtherYearLine]
  /// Who agreed to what in the month, the greatest first.
  public let newAgreements: [FundingSummary.DonorLine]
  /// Facts that were posted in the month, of days in closed ones.
  public let lateFacts: [LateFact]
  /// By which rates facts of the month were converted and, once the month is revalued, what was open at its
  /// end; the oldest first.
  public let rateUses: [RateUse]
  /// What was funded for the year at the end of each month of the calendar year, up to this one.
  public let monthEnds: [MonthEnd]
  /// What arrived so far of the year's money that lies there or was moved there.
  public let received: Money
  /// What was spent so far on lines of the year, goods and what no agreement paid for among it.
  public let spent: Money
  /// What it was made from.
  public let stamp: ReportStamp

  /// What of the request is funded, in percent; nil without a request or where it would mislead.
  public var fundedPercent: Int? { percent(funded, of: requested) }

  /// The same at the end of the month before.
  public var fundedPercentBefore: Int? { percent(fundedBefore, of: requestedBefore) }

  /// What is left of 100; nil where ``fundedPercent`` is.
  public var unfundedPercent: Int? {
    guard isComplete else { return nil }
    return Percentage.unfunded(Int128(funded.minorUnits), of: Int128(requested.minorUnits))
  }

  private func percent(_ funded: Money, of requested: Money) -> Int? {
    guard isComplete else { return nil }
    return Percentage.funded(Int128(funded.minorUnits), of: Int128(requested.minorUnits))
  }
}
