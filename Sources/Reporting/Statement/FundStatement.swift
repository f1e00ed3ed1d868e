public import Bookkeeping
public import Funding
public import Monetary

/// What was owed, received and spent of one agreement in a period, or of the general fund.
///
/// Every posting of the money is behind exactly one figure, or its entry is listed by itself.
public struct FundStatement: Hashable, Sendable {
  /// Whose money it is.
  public let owner: FundOwner
  /// What was agreed; nil for the general fund.
  public let terms: AgreementTerms?
  /// What is owed, in the agreement's currency and in that of the books; empty for the general fund.
  public let receivable: [StatementLine]
  /// What of that is each donor's, where several finance the agreement; the lead's first.
  public let shares: [DonorShare]
  /// What is unspent, in the book currency.
  public let unspent: [StatementLine]
  /// Goods in kind, in the book currency; empty where there are none.
  public let goods: [StatementLine]
  /// What may still be spent of the agreement on the last day; nil for the general fund.
  public let available: Money?
  /// What is the donor's on the last day; nil for the general fund.
  public let owedBack: OwedBack?
  /// What was spent beyond what was received, after the agreement's last day; nil where nothing was.
  public let overspent: Money?
  /// What was agreed and amended.
  public let commitments: [CommitmentLine]
  /// Conditions on the last day, in the order of the agreement's terms.
  public let conditions: [ConditionStanding]
  /// Payments due, the earliest first.
  public let instalments: [InstalmentLine]
  /// What was received.
  public let receipts: [ReceiptLine]
  /// Refunds that fell due or were paid, by the day they were due.
  public let refunds: [RefundLine]
  /// What was written off.
  public let writeOffs: [WriteOffLine]
  /// Gains and losses on exchange.
  public let exchange: [ExchangeLine]
  /// Support cost, by the rates that were agreed.
  public let support: [SupportLine]
  /// What was spent, by budget line.
  public let spending: [SpendingLine]
  /// Reports that the donor is owed or was sent, the earliest first.
  public let duties: [AgreementTerms.Duty]
  /// Entries that are behind no other figure.
  public let others: [OtherLine]
  /// Facts of the period that were posted later than on their own day, whose month was closed.
  public let lateFacts: [LateFact]
  /// By which rates the amounts that moved in the period were converted, the oldest first.
  public let rateUses: [RateUse]
  /// What the accounts hold at the end; what owes is positive. They sum to nothing.
  public let balances: [AccountLine]
  /// How figures are shown in another currency; nil where they are not.
  public let translation: StatementTranslation?
  /// The entries of the period.
  public let entries: [StatementEntry]

  /// Whether it is an agreement's, and money of the period is in the general fund.
  var isInGeneralFund: Bool {
    owner != .general && entries.contains { $0.postings.contains { $0.fund == .general } }
  }

  /// What it is called for people.
  var title: String {
    terms?.title ?? "General fund"
  }
}

extension FundStatement {
  /// What a statement is made of.
  public struct Material: Sendable {
    /// Whose money it is.
    public let owner: FundOwner
    /// What was signed and amended of the agreement, in order; empty for the general fund.
    public var facts: [Fact]
    /// Who gives which part; nil where one donor gives all, and for the general fund.
    public var financing: Financing?
    /// The agreement's conditions as they stand on the last day; empty for the general fund.
    public var conditions: [ConditionStanding]
    /// What may still be spent on the last day, in minor units of the book currency; nil for the general fund.
    public var available: Int128?
    /// All entries that move the money up to the last day, in the order of their days.
    public var entries: [StatementEntry]
    /// All entries that may move the money, those of others in the same accounts among them, in that order.
    public var items: [JournalListing.Item]
    /// The facts by which money came that nobody could name, by what it is called; where some was matched.
    public var unidentified: [Reference: [Fact]]
    /// Up to when what was entered counts; nil for all.
    public var known: Instant?
    /// The rate by which figures are shown in another currency; nil where they are not.
    public var display: StatementDisplay
    /// What the ledger calls things on the last day.
    public let names: LedgerNames
    /// The rates by which what moved was converted.
    public var rates: RateHistory

    /// Makes material without entries.
    public init(_ owner: FundOwner, names: LedgerNames, display: StatementDisplay = .book) {
      self.owner = owner
      self.names = names
      self.display = display
      rates = RateHistory(by: names.head.rates)
      facts = []
      conditions = []
      entries = []
      items = []
      unidentified = [:]
    }
  }
}

/// In which currency a statement's figures are shown beside that of the books.
public enum StatementDisplay: Hashable, Sendable {
  /// In no other.
  case book
  /// In that of the agreement.
  case donor
  /// In any, at the table's rate of a day.
  case rate(Conversion, on: CalendarDate)
}

/// The first and the last day of a statement, both included.
public struct StatementPeriod: Hashable, Sendable {
  /// The first day; nil where all since the beginning is stated.
  public let from: CalendarDate?
  /// The last day.
  public let to: CalendarDate
  /// Whether the last day's month is open, so that figures may change.
  public let isProvisional: Bool

  /// Makes a period.
  public init(from: CalendarDate? = nil, to: CalendarDate, isProvisional: Bool) {
    self.from = from
    self.to = to
    self.isProvisional = isProvisional
  }

  /// Whether a day is before the period.
  func isAfter(_ day: CalendarDate) -> Bool { from.map { day < $0 } ?? false }

  /// The period in words: `from 2017-11-02 to 2018-01-31`.
  var words: String { (from.map { "from \($0) " } ?? "from the beginning ") + "to \(to)" }
}
