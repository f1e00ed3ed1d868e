public import Bookkeeping
public import Monetary

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
    /// What lay at its place before anything moved, in minor units of the book currency and in its own; nil
    /// where nothing of it can be moved from there by its budget year.
    public let agreed: Agreed?
  }

  /// Money in two currencies.
  public struct Agreed: Hashable, Sendable {
    /// In minor units of the book currency.
    public let book: Int64
    /// In its own.
    public let own: Money
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
  /// The lines, by identifier.
  public private(set) var lines: [String: BudgetLine] = [:]
  /// The contributions, by identifier.
  public private(set) var sources: [String: Source] = [:]
  /// Where each contribution could be used whose days are over, by nodes and lines of the problem.
  public private(set) var expired: [String: [String]] = [:]
  /// What is spent ahead of money, by agreement and line.
  public private(set) var advances: [Advance] = []
  /// What lies at each line, or was spent there if that is more.
  public private(set) var held: [String: Int64] = [:]

  let material: GapMaterial
  private let terms: [Reference: GapTerms]
  /// The identifiers of the lines of each scope or remainder.
  private var linesOf: [ScopePath: [String]] = [:]
  /// Scopes at or below which there is a line.
  private var broken: Set<ScopePath> = []
  /// What is posted at each line so far.
  private var posted: [String: Int64] = [:]

  /// Makes the problem of a ledger.
  public init(_ material: GapMaterial) {
    self.material = material
    terms = GapTerms.all(in: material.agreements)
    addTree()
    let pools = MoneyPool.all(
      in: material.rows.filter { material.takesPledges || $0.measure != .pledged },
      basis: material.basis, tree: material.programme)
    let flexible =
      material.takesFlexible
      ? MoneyPool.all(in: material.above, basis: material.basis, tree: material.programme) : []
    let counts = Dictionary(grouping: pools + flexible, by: \.kind.reference)
      .mapValues(\.count)
    for pool in pools + flexible {
      add(pool, isAlone: counts[pool.kind.reference] == 1)
    }
    addGoods()
    spend()
    hold()
  }

  /// The scope behind a node of the problem; nil for a line.
  public func scope(ofNode id: String) -> ScopePath? {
    id.hasPrefix(Self.nodePrefix) ? ScopePath(String(id.dropFirst(Self.nodePrefix.count))) : nil
  }

  /// What tells the identifier of a node from that of a line at the same scope.
  private static let nodePrefix = "scope "

  /// The last day on which money of an agreement may be spent; nil where none is said.
  func lastDay(of agreement: Reference) -> CalendarDate? { terms[agreement]?.period?.last }

  private func node(_ scope: ScopePath) -> String { Self.nodePrefix + scope.text }

  private func isInside(_ scope: ScopePath) -> Bool {
    material.area.roots.contains { material.programme.contains(scope.scope, in: $0) }
  }

  private mutating func addTree() {
    let tree = material.programme
    for scope in tree.allScopes.map(\.path) where isInside(scope) {
      let parent = material.area.roots.contains(scope) ? nil : tree.parent(of: scope)
      problem.nodes.append(GapProblem.Node(node(scope), parent: parent.map(node)))
    }
    let inside = material.lines.filter { isInside($0.scope) }
    let counts = Dictionary(grouping: inside, by: \.scope).mapValues(\.count)
    for line in inside {
      let name = counts[line.scope] == 1 ? line.scope.text : line.fullName
      var budget = GapProblem.Line(
        name, parent: node(line.scope.scope), required: line.required)
      budget.tier = line.tier
      budget.takesGoods = line.takesGoods
      budget.tags = line.properties
      problem.lines.append(budget)
      lines[name] = line
      linesOf[line.scope, default: []].append(name)
      broken.formUnion(tree.lineage(of: line.scope.scope))
    }
  }

  private mutating func add(_ pool: MoneyPool, isAlone: Bool) {
    let terms = terms[pool.kind.reference] ?? GapTerms()
    let reference = pool.kind.reference.text
    let id = isAlone ? reference : "\(reference) at \(pool.place?.text ?? "outside")"
    let hasExpired = terms.hasExpired(on: material.day)
    var contribution = GapProblem.Contribution(
      unique(id), amount: pool.amount,
      includes: hasExpired ? [] : includes(of: pool.kind.reach, at: pool.place))
    if hasExpired {
      expired[contribution.id] = includes(of: pool.kind.reach, at: pool.place)
    }
    contribution.status = pool.kind.isPledge ? .pledged : .committed
    contribution.excludes = (pool.kind.reach?.exceptions ?? []).filter(isInside).map(node)
    contribution.tags = terms.tags
    contribution.category = pool.kind.category
    contribution.lapses = terms.lapses
    contribution.received = pool.since == .latest ? nil : pool.since
    contribution.limits = limits(of: pool, terms)
    sources[contribution.id] = Source(
      id: contribution.id, reference: pool.kind.reference, donor: pool.kind.donor,
      category: pool.kind.category, place: pool.place, reach: pool.kind.reach,
      hasExpired: hasExpired, requirements: terms.requirements, isInKind: false,
      isPledge: pool.kind.isPledge, agreed: pool.isCarriedIn ? nil : agreed(pool))
    for (line, amount) in pool.moved.sorted(by: { $0.key < $1.key }) {
      post(amount, of: contribution.id, at: line)
    }
    problem.contributions.append(contribution)
    if material.takesPledges { problem.counted.insert(.pledged) }
  }

  private func agreed(_ pool: MoneyPool) -> Agreed? {
    pool.currency.map {
      Agreed(book: pool.agreed.book, own: Money(minorUnits: pool.agreed.own, of: $0))
    }
  }

  /// The identifier, or with a number where another contribution has it.
  private func unique(_ id: String) -> String {
    guard sources[id] != nil else { return id }
    var number = 2
    while sources["\(id) (\(number))"] != nil { number += 1 }
    return "\(id) (\(number))"
  }

  /// The nodes and lines where money may be used that lies at a place.
  private func includes(of reach: Reach?, at place: ScopePath?) -> [String] {
    guard let place else { return [] }
    let scopes = reach?.scopes ?? [place]
    var names: [String] = []
    for scope in scopes {
      let inside =
        isInside(scope)
        ? [scope] : material.area.roots.filter { material.programme.contains($0, in: scope) }
      for scope in inside { names += self.names(at: scope) }
    }
    return names
  }

  /// The node of a scope with lines, else the lines of the nearest scope above that has some.
  private func names(at scope: ScopePath) -> [String] {
    if broken.contains(scope) { return [node(scope)] }
    for above in material.programme.lineage(of: scope).dropFirst() where isInside(above) {
      let lines = (linesOf[above] ?? []) + (linesOf[above.remainder] ?? [])
      if !lines.isEmpty { return lines }
    }
    return []
  }

  /// What of a pool may go to some scopes at most, at its frozen rate.
  private func limits(of pool: MoneyPool, _ terms: GapTerms) -> [GapProblem.Limit] {
    guard pool.agreed.own > 0 else { return [] }
    return terms.limits.compactMap { limit in
      let names = isInside(limit.scope) ? names(at: limit.scope) : []
      guard !names.isEmpty else { return nil }
      let most = Share.of(
        pool.agreed.book, part: min(limit.amount.minorUnits, pool.agreed.own),
        whole: pool.agreed.own)
      return GapProblem.Limit(names, most: most)
    }
  }
}

// What is posted.
extension LedgerGap {
  /// Posts money of a contribution to a scope's lines, each up to what it asks for, the rest to the first.
  private mutating func post(_ amount: Int64, of contribution: String, at scope: ScopePath) {
    let names = linesOf[scope] ?? linesOf[scope.remainder] ?? nearest(to: scope)
    var rest = amount
    for name in names where rest > 0 {
      let room = max(0, (lines[name]?.required ?? 0) - (posted[name] ?? 0))
      put(min(rest, room), of: contribution, at: name)
      rest -= min(rest, room)
    }
    if rest > 0, let first = names.first { put(rest, of: contribution, at: first) }
  }

  private func nearest(to scope: ScopePath) -> [String] {
    names(at: scope).filter { lines[$0] != nil }
  }

  private mutating func put(_ amount: Int64, of contribution: String, at line: String) {
    guard amount > 0 else { return }
    problem.postings.append(GapProblem.Posting(contribution, line, amount))
    posted[line, default: 0] += amount
  }

  private mutating func addGoods() {
    for (reference, goods) in Dictionary(grouping: material.goods, by: \.agreement)
      .sorted(by: { $0.key < $1.key })
    {
      let terms = terms[reference] ?? GapTerms()
      guard let place = try? material.programme.place(of: terms.earmark) else { continue }
      let reach = try? material.programme.reach(of: terms.earmark)
      let relation = material.area.relation(of: place, reach) { scope, ancestor in
        material.programme.contains(scope, in: ancestor)
      }
      guard relation == .inside || relation == .above && material.takesFlexible else { continue }
      let amount = goods.reduce(Int64(0)) { $1.scope == nil ? $0 + $1.book : $0 }
      let hasExpired = terms.hasExpired(on: material.day)
      var contribution = GapProblem.Contribution(
        unique("\(reference) goods"), amount: amount,
        includes: hasExpired ? [] : includes(of: reach, at: place))
      contribution.isInKind = true
      contribution.category = terms.earmark.category
      contribution.lapses = terms.lapses
      contribution.tags = terms.tags
      sources[contribution.id] = Source(
        id: contribution.id, reference: reference, donor: nil, category: terms.earmark.category,
        place: place, reach: reach, hasExpired: hasExpired, requirements: terms.requirements,
        isInKind: true, isPledge: false, agreed: nil)
      for use in goods {
        if let scope = use.scope { post(use.book, of: contribution.id, at: scope) }
      }
      problem.contributions.append(contribution)
    }
  }

  /// Posts what was spent beyond what was allocated, as far as its agreement has money for it.
  private mutating func spend() {
    var spent: [Reference: [ScopePath: Int64]] = [:]
    for row in material.rows where [.spent, .supported].contains(row.measure) {
      guard let reference = row.reference else { continue }
      spent[reference, default: [:]][row.scope, default: 0] += row.book.minorUnits
    }
    var free: [String: Int64] = [:]
    var own: [Reference: [String]] = [:]
    for contribution in problem.contributions where !contribution.isInKind {
      free[contribution.id] = contribution.amount
      guard let source = sources[contribution.id] else { continue }
      own[source.reference, default: []].append(contribution.id)
    }
    var allocated: [String: [String: Int64]] = [:]
    for posting in problem.postings {
      free[posting.contribution, default: 0] -= posting.amount
      allocated[posting.contribution, default: [:]][posting.line, default: 0] += posting.amount
    }
    for (reference, scopes) in spent.sorted(by: { $0.key < $1.key }) {
      let ids = own[reference] ?? []
      for (scope, amount) in scopes.sorted(by: { $0.key < $1.key }) {
        let names = linesOf[scope] ?? linesOf[scope.remainder] ?? nearest(to: scope)
        var rest = ids.reduce(amount) { rest, id in
          names.reduce(rest) { $0 - (allocated[id]?[$1] ?? 0) }
        }
        for id in ids where rest > 0 && !names.isEmpty && mayPay(id, at: scope) {
          let taken = min(rest, free[id] ?? 0)
          free[id, default: 0] -= taken
          post(taken, of: id, at: scope)
          rest -= taken
        }
        if rest > 0 { advances.append(Advance(reference: reference, line: scope, amount: rest)) }
      }
    }
  }

  private func mayPay(_ contribution: String, at scope: ScopePath) -> Bool {
    guard let place = sources[contribution]?.place else { return false }
    return material.programme.contains(scope.scope, in: place)
  }

  /// Sums what lies at each line, whether or not it was moved there, and what was spent.
  private mutating func hold() {
    var spent: [ScopePath: Int64] = [:]
    for row in material.rows where [.spent, .supported].contains(row.measure) {
      spent[row.scope, default: 0] += row.book.minorUnits
    }
    var lying = posted
    let used = Dictionary(
      grouping: problem.postings, by: \.contribution
    ).mapValues { $0.reduce(Int64(0)) { $0 + $1.amount } }
    for contribution in problem.contributions {
      guard let place = sources[contribution.id]?.place,
        let name = linesOf[place]?.first(where: {
          contribution.requires(lines[$0]?.properties ?? [:])
        })
      else { continue }
      lying[name, default: 0] += contribution.amount - (used[contribution.id] ?? 0)
    }
    for (scope, names) in linesOf {
      for name in names { held[name] = lying[name] ?? 0 }
      if let first = names.first {
        held[first] = max(held[first] ?? 0, (spent[scope] ?? 0))
      }
    }
  }
}
