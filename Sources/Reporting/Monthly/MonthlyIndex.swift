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

  /// What an entry debited some accounts with, and how much of it is about the area.
  struct Share {
    /// The day of the entry.
    let day: CalendarDate
    /// What it debited them with.
    fileprivate let whole: Int128
    /// By what the parts are weighed.
    fileprivate let all: Int128
    /// What of that is about the area, by budget year.
    fileprivate let inside: [BudgetYear: Int128]

    /// What of it is about the area and a year, or any.
    func amount(of year: BudgetYear?) -> Int128 {
      let weight = year.map { inside[$0] ?? 0 } ?? inside.values.reduce(0, +)
      // Sums of a few amounts of 64 bits multiply within 128.
      return weight == 0 || all == 0
        ? 0 : Rounding.halfEven.quotient(whole * weight, by: all)
    }
  }

  /// What the ledger had to say.
  let material: MonthlyFunding.Material
  /// What the rows inside the area come to, by budget year.
  let sumsOfYear: [BudgetYear: DailySums]
  /// What was lost, or gained where negative, on exchange that was realised.
  private(set) var exchange: [Share] = []
  /// What banks took.
  private(set) var charges: [Share] = []
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
    for row in material.recorded {
      if let reference = row.reference { recorded[reference, default: []].append(row) }
    }
    self.recorded = recorded
    exchange =
      shares(of: material.costs) { $0.isRealisedExchange && $0.isWithin(.exchangeGain) }
      + shares(of: material.costs) { $0.isRealisedExchange && $0.isWithin(.exchangeLoss) }
    charges = shares(of: material.costs) { $0.isWithin(.bankCharges) }
  }

  /// Whether a posting is at a place inside the area where its agreement has money for a year, or any.
  func holds(_ posting: Posting, of year: BudgetYear?) -> Bool {
    guard let place = Place(posting), year.map({ $0 == place.year }) ?? true else { return false }
    return places.contains(place)
  }

  /// What entries debited some accounts with, where that is anything.
  private func shares(
    of entries: [JournalEntry], _ counts: (AccountCode) -> Bool
  ) -> [Share] {
    entries.compactMap { entry in
      let whole = entry.postings.reduce(Int128(0)) { sum, posting in
        counts(posting.account)
          ? sum + posting.side.sign * Int128(posting.book.minorUnits) : sum
      }
      guard whole != 0 else { return nil }
      let (inside, all) = weights(of: entry)
      return Share(day: entry.date, whole: whole, all: all, inside: inside)
    }
  }

  /// How much of an entry is about the area, by year: by its legs that name places, else by what is recorded
  /// of its agreement by then.
  private func weights(
    of entry: JournalEntry
  ) -> (inside: [BudgetYear: Int128], all: Int128) {
    var weights = entry.postings.filter {
      !$0.account.isRealisedExchange && $0.account != .exchange
    }.compactMap { posting in Place(posting).map { ($0, Int128(posting.book.minorUnits)) } }
    if weights.isEmpty, let agreement = entry.postings.lazy.compactMap(\.tags.agreement).first {
      weights = (recorded[agreement] ?? []).filter { $0.day <= entry.date }.map { row in
        (Place(agreement, row.scope, row.year), Int128(row.book.minorUnits))
      }
    }
    var inside: [BudgetYear: Int128] = [:]
    var all: Int128 = 0
    for (place, weight) in weights {
      all += weight
      if places.contains(place) { inside[place.year, default: 0] += weight }
    }
    return (inside, all)
  }
}
