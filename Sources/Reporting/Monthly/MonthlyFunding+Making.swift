public import Bookkeeping
public import Funding
public import Monetary

extension MonthlyFunding {
  /// What a ledger has to say for a month.
  public struct Material: Sendable {
    /// The scope or situation asked for.
    public var area: Area
    /// The month.
    public var month: AccountingMonth
    /// The budget year whose funding is followed.
    public var year: BudgetYear
    /// Whether it is open.
    public var isProvisional: Bool
    /// The ledger's names.
    public var names: LedgerNames
    /// What it was made from.
    public var stamp: ReportStamp
    /// Rows inside the area, of all budget years, up to the month's last day.
    public var rows: [PositionRow] = []
    /// What is recorded, received and spent, with support cost, in any place and year, of agreements that have
    /// such rows.
    public var whole: [PositionRow] = []
    /// Entries of the month and the one before that post to what is funded.
    public var fundings: [JournalListing.Item] = []
    /// Those that post to what is signed.
    public var signings: [JournalListing.Item] = []
    /// Those that post to what is owed back.
    public var refunds: [JournalListing.Item] = []
    /// All entries up to the month's last day that post to what is signed, to what donors owe or to what is owed back.
    public var claims: [JournalEntry] = []
    /// Whether what names neither a place nor an agreement is told with the area.
    public var hasEverything = false
    /// All entries up to the month's last day that post to gains or losses on exchange or to bank charges.
    public var costs: [JournalEntry] = []
    /// Entries by hand and opening balances, and what undoes them, up to the month's last day.
    public var byHand: [JournalEntry] = []
    /// Entries of the month that are about the area.
    public var entries: [JournalListing.Item] = []
    /// The foreign currencies of what was open at the month's end and taken at the rates of that day.
    public var revalued: Set<Currency> = []
    /// By when the rates were known by which it was taken.
    public var revaluedAt: Instant?
    /// The rates by which what moved, and what was open, was converted.
    public var rates: RateHistory
    /// The facts by which money came that nobody could name, by what it is called; where some was matched.
    public var unidentified: [Reference: [Fact]] = [:]
    /// The facts that some of the entries undo.
    public var undone: [FactID: Fact] = [:]

    /// Makes material without rows.
    public init(
      area: Area, month: AccountingMonth, year: BudgetYear, isProvisional: Bool, names: LedgerNames,
      stamp: ReportStamp
    ) {
      self.area = area
      self.month = month
      self.year = year
      self.isProvisional = isProvisional
      self.names = names
      rates = RateHistory(by: names.head.rates)
      self.stamp = stamp
    }
  }

  /// Makes the report of what a ledger said.
  /// - Throws: `.sumOverflow` where a sum is beyond what can be counted.
  public init(_ material: Material) throws(MoneyError) {
    let currency = material.names.head.currency
    let index = MonthlyIndex(material)
    let ledger = MonthlySums(index, of: material.year)
    let before = Self.sums(of: index, and: ledger, in: material.month.previous)
    let now = Self.sums(of: index, and: ledger, in: material.month)
    var accounts: [Account: [Line]] = [:]
    for account in Account.allCases {
      for kind in Kind.allCases {
        guard let sum = now[account]?[kind] else { continue }
        accounts[account, default: []].append(
          Line(
            kind: kind, before: try Money(sum: before[account]?[kind] ?? 0, of: currency),
            now: try Money(sum: sum, of: currency)))
      }
    }
    self.accounts = accounts
    otherYears = try Self.otherYears(in: index)
    let position = ledger.position(on: material.month.lastDay)
    let earlier = ledger.position(on: material.month.firstDay.previous)
    requested = try Money(sum: position[.requested], of: currency)
    requestedBefore = try Money(sum: earlier[.requested], of: currency)
    funded = try Money(sum: position.funded, of: currency)
    fundedBefore = try Money(sum: earlier.funded, of: currency)
    received = try Money(sum: position.received, of: currency)
    spent = try Money(sum: position[.spent], of: currency)
    newAgreements = try ledger.newAgreements()
    monthEnds = try ledger.monthEnds()
    rateUses = material.rateUses().sorted()
    lateFacts = try LateFact.among(material.entries) { item in
      guard case .reversal(let reversal) = item.fact.event else { return nil }
      return material.undone[reversal.target]
    }
    month = material.month
    year = material.year
    isProvisional = material.isProvisional
    scope = material.area.path
    scopeName = material.names.programme.name(of: scope)
    isComplete = material.area.roots.allSatisfy(
      material.names.programme.showsPercentage(of:))
    self.currency = currency
    stamp = material.stamp
  }

  /// What moved in a month: what is funded for the year, and money of all years.
  private static func sums(
    of index: MonthlyIndex, and ofYear: MonthlySums, in month: AccountingMonth?
  ) -> [Account: MonthlySums.Lines] {
    guard let month else { return [:] }
    var sums = MonthlySums(index).sums(in: month)
    sums[.funded] = ofYear.sums(in: month)[.funded]
    return sums
  }

  private static func otherYears(in index: MonthlyIndex) throws(MoneyError) -> [OtherYearLine] {
    let material = index.material
    let currency = material.names.head.currency
    let years = Set(index.sumsOfYear.keys).subtracting([material.year])
    var lines: [OtherYearLine] = []
    for year in years.sorted() {
      let sums = MonthlySums(index, of: year).sums(in: material.month)
      for kind in Kind.allCases where kind != .opening && kind != .closing {
        let line = OtherYearLine(
          year: year, kind: kind, funded: try Money(sum: sums[.funded]?[kind] ?? 0, of: currency),
          receivable: try Money(sum: sums[.receivable]?[kind] ?? 0, of: currency),
          unspent: try Money(sum: sums[.unspent]?[kind] ?? 0, of: currency))
        if ![line.funded, line.receivable, line.unspent].allSatisfy(\.isZero) {
          lines.append(line)
        }
      }
    }
    return lines
  }
}
