public import Bookkeeping
public import Funding
import Monetary

extension FundingSummary {
  /// What a ledger has to say for a summary; the rows answer queries with the same scope and year.
  public struct Material: Sendable {
    /// The scope, year and basis asked for.
    public var scope: ScopePath
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
    /// Rows at the scopes above: recorded, signed, received and allocated.
    public var above: [PositionRow] = []
    /// Acknowledgements for the scopes above, and for the scope.
    public var acknowledgements: [Acknowledgement] = []
    /// Remarks on the scope.
    public var remarks: [Remark] = []
    /// Whether agreements are to be listed.
    public var showsAgreements = false
    /// What it was made from.
    public var stamp: ReportStamp

    /// Makes material without rows.
    public init(
      scope: ScopePath, year: BudgetYear, basis: FundingBasis, names: LedgerNames,
      stamp: ReportStamp
    ) {
      self.scope = scope
      self.year = year
      self.basis = basis
      self.names = names
      self.stamp = stamp
    }
  }

  /// Makes the summary of what a ledger said.
  public init(_ material: Material) {
    let names = material.names
    let basis = material.basis
    let total = FundingPosition(material.byDonor)
    let perDonor = FundingPosition.grouped(material.byDonor) {
      $0.donor.map(names.donors.resolved)
    }
    let perCategory = FundingPosition.grouped(material.byCategory, by: \.category)
    let scope = names.programme.scope(material.scope)
    let isAggregate = material.scope == .global || scope?.kind == .region

    self.scope = material.scope
    scopeName = names.programme.name(of: material.scope)
    year = material.year
    self.basis = basis
    currency = names.head.currency
    requested = total[.requested].book
    earmarked = total[basis.measure].book
    allocated = total[.allocated].book
    isComplete = !isAggregate || scope?.isComplete == true
    donors = Self.lines(of: perDonor, names) { $0.funded(on: basis) }
    byEarmark = perCategory.mapValues { $0.funded(on: basis).book }.filter { $0.value != 0 }
    signedNotRecorded = Self.lines(of: perDonor, names, \.signedNotRecorded)
    pledged = total[.pledged].book
    received = total[.received].book
    spent = total[.spent].book
    flexible = FundingPosition(material.above).funded(on: basis).book
    rates = Self.rates(in: material)
    agreements = material.showsAgreements ? Self.agreements(in: material) : nil
    thanks = Self.thanks(in: material)
    remarks = material.remarks
    stamp = material.stamp
  }

  private static func lines(
    of positions: [DonorID: FundingPosition], _ names: LedgerNames,
    _ tally: (FundingPosition) -> FundingPosition.Tally
  ) -> [DonorLine] {
    positions.compactMap { donor, position in
      let tally = tally(position)
      guard tally.book != 0 || !tally.original.isZero else { return nil }
      return DonorLine(
        donor: donor, name: names.donors.name(of: donor), book: tally.book,
        original: tally.original, count: tally.count)
    }
    .sorted { ($1.book, $0.name) < ($0.book, $1.name) }
  }

  private static func rates(in material: Material) -> [ExchangeRate] {
    let used = material.byAgreement.lazy.filter { $0.measure == .signed }
      .flatMap { material.names.rates(of: $0.amount.currency, on: $0.day) }
    return Set(used).sorted {
      ($0.effective, $0.quote, $0.base) < ($1.effective, $1.quote, $1.base)
    }
  }

  private static func agreements(in material: Material) -> [AgreementLine] {
    struct Key: Hashable {
      let reference: Reference
      let place: ScopePath
      let category: EarmarkCategory
    }
    let positions = FundingPosition.grouped(material.byAgreement) { row -> Key? in
      guard let reference = row.reference, let category = row.category else { return nil }
      return Key(reference: reference, place: row.scope, category: category)
    }
    var signed: [Reference: PositionRow] = [:]
    for row in material.byAgreement where row.measure == .signed {
      if let reference = row.reference, signed[reference] == nil { signed[reference] = row }
    }
    return positions.compactMap { key, position in
      let tally = position[.signed]
      guard let row = signed[key.reference], let donor = row.donor,
        let amount = try? tally.original.amount(in: row.amount.currency), !amount.isZero
      else { return nil }
      return AgreementLine(
        reference: key.reference,
        donor: material.names.donors.name(of: material.names.donors.resolved(donor)),
        category: key.category, place: key.place, amount: amount,
        book: Int64(clamping: tally.book), isRecorded: position[.recorded].book == tally.book,
        rates: material.names.rates(of: row.amount.currency, on: row.day))
    }
    .sorted { ($1.book, $0.reference) < ($0.book, $1.reference) }
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
