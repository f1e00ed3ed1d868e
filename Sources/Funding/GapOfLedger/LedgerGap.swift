public import Bookkeeping
import Monetary

/// A gap problem that was made from a ledger, and what its lines and contributions are.
///
/// Lines are the budget lines of the area, remainders included. Money is eligible for the lines at and
/// below its place, or where its earmark says; where there are none, for those of the nearest scope above
/// that has some. What was allocated to a line, or spent there if that is more, is posted. The first and
/// the last day of an agreement only order its use; the days of an explicit `period:` bind, and once they
/// are over only what is posted counts.
public struct LedgerGap: Sendable {
  /// What a contribution of the problem is.
  public struct Source: Hashable, Sendable {
    /// Its identifier in the problem.
    public let id: String
    /// The agreement or the pledge.
    public let reference: Reference
    /// Who gives.
    public let donor: DonorID?
    /// How narrowly it is directed.
    public let category: EarmarkCategory
    /// Where it lies; nil where it came from outside of the area.
    public let place: ScopePath?
    /// Where it may be used, where the place does not tell.
    public let reach: Reach?
    /// Whether the days on which it may be spent are over.
    public let hasExpired: Bool
    /// What a line must be for.
    public let requirements: [TagRequirement]
    /// Whether it is goods.
    public let isInKind: Bool
    /// Whether it is a promise.
    public let isPledge: Bool
    /// What lies at its place, so that it can be moved; nil where nothing can be, by its budget year.
    let lying: Lying?
  }

  /// Money that lies at one place.
  struct Lying: Hashable {
    /// In minor units of the book currency.
    let book: Int64
    /// In its own.
    let own: Money
    /// What of that can be moved.
    let movable: Money
    /// The place it was agreed for, where it was moved from there; nil where it lies there.
    let origin: ScopePath?
    /// What of it was spent at lines, and never moved to them.
    let ahead: [String: Int64]
  }

  /// What was spent on a line beyond what the agreement has for it.
  public struct Advance: Hashable, Sendable {
    /// The agreement.
    public let reference: Reference
    /// The line.
    public let line: ScopePath
    /// How much, in minor units of the book currency.
    public let amount: Int64
  }

  /// The problem; a line is called by its scope, and where the scope has several by its tags, too.
  public private(set) var problem = GapProblem()
  /// What the contributions are, by identifier; what the general fund spent has no source.
  public private(set) var sources: [String: Source] = [:]
  /// Where each contribution could be used whose days are over or not come, by nodes and lines of the problem.
  public private(set) var expired: [String: [String]] = [:]
  /// What is spent ahead of money, by agreement and line.
  public let advances: [Advance]
  /// The lines, by identifier.
  public let lines: [String: BudgetLine]
  /// What is posted at each line, and what lies there.
  public private(set) var held: [String: Int64] = [:]

  let material: GapMaterial
  let map: LineMap
  let terms: [Reference: GapTerms]

  /// Makes the problem of a ledger.
  public init(_ material: GapMaterial) {
    self.material = material
    terms = GapTerms.all(in: material.agreements)
    var map = LineMap(of: material.area, in: material.programme)
    let counts = Dictionary(grouping: material.lines, by: \.scope).mapValues(\.count)
    for line in material.lines {
      map.add(line, called: counts[line.scope] == 1 ? line.scope.text : line.fullName)
    }
    self.map = map
    lines = map.linesInside
    let maker = HoldingMaker(material, terms, map)
    advances = maker.advances
    addTree()
    let alike = Dictionary(grouping: maker.holdings, by: \.kind.reference)
    for holding in maker.holdings { add(holding, among: alike[holding.kind.reference] ?? []) }
    for goods in goods { add(goods) }
    for (contribution, posted) in generalFund { add(contribution, posted: posted) }
    held = heldAtLines()
    if material.takesPledges { problem.counted.insert(.pledged) }
    problem.divide(maker.sharedLimits)
  }

  /// The scope behind a node of the problem; nil for a line.
  public func scope(ofNode id: String) -> ScopePath? { LineMap.scope(ofNode: id) }

  /// The only days on which money of an agreement may be spent; nil where none are said.
  func period(of agreement: Reference) -> DateInterval? { terms[agreement]?.period }

  private mutating func addTree() {
    let tree = material.programme
    for scope in tree.allScopes.map(\.path) where map.isInside(scope) {
      let parent = map.roots.contains(scope) ? nil : tree.parent(of: scope)
      problem.nodes.append(GapProblem.Node(LineMap.node(scope), parent: parent.map(LineMap.node)))
    }
    for (name, line) in lines.sorted(by: { $0.key < $1.key }) {
      var budget = GapProblem.Line(
        name, parent: LineMap.node(line.scope.scope), required: line.required)
      budget.tier = line.tier
      budget.takesGoods = line.takesGoods
      budget.tags = line.properties
      problem.lines.append(budget)
    }
  }

  /// Adds a holding, called by its agreement and, `among` several of that, by its place and its donor.
  private mutating func add(_ holding: Holding, among all: [Holding]) {
    let kind = holding.kind
    let terms = terms[kind.reference] ?? GapTerms()
    var id = kind.reference.text
    if all.count > 1 { id += " at \(holding.place?.text ?? "outside")" }
    if let donor = kind.donor, all.contains(where: { $0.kind.donor != donor }) {
      id += " by \(donor)"
    }
    var contribution = GapProblem.Contribution(
      unique(id), amount: holding.amount, includes: holding.includes)
    contribution.status = kind.isPledge ? .pledged : .committed
    contribution.category = kind.category
    contribution.received = holding.since == .latest ? nil : holding.since
    contribution.limits = holding.limits
    contribution.isPlaced = holding.isMoved
    if terms.isBarred(in: material), holding.takesPart, holding.includes.isEmpty,
      let place = holding.place
    {
      expired[contribution.id] = map.includes(of: kind.reach, at: place)
    }
    let lying = holding.own.map { own in
      Lying(
        book: holding.lying, own: own,
        movable: Money(
          minorUnits: max(0, own.minorUnits - holding.carriedOn), of: own.currency),
        origin: holding.origin, ahead: holding.ahead)
    }
    add(
      contribution, of: kind.reference, donor: kind.donor, at: holding.place, kind.reach, terms,
      lying: lying, posted: holding.posted)
  }

  /// Adds a contribution under the terms and the reach of its agreement, and what of it is posted.
  private mutating func add(
    _ draft: GapProblem.Contribution, of reference: Reference, donor: DonorID? = nil,
    at place: ScopePath?, _ reach: Reach?, _ terms: GapTerms, lying: Lying? = nil,
    posted: [String: Int64]
  ) {
    var contribution = draft
    contribution.excludes = map.excludes(of: reach)
    contribution.tags = terms.tags
    contribution.lapses = terms.lapses
    sources[contribution.id] = Source(
      id: contribution.id, reference: reference, donor: donor, category: contribution.category,
      place: place, reach: reach, hasExpired: terms.hasExpired(on: material.day),
      requirements: terms.requirements, isInKind: contribution.isInKind,
      isPledge: contribution.status == .pledged, lying: lying)
    add(contribution, posted: posted)
  }

  /// Adds a contribution and what of it is posted, by line.
  private mutating func add(_ contribution: GapProblem.Contribution, posted: [String: Int64]) {
    problem.contributions.append(contribution)
    for (line, amount) in posted.sorted(by: { $0.key < $1.key }) {
      problem.postings.append(GapProblem.Posting(contribution.id, line, amount))
    }
  }

  /// The identifier, or with a number where another contribution has it.
  private func unique(_ id: String) -> String {
    guard sources[id] != nil else { return id }
    var number = 2
    while sources["\(id) (\(number))"] != nil { number += 1 }
    return "\(id) (\(number))"
  }
}

// Goods in kind.
extension LedgerGap {
  /// Goods of one agreement.
  private struct Goods {
    let reference: Reference
    let terms: GapTerms
    let place: ScopePath
    let reach: Reach?
    /// What was delivered, and not used elsewhere.
    let amount: Int64
    /// What was used at the lines of the area.
    let used: [String: Int64]
    /// What was used in scopes of the area that have no line of their own, and may be of use to those below.
    let usedBelow: [ScopePath: Int64]
    /// Whether what was not used takes part.
    let takesPart: Bool
  }

  /// The goods that lie in the area or may reach it, by agreement.
  private var goods: [Goods] {
    Dictionary(grouping: material.goods, by: \.agreement).sorted { $0.key < $1.key }
      .compactMap { reference, goods in
        let terms = terms[reference] ?? GapTerms()
        guard let place = try? material.programme.place(of: terms.earmark) else { return nil }
        let reach = try? material.programme.reach(of: terms.earmark)
        let relation = material.relation(of: place, reach)
        var used: [String: Int64] = [:]
        var usedBelow: [ScopePath: Int64] = [:]
        var amount: Int64 = 0
        for use in goods {
          guard let scope = use.scope else {
            amount += use.book
            continue
          }
          guard map.isInside(scope) else {
            amount -= use.book
            continue
          }
          guard case .lines(let names) = map.landing(at: scope) else {
            usedBelow[scope, default: 0] += use.book
            amount -= use.book
            continue
          }
          let meant = names.first { name in
            lines[name].map { $0.takesGoods && terms.tags.areMet(by: $0.properties) } ?? false
          }
          used[meant ?? names[0], default: 0] += use.book
        }
        return Goods(
          reference: reference, terms: terms, place: place, reach: reach,
          amount: amount, used: used, usedBelow: usedBelow,
          takesPart: relation == .inside || relation == .above && material.takesFlexible)
      }
  }

  private mutating func add(_ goods: Goods) {
    let id = "\(goods.reference) goods"
    let amount = goods.takesPart ? goods.amount : goods.used.values.reduce(0, +)
    if amount > 0 { add(goods, called: id, amount, at: goods.place, posted: goods.used) }
    for (scope, amount) in goods.usedBelow.sorted(by: { $0.key < $1.key }) where amount > 0 {
      add(goods, called: "\(id) at \(scope)", amount, at: scope, isPlaced: true)
    }
  }

  private mutating func add(
    _ goods: Goods, called id: String, _ amount: Int64, at place: ScopePath,
    posted: [String: Int64] = [:], isPlaced: Bool = false
  ) {
    let includes = map.includes(of: goods.reach, at: place)
    let isBarred = goods.terms.isBarred(in: material)
    var contribution = GapProblem.Contribution(
      unique(id), amount: amount, includes: isBarred ? [] : includes)
    if isBarred { expired[contribution.id] = includes }
    contribution.isInKind = true
    contribution.isPlaced = isPlaced
    contribution.category = goods.terms.earmark.category
    add(
      contribution, of: goods.reference, donor: goods.terms.donor, at: place, goods.reach,
      goods.terms, posted: posted)
  }
}
