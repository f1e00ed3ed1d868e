import Bookkeeping
import Monetary

/// What the terms of an agreement say of the use of its money, as amended.
struct GapTerms {
  /// Who signed it.
  private(set) var donor: DonorID?
  /// Where it may be used.
  private(set) var earmark = Earmark.unstated
  /// Where some of it could be used at some time, as its parts and its amendments said.
  private var earmarks: Set<Earmark> = []
  /// Its shares, where it has several.
  private var parts: [AgreementPart] = []
  /// What a line must be for.
  private(set) var requirements: [TagRequirement] = []
  /// What may go to some scopes at most.
  private(set) var limits: [SubLimit] = []
  /// The only days on which it may be spent.
  private(set) var period: DateInterval?
  /// The last day of the work it pays for.
  private(set) var ends: CalendarDate?

  /// Terms that say nothing.
  init() {}

  /// The terms of all agreements among `facts`, as they stand after them.
  static func all(in facts: [Fact]) -> [Reference: GapTerms] {
    var all: [Reference: GapTerms] = [:]
    for fact in facts {
      switch fact.event {
      case .agreement(let agreement): all[agreement.reference] = GapTerms(agreement)
      case .amendment(let amendment):
        guard let reference = amendment.reference.prefixes.first(where: { all[$0] != nil })
        else { continue }
        all[reference]?.take(amendment)
      default: continue
      }
    }
    return all
  }

  private init(_ agreement: Agreement) {
    donor = agreement.donor
    earmark = agreement.terms.earmark ?? .unstated
    take(earmark, agreement.parts)
    requirements = agreement.terms.requirements
    limits = agreement.terms.limits
    period = agreement.terms.period
    ends = agreement.ends
  }

  private mutating func take(_ amendment: Amendment) {
    if let ends = amendment.ends { self.ends = ends }
    if let earmark = amendment.earmark { self.earmark = earmark }
    take(earmark, amendment.parts)
    if let period = amendment.period { self.period = period }
    limits.amend(by: amendment.limits)
  }

  private mutating func take(_ earmark: Earmark, _ parts: [AgreementPart]) {
    earmarks.formUnion([earmark] + parts.compactMap(\.earmark))
    self.parts += parts
  }

  /// The name of the parts of a year that lie at a place and are directed alike; nil where the year has but one.
  func selector(
    ofPartAt place: ScopePath, directedAs source: LedgerGap.Source, in year: BudgetYear,
    of programme: ProgrammeTree
  ) -> PartSelector? {
    let ofYear = parts.filter { $0.year == year }
    let names = ofYear.map { PartSelector(year: year, earmark: $0.earmark, donor: $0.donor) }
    guard Set(names).count > 1 else { return nil }
    let there = earmarks.filter { (try? programme.place(of: $0)) == place }
    let alike = there.filter {
      $0.category == source.category && (try? programme.reach(of: $0)) == source.reach
    }
    let earmark = there.count > 1 && alike.count == 1 ? alike.first : nil
    let donors = Set(ofYear.map { $0.donor ?? donor })
    return PartSelector(
      year: year, scope: earmark == nil ? place : nil, earmark: earmark,
      donor: donors.count > 1 ? source.donor : nil)
  }

  /// What a line must say of itself: for each key one of these values.
  var tags: [String: [String]] {
    Dictionary(requirements.map { ($0.key.text, $0.values.map(\.text)) }) { $1 }
  }

  /// The day after which it is lost; nil for none.
  var lapses: CalendarDate? { period?.last ?? ends }

  /// Whether none of it that is not at a line may be used: its days are over, or none lies in the year.
  func isBarred(in material: GapMaterial) -> Bool {
    guard let period else { return false }
    return hasExpired(on: material.day) || BudgetYear(of: period.last) < material.year
      || material.year < BudgetYear(of: period.first)
  }

  /// Whether its days are over.
  func hasExpired(on day: CalendarDate) -> Bool { period.map { $0.last < day } ?? false }
}
