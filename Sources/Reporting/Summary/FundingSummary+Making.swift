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
    /// Rows by earmark category: recorded, signed, received and allocated.
    public var byCategory: [PositionRow] = []
    /// Rows by agreement: signed and recorded.
    public var byAgreement: [PositionRow] = []
    /// Rows above, of money that may reach it: recorded, signed, received and allocated.
    public var above: [PositionRow] = []
    /// Acknowledgements for the scopes above, and for the scope.
    public var acknowledgements: [Acknowledgement] = []
    /// Remarks on the scope.
    public var remarks: [Remark] = []
    /// Whether agreements are to be listed.
    public var showsAgreements = false
    /// What is remarked on agreements, where they are to be listed.
    public var agreementNotes: [Reference: String] = [:]
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
      self.stamp = stamp
    }
  }

  /// Makes the summary of what a ledger said.
  /// - Throws: `.overflow` where a sum is beyond what can be counted.
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
    funded = try earmarked.adding(allocated)
    unfunded = try requested.subtracting(funded)
    isComplete = material.area.roots.allSatisfy(names.programme.showsPercentage(of:))
    donors = try Self.lines(of: perDonor, names) { $0.funded(on: basis) }
    byEarmark = try Self.categories(in: material)
    signedNotRecorded = try Self.lines(of: perDonor, names, \.signedNotRecorded)
    pledged = try Money(sum: total[.pledged].book, of: currency)
    received = try Money(sum: total[.received].book, of: currency)
    spent = try Money(sum: total[.spent].book, of: currency)
    flexible = try Money(
      sum: FundingPosition(material.above).funded(on: basis).book, of: currency)
    rates = Self.rates(in: material)
    agreements = material.showsAgreements ? try Self.agreements(in: material) : nil
    thanks = Self.thanks(in: material)
    remarks = material.remarks
    stamp = material.stamp
  }

  private static func lines(
    of positions: [DonorID: FundingPosition], _ names: LedgerNames,
    _ tally: (FundingPosition) -> FundingPosition.Tally
  ) throws(MoneyError) -> [DonorLine] {
    var lines: [DonorLine] = []
    for (donor, position) in positions {
      let tally = tally(position)
      guard tally.book != 0 || !tally.original.isZero else { continue }
      lines.append(
        DonorLine(
          donor: donor, name: names.donors.name(of: donor),
          book: try Money(sum: tally.book, of: names.head.currency),
          original: tally.original, count: tally.count))
    }
    return lines.sorted { ($1.book.minorUnits, $0.name) < ($0.book.minorUnits, $1.name) }
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

  /// The rates of agreements of which something is left, each of the day it was signed last.
  private static func rates(in material: Material) -> [ExchangeRate] {
    var left: [Reference: Int128] = [:]
    var signings: [Reference: PositionRow] = [:]
    for row in material.byAgreement where row.measure == .signed {
      guard let reference = row.reference, row.amount.currency != material.names.head.currency
      else { continue }
      left[reference, default: 0] += Int128(row.amount.minorUnits)
      signings[reference] = row.later(than: signings[reference])
    }
    let used = signings.filter { left[$0.key] != 0 }.values.flatMap {
      material.names.rates(of: $0.amount.currency, on: $0.day)
    }
    return Set(used).sorted {
      ($0.effective, $0.quote, $0.base) < ($1.effective, $1.quote, $1.base)
    }
  }

  /// Agreements, one line for each place and category that their parts have.
  private static func agreements(in material: Material) throws(MoneyError) -> [AgreementLine] {
    struct Key: Hashable {
      let reference: Reference
      let place: ScopePath
      let category: EarmarkCategory
    }
    var signings: [Key: PositionRow] = [:]
    let positions = FundingPosition.grouped(material.byAgreement) { row -> Key? in
      guard let reference = row.reference, let category = row.category else { return nil }
      let key = Key(reference: reference, place: row.scope, category: category)
      if row.measure == .signed { signings[key] = row.later(than: signings[key]) }
      return key
    }
    var lines: [AgreementLine] = []
    for (key, signing) in signings {
      guard let position = positions[key], let donor = signing.donor else { continue }
      let signed = position[.signed]
      let amount = try signed.original.amount(in: signing.amount.currency)
      guard !amount.isZero else { continue }
      lines.append(
        AgreementLine(
          reference: key.reference,
          donor: material.names.donors.name(of: material.names.donors.resolved(donor)),
          category: key.category, place: key.place, amount: amount,
          book: try Money(sum: signed.book, of: material.names.head.currency),
          isRecorded: position[.recorded].book == signed.book,
          rates: material.names.rates(of: amount.currency, on: signing.day),
          note: material.agreementNotes[key.reference]))
    }
    return lines.sorted {
      ($1.book.minorUnits, $0.reference) < ($0.book.minorUnits, $1.reference)
    }
  }

  private static func thanks(in material: Material) -> [Thanks] {
    let latest = Dictionary(
      material.acknowledgements.map { ($0.donor, $0) }, uniquingKeysWith: { $1 })
    return latest.values.map {
      Thanks(donor: material.names.donors.name(of: $0.donor), amount: $0.amount)
    }
    .sorted { ($1.amount.minorUnits, $0.donor) < ($0.amount.minorUnits, $1.donor) }
  }
}

extension PositionRow {
  /// The later of two signings; what a reversal takes back is none.
  fileprivate func later(than other: PositionRow?) -> PositionRow? {
    guard amount.isPositive else { return other }
    return other.map { $0.day < day } ?? true ? self : other
  }
}
