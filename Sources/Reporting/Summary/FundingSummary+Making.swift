public import Bookkeeping
public import Funding
public import Monetary

extension FundingSummary {
  /// What a ledger has to say for a summary; the rows answer queries with the same scope and year.
  public struct Material: Sendable {
    /// The scope or situation asked for.
    public var area: Area
    /// The budget year.
    public var year: BudgetYear
    /// By when money counts as funded.
    public var basis: FundingBasis
    /// The ledger's names.
    public var names: LedgerNames
    /// Rows by donor: all measures.
    public var byDonor: [PositionRow] = []
    /// Rows by earmark category: recorded, signed or received, allocated and carried in.
    public var byCategory: [PositionRow] = []
    /// Rows one by one, of agreements: signed, recorded, received, allocated and carried in.
    public var byAgreement: [LearntRow] = []
    /// The same of agreements elsewhere, or of other years, of which something came to it: signed.
    public var signingsElsewhere: [LearntRow] = []
    /// The budget years that have figures, where the one that is asked for has none.
    public var otherYears: [BudgetYear] = []
    /// Rows above, of money that may reach it: recorded, signed or received, allocated and carried in.
    public var above: [PositionRow] = []
    /// Acknowledgements for the scopes above, and for the scope.
    public var acknowledgements: [Acknowledgement] = []
    /// Remarks on the scope.
    public var remarks: [Remark] = []
    /// Whether agreements are to be listed.
    public var showsAgreements = false
    /// What is remarked on agreements, where they are to be listed.
    public var agreementNotes: [Reference: String] = [:]
    /// The rates by which agreements in foreign currencies were converted.
    public var rates: RateHistory
    /// What it was made from.
    public var stamp: ReportStamp

    /// Makes material without rows.
    public init(
      area: Area, year: BudgetYear, basis: FundingBasis, names: LedgerNames,
      stamp: ReportStamp
    ) {
      self.area = area
      self.year = year
      self.basis = basis
      self.names = names
      rates = RateHistory(by: names.head.rates)
      self.stamp = stamp
    }
  }

  /// Makes the summary of what a ledger said.
  /// - Throws: `.sumOverflow` where a sum is beyond what can be counted.
  public init(_ material: Material) throws(MoneyError) {
    let names = material.names
    let basis = material.basis
    let total = FundingPosition(material.byDonor)
    let perDonor = FundingPosition.grouped(material.byDonor) {
      $0.donor.map(names.donors.resolved)
    }
    scope = material.area.path
    scopeName = names.programme.name(of: scope)
    spans =
      names.programme.situation(scope) == nil
      ? [] : material.area.roots.map(names.programme.name(of:))
    year = material.year
    self.basis = basis
    currency = names.head.currency
    requested = try Money(sum: total[.requested].book, of: currency)
    earmarked = try Money(sum: total[basis.measure].book, of: currency)
    allocated = try Money(sum: total[basis.movement].book, of: currency)
    carriedIn = try Money(sum: total[.carriedIn].book, of: currency)
    conditional = try total.conditional(on: basis, in: currency)
    funded = try earmarked.adding(allocated).adding(carriedIn)
    unfunded = try requested.subtracting(funded)
    isComplete = material.area.roots.allSatisfy(names.programme.showsPercentage(of:))
    let contributions = Contributions(in: material)
    donors = try Self.lines(of: perDonor, contributions, names, conditionalOn: basis) {
      $0.funded(on: basis)
    }
    byEarmark = try Self.categories(in: material)
    // On basis signed they are funded, and stand above.
    signedNotRecorded =
      basis == .signed
      ? []
      : try Self.lines(
        of: perDonor, contributions, names, conditionalOn: nil, \.signedNotRecorded)
    pledged = try Money(sum: total[.pledged].book, of: currency)
    received = try Money(
      sum: total[.received].adding(total[.receivedAllocated]).book, of: currency)
    spent = try Money(sum: total[.spent].book, of: currency)
    supportCost = try Money(sum: total[.supported].book, of: currency)
    flexible = try Money(
      sum: FundingPosition(material.above).funded(on: basis).book, of: currency)
    let rateUses = contributions.rateUses()
    rates = rateUses.ratesInOrder
    staleRates = rateUses.filter(\.isStale)
    agreements = material.showsAgreements ? try contributions.lines() : nil
    thanks = Self.thanks(in: material)
    otherYears = material.otherYears
    remarks = material.remarks
    stamp = material.stamp
  }

  private static func lines(
    of positions: [DonorID: FundingPosition], _ contributions: Contributions,
    _ names: LedgerNames, conditionalOn basis: FundingBasis?,
    _ tally: (FundingPosition) -> FundingPosition.Tally
  ) throws(MoneyError) -> [DonorLine] {
    let currency = names.head.currency
    let counts = contributions.counts(tally)
    var lines: [DonorLine] = []
    for (donor, position) in positions {
      let tally = tally(position)
      guard !tally.isZero else { continue }
      lines.append(
        DonorLine(
          donor: donor, name: names.donors.name(of: donor),
          book: try Money(sum: tally.book, of: currency),
          conditional: try basis.flatMap { basis throws(MoneyError) in
            try position.conditional(on: basis, in: currency)
          }, original: tally.original, count: counts[donor] ?? 0))
    }
    return lines.sorted {
      ($1.book.minorUnits, $0.name, $0.donor.text) < ($0.book.minorUnits, $1.name, $1.donor.text)
    }
  }

  private static func categories(
    in material: Material
  ) throws(MoneyError) -> [EarmarkCategory: Money] {
    let positions = FundingPosition.grouped(material.byCategory, by: \.category)
    var categories: [EarmarkCategory: Money] = [:]
    for (category, position) in positions {
      let funded = try Money(
        sum: position.funded(on: material.basis).book, of: material.names.head.currency)
      if !funded.isZero { categories[category] = funded }
    }
    return categories
  }

  /// Donors thanked for money in a scope, each with the latest figure for it: those in the book currency
  /// first, the greatest first.
  private static func thanks(in material: Material) -> [Thanks] {
    struct Subject: Hashable {
      let donor: DonorID
      let scope: ScopePath
    }
    let names = material.names
    let latest = Dictionary(
      material.acknowledgements.map { (Subject(donor: $0.donor, scope: $0.scope), $0) },
      uniquingKeysWith: { $1 })
    return latest.values.map {
      Thanks(
        donor: $0.donor, name: names.donors.name(of: $0.donor), scope: $0.scope,
        scopeName: names.programme.name(of: $0.scope), amount: $0.amount)
    }
    .sorted { left, right in
      let isLeft = left.amount.currency == names.head.currency
      let isRight = right.amount.currency == names.head.currency
      if isLeft != isRight { return isLeft }
      if left.amount.currency != right.amount.currency {
        return left.amount.currency < right.amount.currency
      }
      return (right.amount.minorUnits, left.name, left.scope.text)
        < (left.amount.minorUnits, right.name, right.scope.text)
    }
  }
}

extension FundingPosition {
  /// What of it waits for a condition, in the book currency; nil on a basis that does not tell.
  fileprivate func conditional(
    on basis: FundingBasis, in currency: Currency
  ) throws(MoneyError) -> Money? {
    guard let tally = conditional(on: basis) else { return nil }
    return try Money(sum: tally.book, of: currency)
  }
}

extension [RateUse] {
  /// The rates of uses that are in order, each once.
  fileprivate var ratesInOrder: [ExchangeRate] {
    reduce(into: []) { rates, use in
      if rates.last != use.rate { rates.append(use.rate) }
    }
  }
}
