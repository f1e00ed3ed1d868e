public import Bookkeeping
public import Monetary

/// What a ledger has to say for its gap: budget lines, and rows of the funding records that concern an area
/// in a year, as they stand on a day.
public struct GapMaterial: Sendable {
  /// Goods in kind of an agreement.
  public struct Goods: Hashable, Sendable {
    /// The agreement.
    public let agreement: Reference
    /// The line they were used on; nil for a delivery.
    public let scope: ScopePath?
    /// What they are worth, in minor units of the book currency.
    public let book: Int64

    /// Goods that were delivered, or used on a line.
    public init(of agreement: Reference, usedOn scope: ScopePath? = nil, book: Int64) {
      self.agreement = agreement
      self.scope = scope
      self.book = book
    }
  }

  /// The scope or situation.
  public let area: Area
  /// The budget year.
  public let year: BudgetYear
  /// The day.
  public let day: CalendarDate
  /// By when money counts.
  public private(set) var basis: FundingBasis
  /// Scopes and situations.
  public let programme: ProgrammeTree
  /// The budget lines of the area.
  public var lines: [BudgetLine] = []
  /// Rows inside the area: those of the basis and its movements, carried in, spent, supported and pledged.
  public var rows: [PositionRow] = []
  /// Rows above it of money that may reach it: those of the basis and its movements, carried in and pledged.
  public var above: [PositionRow] = []
  /// Rows elsewhere of agreements that have money above, or limits: what of that is used there is not left for
  /// the area.
  public var elsewhere: [PositionRow] = []
  /// Rows of what agreements with limits moved and spent in other years, anywhere.
  public var otherYears: [PositionRow] = []
  /// Rows of what was taken from the year, or an earlier one, into later years: it lies there still, but can no
  /// more be moved.
  public var carriedOn: [PositionRow] = []
  /// Agreements as they were signed, with amendments, in order.
  public var agreements: [Fact] = []
  /// Goods that were delivered and used.
  public var goods: [Goods] = []
  /// Whether money that lies above the area takes part as far as it may reach it.
  public var takesFlexible = false
  /// Whether pledges take part.
  public var takesPledges = false

  /// Makes material without lines and rows.
  public init(
    _ area: Area, year: BudgetYear, on day: CalendarDate, basis: FundingBasis,
    in programme: ProgrammeTree
  ) {
    self.area = area
    self.year = year
    self.day = day
    self.basis = basis
    self.programme = programme
  }

  /// What of ``elsewhere`` counts: of agreements without limits only where money above takes part.
  var elsewhereCounted: [PositionRow] {
    guard !takesFlexible else { return elsewhere }
    let limited = agreementsWithLimits
    return elsewhere.filter { $0.reference.map(limited.contains) ?? false }
  }

  /// The agreements that had a limit at some time.
  public var agreementsWithLimits: Set<Reference> {
    var limited: Set<Reference> = []
    for fact in agreements {
      switch fact.event {
      case .agreement(let agreement) where !agreement.terms.limits.isEmpty:
        limited.insert(agreement.reference)
      case .amendment(let amendment) where !amendment.limits.isEmpty:
        limited.formUnion(amendment.reference.prefixes)
      default: continue
      }
    }
    return limited
  }

  /// How money stands to the area that lies at a place and has a reach.
  public func relation(of place: ScopePath, _ reach: Reach?) -> Area.Relation {
    area.relation(of: place, reach) { programme.contains($0, in: $1) }
  }

  /// The same, where money counts on another basis.
  public func on(_ basis: FundingBasis) -> GapMaterial {
    var material = self
    material.basis = basis
    return material
  }
}
