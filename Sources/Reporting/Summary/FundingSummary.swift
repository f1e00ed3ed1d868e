public import Bookkeeping
public import Funding
public import Monetary

/// The funding summary of a scope and a year: what was requested, who gave, what is missing.
///
/// All sums are exact, in the book currency; printing in whole units is left to ``Printing`` and to
/// the lowering.
public struct FundingSummary: Hashable, Sendable {
  /// What one donor gave, or signed and is not yet in the records.
  public struct DonorLine: Hashable, Sendable {
    /// The donor's code.
    public let donor: DonorID
    /// Its name for people.
    public let name: String
    /// In the book currency.
    public let book: Money
    /// What of `book` waits for a condition; nil where that is not told.
    public let conditional: Money?
    /// In the currencies of its agreements.
    public let original: MoneyBag
    /// How many contributions: agreements that have something of it.
    public let count: Int
  }

  /// One agreement, for those who want to see behind the donors.
  public struct AgreementLine: Hashable, Sendable {
    /// How an agreement comes to be at a place.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
      /// It is signed, and not in the funding records yet.
      case signed
      /// It is in the funding records.
      case recorded
      /// It lies elsewhere, and was allocated.
      case allocated
      /// It was taken over from an earlier year.
      case carriedIn = "carried-in"
    }

    /// The agreement.
    public let reference: Reference
    /// The donor's code.
    public let donor: DonorID
    /// Its name for people.
    public let name: String
    /// How narrowly it is directed.
    public let category: EarmarkCategory
    /// The place of the money, or the line it was allocated to.
    public let place: ScopePath
    /// What of it is there, in its own currency.
    public let amount: Money
    /// In the book currency.
    public let book: Money
    /// How it comes to be there.
    public let stage: Stage
    /// By which rates it was converted; empty in the book currency.
    public let rates: [ExchangeRate]
    /// What is remarked on it, such as what was assumed; nil for nothing.
    public let note: String?
  }

  /// A donor thanked with a rounded figure for money in a scope.
  public struct Thanks: Hashable, Sendable {
    /// The donor's code.
    public let donor: DonorID
    /// Its name for people.
    public let name: String
    /// The scope.
    public let scope: ScopePath
    /// The scope's name for people.
    public let scopeName: String
    /// The rounded figure.
    public let amount: Money
  }

  /// A remark on the scope.
  public struct Remark: Hashable, Sendable {
    /// The day it was made.
    public let date: CalendarDate
    /// The remark.
    public let text: String

    /// Makes a remark.
    public init(date: CalendarDate, text: String) {
      self.date = date
      self.text = text
    }
  }

  /// The scope or situation.
  public let scope: ScopePath
  /// Its name for people.
  public let scopeName: String
  /// The names of the scopes that a situation spans; empty for a scope.
  public let spans: [String]
  /// The budget year.
  public let year: BudgetYear
  /// By when money counts as funded.
  public let basis: FundingBasis
  /// The book currency.
  public let currency: Currency
  /// What was requested for the scope and all below it.
  public let requested: Money
  /// What of `funded` lies where the donors put it.
  public let earmarked: Money
  /// What of `funded` was moved in, less what was moved out.
  public let allocated: Money
  /// What of `funded` waits for a condition; nil on basis received, which does not tell.
  public let conditional: Money?
  /// Whether all money of the scope is in the ledger, so that percentages say something.
  public let isComplete: Bool
  /// Who gave, the greatest first.
  public let donors: [DonorLine]
  /// What was given, by how narrowly it is directed.
  public let byEarmark: [EarmarkCategory: Money]
  /// What was signed and is not yet in the records, the greatest first.
  public let signedNotRecorded: [DonorLine]
  /// What is promised and no agreement has taken up.
  public let pledged: Money
  /// What arrived of the money that lies there or was moved there, at the agreements' frozen rates.
  public let received: Money
  /// What was spent on the scope's lines.
  public let spent: Money
  /// Support cost that agreements paid with it.
  public let supportCost: Money
  /// Money above the scope that may reach it.
  public let flexible: Money
  /// By which rates foreign amounts were converted, oldest first.
  public let rates: [ExchangeRate]
  /// Those that were older than their table's rhythm when they were used, each day by itself.
  public let staleRates: [RateUse]
  /// Every agreement, where they were asked for.
  public let agreements: [AgreementLine]?
  /// Who is thanked for money above the scope, the greatest first.
  public let thanks: [Thanks]
  /// Remarks on the scope, oldest first.
  public let remarks: [Remark]
  /// The budget years that have figures, where this one has none.
  public let otherYears: [BudgetYear]
  /// What the summary was made from.
  public let stamp: ReportStamp

  /// What was taken over from earlier years, at the scope and below.
  public let carriedIn: Money
  /// What lies at the scope and below: `earmarked`, `allocated` and `carriedIn` together.
  public let funded: Money
  /// Requested less funded; negative where more was given than requested.
  public let unfunded: Money

  /// What of the request is funded, in percent; nil without a request or where it would mislead.
  public var fundedPercent: Int? {
    guard isComplete else { return nil }
    return Percentage.funded(Int128(funded.minorUnits), of: Int128(requested.minorUnits))
  }

  /// What is left of 100; nil where ``fundedPercent`` is.
  public var unfundedPercent: Int? {
    guard isComplete else { return nil }
    return Percentage.unfunded(Int128(funded.minorUnits), of: Int128(requested.minorUnits))
  }
}
