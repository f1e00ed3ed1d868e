import Bookkeeping
import Monetary

/// Money of one agreement or pledge that the problem has as one contribution: what lies at one place, and
/// what of that is at lines.
///
/// Amounts are in minor units of the book currency.
struct Holding {
  let kind: MoneyPool.Kind
  /// Where it lies; nil where it came from outside of the area.
  let place: ScopePath?
  /// The place it was agreed for, where it was moved from there to its own; nil where it was not.
  let origin: ScopePath?
  /// Whether what is free of it takes part; else only what is at lines.
  let takesPart: Bool
  /// What may go to several lines.
  var free: Int64
  /// What is at lines, whether it was moved there or spent.
  var posted: [String: Int64] = [:]
  /// What of that was spent, and not moved.
  var ahead: [String: Int64] = [:]
  /// What was spent where no line is, and not moved.
  var spentElsewhere: Int64 = 0
  /// What still lies at its place, in its own currency; nil where nothing can be moved from there.
  var own: Money?
  /// What of that was taken into later years and can no more be moved.
  var carriedOn: Int64 = 0
  /// Where what is free of it may be used.
  let includes: [String]
  /// What may go to some nodes at most, what is posted included.
  var limits: [GapProblem.Limit] = []
  /// The day it first counted.
  let since: CalendarDate

  /// All of it that is in question.
  var amount: Int64 { posted.values.reduce(takesPart ? free : 0, +) }

  /// What lies at its place in the book currency: what was only spent was never moved.
  var lying: Int64 { ahead.values.reduce(free + spentElsewhere, +) }

  /// Whether it was moved to its place.
  var isMoved: Bool { origin != nil }
}

/// Makes holdings of what a ledger has to say: money where it lies and where it was moved, and what was spent
/// beyond that.
struct HoldingMaker {
  var holdings: [Holding] = []
  /// What was spent beyond what the agreement has for it.
  private(set) var advances: [LedgerGap.Advance] = []
  /// The limits that several holdings share.
  var sharedLimits: [SharedLimit] = []

  let material: GapMaterial
  /// The rows elsewhere that count.
  let elsewhere: [PositionRow]
  let terms: [Reference: GapTerms]
  let map: LineMap
  /// What was agreed under each reference, in the book currency and in its own.
  var agreed: [Reference: (book: Int64, own: Int64)] = [:]

  /// Makes the holdings of all money that lies in the area, or may reach it.
  init(_ material: GapMaterial, _ terms: [Reference: GapTerms], _ map: LineMap) {
    self.material = material
    self.terms = terms
    self.map = map
    elsewhere = material.elsewhereCounted
    let rows = (material.rows + material.above + elsewhere).filter {
      material.takesPledges || $0.measure != .pledged
    }
    for pool in MoneyPool.all(in: rows, basis: material.basis, tree: map.programme) { add(pool) }
    spend()
    for row in material.carriedOn { carryOn(row) }
    for (reference, indices) in ofAgreements {
      for limit in terms[reference]?.limits ?? [] { keep(indices, of: reference, within: limit) }
    }
    for index in holdings.indices {
      holdings[index].posted = holdings[index].posted.filter { map.isInside(line: $0.key) }
    }
    removeEmpty()
  }

  /// Leaves out what is nothing; those that share limits are something.
  private mutating func removeEmpty() {
    let kept = holdings.indices.filter { holdings[$0].amount > 0 }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    holdings = kept.map { holdings[$0] }
    for limit in sharedLimits.indices {
      for share in sharedLimits[limit].shares.indices {
        let index = sharedLimits[limit].shares[share].contribution
        sharedLimits[limit].shares[share].contribution = places[index] ?? index
      }
    }
  }

  /// The holdings of each agreement, by index; those at the lowest places first.
  private var ofAgreements: [Reference: [Int]] {
    let depths = holdings.map { $0.place.map { map.programme.lineage(of: $0).count } ?? 0 }
    return Dictionary(grouping: holdings.indices) { holdings[$0].kind.reference }
      .mapValues { $0.sorted { (depths[$1], $0) < (depths[$0], $1) } }
  }

  /// Whether money that lies at a place takes part, though it is not moved.
  private func takesPart(_ kind: MoneyPool.Kind, at place: ScopePath?) -> Bool {
    guard let place else { return false }
    let relation = material.relation(of: place, kind.reach)
    return relation == .inside || relation == .above && material.takesFlexible
  }

  /// Whether none of it may be used that is not at a line.
  private func isBarred(_ kind: MoneyPool.Kind) -> Bool {
    terms[kind.reference]?.isBarred(in: material) ?? false
  }

  private mutating func add(_ pool: MoneyPool) {
    let known = agreed[pool.kind.reference] ?? (0, 0)
    let (book, own) =
      pool.place == nil
      ? pool.moved.values.reduce((0, 0)) { ($0.0 + $1.book, $0.1 + $1.own) } : pool.agreed
    agreed[pool.kind.reference] = (known.book + book, known.own + own)
    let index = holdings.count
    let takesPart = takesPart(pool.kind, at: pool.place)
    let place = takesPart && !isBarred(pool.kind) ? pool.place : nil
    holdings.append(
      Holding(
        kind: pool.kind, place: pool.place, origin: nil,
        takesPart: takesPart, free: pool.free,
        own: pool.isCarriedIn
          ? nil : pool.currency.map { Money(minorUnits: pool.freeOwn, of: $0) },
        includes: place.map { map.includes(of: pool.kind.reach, at: $0) } ?? [],
        since: pool.since))
    for (scope, amount) in pool.moved.sorted(by: { $0.key < $1.key }) {
      let own = pool.currency.map { Money(minorUnits: amount.own, of: $0) }
      put(amount.book, own: own, of: index, at: scope)
    }
  }

  /// Puts money of a holding where it lies that is at a scope.
  /// - Returns: The line, where it can be no other.
  @discardableResult
  private mutating func put(
    _ amount: Int64, own: Money?, of index: Int, at scope: ScopePath
  ) -> String? {
    let kind = holdings[index].kind
    let landing = map.landing(at: scope)
    if let line = onlyLine(landing, for: kind) {
      holdings[index].posted[line, default: 0] += amount
      return line
    }
    let origin = holdings[index].origin ?? holdings[index].place ?? .global
    if let known = moved(kind, from: origin, to: scope) {
      holdings[known].free += amount
      holdings[known].own = sum(holdings[known].own, own)
      return nil
    }
    let includes: [String] =
      switch landing {
      case .lines(let names): names.filter { mayHave($0, kind) }
      case .scope: isBarred(kind) ? [] : map.includes(of: kind.reach, at: scope)
      }
    holdings.append(
      Holding(
        kind: kind, place: scope, origin: origin,
        takesPart: map.isInside(scope) || takesPart(kind, at: scope), free: amount, own: own,
        includes: includes, since: holdings[index].since))
    return nil
  }

  /// Counts what was taken into a later year against what can be moved from where it lies.
  private mutating func carryOn(_ row: PositionRow) {
    var rest = row.amount.minorUnits
    for index in holdings.indices
    where holdings[index].place == row.scope && holdings[index].kind.reference == row.reference {
      let left = (holdings[index].own?.minorUnits ?? 0) - holdings[index].carriedOn
      let taken = max(min(rest, left), -holdings[index].carriedOn)
      holdings[index].carriedOn += taken
      rest -= taken
    }
  }

  private func sum(_ left: Money?, _ right: Money?) -> Money? {
    guard let left, let right else { return nil }
    return Money(minorUnits: left.minorUnits + right.minorUnits, of: left.currency)
  }

  private func moved(
    _ kind: MoneyPool.Kind, from origin: ScopePath, to scope: ScopePath
  ) -> Int? {
    holdings.firstIndex { $0.origin == origin && $0.kind == kind && $0.place == scope }
  }

  /// The line where money is that can be at no other; of several that are not what its donor asks for, the
  /// first.
  private func onlyLine(_ landing: LineMap.Landing, for kind: MoneyPool.Kind) -> String? {
    guard case .lines(let names) = landing else { return nil }
    let meant = names.filter { mayHave($0, kind) }
    return meant.count > 1 ? nil : meant.first ?? names.first
  }

  private func mayHave(_ line: String, _ kind: MoneyPool.Kind) -> Bool {
    terms[kind.reference]?.tags.areMet(by: map.lines[line]?.properties ?? [:]) ?? true
  }
}

// What was spent.
extension HoldingMaker {
  /// Puts what was spent beyond what was moved there at its lines, as far as the agreement has money for it.
  private mutating func spend() {
    var spent: [Reference: [ScopePath: Int64]] = [:]
    for row in material.rows + elsewhere
    where [.spent, .supported].contains(row.measure) {
      guard let reference = row.reference else { continue }
      spent[reference, default: [:]][row.scope, default: 0] += row.book.minorUnits
    }
    let ofAgreements = ofAgreements
    for (reference, scopes) in spent.sorted(by: { $0.key < $1.key }) {
      let indices = (ofAgreements[reference] ?? []).filter { !holdings[$0].kind.isPledge }
      var there: [LineMap.Landing: Int64] = [:]
      for (scope, amount) in scopes.sorted(by: { $0.key < $1.key }) where amount > 0 {
        let landing = map.landing(at: scope)
        let covering = there[landing] ?? moved(to: landing, by: indices)
        there[landing] = max(0, covering - amount)
        var rest = max(0, amount - covering)
        for index in indices where rest > 0 && mayPay(index, at: scope) {
          let taken = min(rest, holdings[index].free)
          guard taken > 0 else { continue }
          rest -= taken
          holdings[index].free -= taken
          if let line = put(taken, own: nil, of: index, at: scope) {
            holdings[index].ahead[line, default: 0] += taken
          } else {
            holdings[index].spentElsewhere += taken
          }
        }
        if rest > 0, map.isInside(scope) {
          advances.append(.init(reference: reference, line: scope, amount: rest))
        }
      }
    }
  }

  /// What of some holdings is where money is that lies at a scope.
  private func moved(to landing: LineMap.Landing, by indices: [Int]) -> Int64 {
    indices.reduce(0) { sum, index in
      let holding = holdings[index]
      if holding.isMoved, let place = holding.place, map.landing(at: place) == landing {
        return sum + holding.free
      }
      guard case .lines(let names) = landing else { return sum }
      return names.reduce(sum) { $0 + (holding.posted[$1] ?? 0) }
    }
  }

  /// Whether a holding may have paid for what was spent at a scope.
  private func mayPay(_ index: Int, at scope: ScopePath) -> Bool {
    guard let place = holdings[index].place else { return false }
    let isThere = holdings[index].isMoved && map.landing(at: place) == map.landing(at: scope)
    return !isThere && map.programme.contains(scope.scope, in: place)
  }
}
