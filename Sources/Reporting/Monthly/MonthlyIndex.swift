import Bookkeeping
import Funding
import Monetary

/// What the sums of a month's report have in common, whatever budget year they are of.
struct MonthlyIndex {
  /// Where an agreement has money for a year.
  private struct Place: Hashable {
    let agreement: Reference
    let scope: ScopePath
    let year: BudgetYear

    /// Where a posting says that its agreement has money.
    init?(_ posting: Posting) {
      guard let agreement = posting.tags.agreement, let scope = posting.tags.scope,
        let year = posting.tags.year
      else { return nil }
      self.init(agreement, scope, year)
    }

    init(_ agreement: Reference, _ scope: ScopePath, _ year: BudgetYear) {
      self.agreement = agreement
      self.scope = scope
      self.year = year
    }
  }

  /// The money of an agreement for a year, wherever it is.
  struct Lot: Hashable {
    let agreement: Reference
    let year: BudgetYear
  }

  /// What an entry credited some accounts with, debits being negative, and how much of it is about the area.
  struct Share {
    /// The day of the entry.
    let day: CalendarDate
    /// What it credited them with.
    fileprivate let whole: Int128
    /// By what the parts are weighed, by agreement.
    fileprivate var weights: [Reference: Int128] = [:]
    /// What of that is about the area.
    fileprivate var inside: [Lot: Int128] = [:]

    /// What of it is about the area and a year, or any.
    func amount(of year: BudgetYear?) -> Int128 {
      part(
        weighing: inside.reduce(0) { sum, lot in
          year == nil || lot.key.year == year ? sum + lot.value : sum
        })
    }

    /// What of it is about the area, told apart.
    var insideByLot: [Lot: Int128] { inside.mapValues(part) }

    /// What of it is about each agreement, wherever.
    var wholeByAgreement: [Reference: Int128] { weights.mapValues(part) }

    private func part(weighing weight: Int128) -> Int128 {
      let all = weights.values.reduce(0, +)
      // Sums of a few amounts of 64 bits multiply within 128.
      return weight == 0 || all == 0
        ? 0 : Rounding.halfEven.quotient(whole * weight, by: all)
    }
  }

  /// What the ledger had to say.
  let material: MonthlyFunding.Material
  /// What the rows inside the area come to, by budget year.
  let sumsOfYear: [BudgetYear: DailySums]
  /// What was gained, or lost where negative, on exchange that was realised.
  let exchange: [Share]
  /// What banks took, negative.
  let charges: [Share]
  /// What donors owe there.
  let claims: MonthlyClaims
  /// What was spent in the area of money above it.
  let brought: BroughtMoney
  /// Where agreements have money inside the area.
  private let places: Set<Place>
  /// What is recorded of each agreement.
  private let recorded: [Reference: [PositionRow]]

  /// Tells apart what a ledger had to say.
  init(_ material: MonthlyFunding.Material) {
    self.material = material
    var sums: [BudgetYear: DailySums] = [:]
    var places: Set<Place> = []
    for row in material.rows {
      sums[row.year, default: DailySums()].add(row)
      if let reference = row.reference { places.insert(Place(reference, row.scope, row.year)) }
    }
    sumsOfYear = sums
    self.places = places
    var recorded: [Reference: [PositionRow]] = [:]
    for row in material.whole where row.measure == .recorded {
      if let reference = row.reference { recorded[reference, default: []].append(row) }
    }
    self.recorded = recorded
    // What was entered by hand is told as such.
    let byHand = Set(material.byHand)
    let costs = material.costs.filter { !byHand.contains($0) }
    func shares(_ counts: (AccountCode) -> Bool) -> [Share] {
      costs.compactMap { Self.share(of: $0, recorded, places, counts) }
    }
    exchange =
      shares { $0.isRealisedExchange && $0.isWithin(.exchangeGain) }
      + shares { $0.isRealisedExchange && $0.isWithin(.exchangeLoss) }
    charges = shares { $0.isWithin(.bankCharges) }
    var signed = Self.insideRows(of: .signed, in: material)
    claims = MonthlyClaims(material) { posting in
      let isThere = Place(posting).map(places.contains) ?? false
      return isThere && signed?.take(posting) ?? true
    }
    brought = BroughtMoney(material, gains: exchange + charges)
  }

  /// Whether a posting is at a place inside the area where its agreement has money for a year, or any.
  func holds(_ posting: Posting, of year: BudgetYear?) -> Bool {
    guard let place = Place(posting), year.map({ $0 == place.year }) ?? true else { return false }
    return places.contains(place)
  }

  /// The rows of a measure in an area whose places do not tell what is about it: one of several scopes; nil for others.
  static func insideRows(
    of measure: PositionRow.Measure, in material: MonthlyFunding.Material
  ) -> InsideRows? {
    material.area.roots.count > 1 ? InsideRows(measure, among: material.rows) : nil
  }

  /// What an entry credited some accounts with, where that is anything, and how much of it is about the area:
  /// by its legs that name places, else by what is recorded of its agreement by then.
  private static func share(
    of entry: JournalEntry, _ recorded: [Reference: [PositionRow]], _ places: Set<Place>,
    _ counts: (AccountCode) -> Bool
  ) -> Share? {
    let whole = entry.postings.reduce(Int128(0)) { sum, posting in
      counts(posting.account)
        ? sum - posting.side.sign * Int128(posting.book.minorUnits) : sum
    }
    guard whole != 0 else { return nil }
    var weights = entry.postings.filter {
      !$0.account.isRealisedExchange && $0.account != .exchange
    }.compactMap { posting in Place(posting).map { ($0, Int128(posting.book.minorUnits)) } }
    if weights.isEmpty, let agreement = entry.postings.lazy.compactMap(\.tags.agreement).first {
      weights = (recorded[agreement] ?? []).filter { $0.day <= entry.date }.map { row in
        (Place(agreement, row.scope, row.year), Int128(row.book.minorUnits))
      }
    }
    var share = Share(day: entry.date, whole: whole)
    for (place, weight) in weights {
      share.weights[place.agreement, default: 0] += weight
      guard places.contains(place) else { continue }
      share.inside[Lot(agreement: place.agreement, year: place.year), default: 0] += weight
    }
    return share
  }
}
