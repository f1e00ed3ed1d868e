import Bookkeeping
public import Funding
public import Monetary

/// What was received of agreements, not spent, and may still be, by how narrowly it is directed.
public struct AvailableMoney: Hashable, Sendable {
  /// So much of one category.
  public struct Line: Hashable, Sendable {
    /// How narrowly it is directed; nil for what is of no agreement alone.
    public let category: EarmarkCategory?
    /// How much; negative where more was spent than received.
    public let amount: Money
  }

  /// All of it.
  let total: Int128
  /// By category; those of nothing are left out.
  let lines: [Line]

  /// What there is on `day`, from what a month's report is made of.
  ///
  /// What is left of an agreement with parts of several categories is divided by what was received for each,
  /// largest remainder.
  /// - Parameters:
  ///   - whole: What moved the money of the area.
  ///   - lapsed: The agreements of which nothing may be spent any more, since their period is over.
  ///   - day: The day.
  /// - Throws: `.sumOverflow` where a sum is beyond what can be counted.
  init(
    _ whole: MonthlyFunding.Material, leavingOut lapsed: Set<Reference>, on day: CalendarDate
  ) throws(MoneyError) {
    let material = whole.leavingOut(lapsed)
    let currency = material.names.head.currency
    total = MonthlySums(MonthlyIndex(material)).unspent(on: day)
    var sums: [EarmarkCategory: Int128] = [:]
    for (_, material) in material.byAgreement {
      let left = try Money(sum: MonthlySums(MonthlyIndex(material)).unspent(on: day), of: currency)
      for (category, part) in Self.divided(left, by: material.rows) {
        sums[category, default: 0] += Int128(part.minorUnits)
      }
    }
    var lines: [Line] = []
    for category in EarmarkCategory.allCases {
      guard let sum = sums[category], sum != 0 else { continue }
      lines.append(Line(category: category, amount: try Money(sum: sum, of: currency)))
    }
    let rest = total - sums.values.reduce(0, +)
    if rest != 0 { lines.append(Line(category: nil, amount: try Money(sum: rest, of: currency))) }
    self.lines = lines
  }

  private static func divided(
    _ amount: Money, by rows: [PositionRow]
  ) -> [(EarmarkCategory, Money)] {
    var received: [EarmarkCategory: Int128] = [:]
    for row in rows where [.received, .receivedAllocated].contains(row.measure) {
      if let category = row.category {
        received[category, default: 0] += Int128(row.book.minorUnits)
      }
    }
    let weighed = received.filter { $0.value > 0 }.sorted { $0.key.rawValue < $1.key.rawValue }
    guard !weighed.isEmpty else {
      let category = rows.lazy.compactMap(\.category).first ?? .notStated
      return amount.isZero ? [] : [(category, amount)]
    }
    let parts = amount.allocated(by: weighed.map { Int64(clamping: $0.value) })
    return zip(weighed.map(\.key), parts).map { ($0, $1) }
  }
}

extension MonthlyFunding.Material {
  /// The material without what is about some agreements.
  fileprivate func leavingOut(_ agreements: Set<Reference>) -> MonthlyFunding.Material {
    guard !agreements.isEmpty else { return self }
    func isKept(_ reference: Reference?) -> Bool {
      reference.map { !agreements.contains($0) } ?? true
    }
    func isKept(_ entry: JournalEntry) -> Bool { isKept(entry.agreement) }
    var material = self
    material.rows = rows.filter { isKept($0.reference) }
    material.whole = whole.filter { isKept($0.reference) }
    material.costs = costs.filter(isKept)
    material.claims = claims.filter(isKept)
    material.byHand = byHand.filter { !$0.funds.contains(where: agreements.contains) }
    return material
  }

  /// What of the material is about each agreement alone.
  fileprivate var byAgreement: [Reference: MonthlyFunding.Material] {
    let rows = Dictionary(grouping: rows.filter { $0.reference != nil }, by: \.reference)
    let whole = Dictionary(grouping: whole, by: \.reference)
    let costs = Dictionary(grouping: costs, by: \.agreement)
    let claims = Dictionary(grouping: claims, by: \.agreement)
    var byHand: [Reference: [JournalEntry]] = [:]
    for entry in self.byHand {
      for reference in entry.funds { byHand[reference, default: []].append(entry) }
    }
    var materials: [Reference: MonthlyFunding.Material] = [:]
    for (reference, rows) in rows {
      guard let reference else { continue }
      var material = self
      material.rows = rows
      material.whole = whole[reference] ?? []
      material.costs = costs[reference] ?? []
      material.claims = claims[reference] ?? []
      material.byHand = byHand[reference] ?? []
      materials[reference] = material
    }
    return materials
  }
}

extension JournalEntry {
  /// The agreement that it is about: the first that a posting names.
  fileprivate var agreement: Reference? { postings.lazy.compactMap(\.tags.agreement).first }

  /// The agreements whose funds it is in.
  fileprivate var funds: Set<Reference> { Set(postings.compactMap(\.fund.agreement)) }
}
