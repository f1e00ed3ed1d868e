import Bookkeeping
import Monetary

/// A limit that several contributions of a problem share, since they are parts of one agreement.
///
/// Each is given a share of it. What one has less another may have more, within its range.
struct SharedLimit {
  /// What one of them has of the limit.
  struct Share {
    /// The contribution, by its place among the holdings and then in the problem.
    var contribution: Int
    /// The limit, by its place in the contribution.
    let limit: Int
    /// What lies there, and what lies there with all that is free.
    let range: ClosedRange<Int64>
  }

  var shares: [Share] = []

  /// What a contribution has of the limit; nil where it does not share it.
  func share(of contribution: Int) -> Share? {
    shares.first { $0.contribution == contribution }
  }
}

extension Array {
  /// All choices of some of its elements; of more than six, each alone and all together.
  fileprivate var choices: [[Element]] {
    guard count <= 6 else { return map { [$0] } + [self] }
    return (1..<(1 << count)).map { bits in
      indices.filter { bits & (1 << $0) != 0 }.map { self[$0] }
    }
  }
}

extension GapProblem {
  /// Divides limits anew where that fills more lines.
  ///
  /// What a limit may fill has diminishing returns in what each of those that share it may give. So one gives up what
  /// another takes, in steps that are halved until they are single units, within one limit or within several that
  /// both share; of one limit, or of limits of one agreement within each other, no other division then fills more. Limits
  /// of several agreements are exchanged one after the other, which may leave some of what all together could fill.
  /// - Complexity: A flow for each step tried, and none where the limits fill all that they could if each bound alone.
  mutating func divide(_ limits: [SharedLimit]) {
    guard !limits.isEmpty, var funded else { return }
    var open = self
    for share in limits.flatMap(\.shares) {
      open.contributions[share.contribution].limits[share.limit].most = share.range.upperBound
    }
    guard let most = open.funded, most > funded else { return }
    var step = limits.flatMap(\.shares).map { $0.range.upperBound - $0.range.lowerBound }.max() ?? 0
    while step > 0, funded < most {
      let isBetter = exchange(step, within: limits, &funded)
      if !isBetter { step /= 2 }
    }
  }

  /// Lets each contribution give up to `step` to each other where that fills more.
  /// - Returns: Whether it did.
  private mutating func exchange(
    _ step: Int64, within limits: [SharedLimit], _ funded: inout Int64
  ) -> Bool {
    var isBetter = false
    let sharing = Set(limits.flatMap(\.shares).map(\.contribution)).sorted()
    for giver in sharing {
      for taker in sharing where taker != giver {
        let both = limits.compactMap { limit -> (SharedLimit.Share, SharedLimit.Share)? in
          guard let left = limit.share(of: giver), let right = limit.share(of: taker)
          else { return nil }
          return (left, right)
        }
        for chosen in both.choices {
          guard let changed = moving(step, within: chosen), let filled = changed.funded,
            filled > funded
          else { continue }
          (self, funded, isBetter) = (changed, filled, true)
        }
      }
    }
    return isBetter
  }

  /// The problem in which one contribution may give up to `step` less within some limits, and another as much more;
  /// nil where nothing can change.
  private func moving(
    _ step: Int64, within limits: [(giver: SharedLimit.Share, taker: SharedLimit.Share)]
  ) -> GapProblem? {
    func most(_ share: SharedLimit.Share) -> Int64 {
      contributions[share.contribution].limits[share.limit].most
    }
    let amount = limits.reduce(step) { amount, limit in
      min(
        amount, most(limit.giver) - limit.giver.range.lowerBound,
        limit.taker.range.upperBound - most(limit.taker))
    }
    guard amount > 0 else { return nil }
    var changed = self
    for (giver, taker) in limits {
      changed.contributions[giver.contribution].limits[giver.limit].most -= amount
      changed.contributions[taker.contribution].limits[taker.limit].most += amount
    }
    return changed
  }

  /// What can be filled of it; nil where it cannot be solved.
  private var funded: Int64? { try? GapSolver(self).funded }
}

// Limits.
extension HoldingMaker {
  /// Lets no more of an agreement go to some scopes than its limit, at the frozen rate.
  ///
  /// What is there counts first, what was moved into them, and what other years used; the rest is for the holdings
  /// at the lowest places, since those above may go elsewhere instead. Where several share it, it may be shared
  /// otherwise, see ``SharedLimit``.
  mutating func keep(_ indices: [Int], of reference: Reference, within limit: SubLimit) {
    let nodes = map.nodes(limitedBy: limit.scope)
    guard !nodes.isEmpty, let agreed = agreed[reference], agreed.own > 0 else { return }
    let cap = Rounding.halfEven.quotient(
      Int128(agreed.book) * Int128(limit.amount.minorUnits), by: Int128(agreed.own))
    let there = indices.map { fixed(in: limit.scope, of: holdings[$0]) }
    var left = Int64(clamping: cap) - usedInOtherYears(of: reference, in: limit.scope)
    left = max(0, there.reduce(left, -))
    let sharing = indices.filter { index in
      holdings[index].free > 0 && mayGo(holdings[index], to: limit.scope)
    }
    guard sharing.reduce(0, { $0 + holdings[$1].free }) > left else { return }
    var shared = SharedLimit()
    for index in sharing {
      let fixed = posted(in: limit.scope, of: holdings[index], where: map.isInside(line:))
      let granted = min(holdings[index].free, left)
      left -= granted
      shared.shares.append(
        SharedLimit.Share(
          contribution: index, limit: holdings[index].limits.count,
          range: fixed...fixed + holdings[index].free))
      holdings[index].limits.append(GapProblem.Limit(nodes, most: fixed + granted))
    }
    if sharing.count > 1 { sharedLimits.append(shared) }
  }

  /// What other years used of an agreement in a scope: what was spent there, or what was moved there and not taken
  /// over into the year, if that is more.
  private func usedInOtherYears(of reference: Reference, in scope: ScopePath) -> Int64 {
    func rows(_ rows: [PositionRow], _ measures: Set<PositionRow.Measure>) -> [PositionRow] {
      rows.filter { row in
        row.reference == reference && measures.contains(row.measure)
          && map.programme.contains(row.scope.scope, in: scope)
      }
    }
    func sum(_ rows: [PositionRow]) -> Int64 { rows.reduce(0) { $0 + $1.book.minorUnits } }
    let takenOver = sum(rows(material.rows + elsewhere, [.carriedIn]))
    let moved = rows(material.otherYears, [.allocated]).movedTo { $0.book.minorUnits }
    return max(0, sum(rows(material.otherYears, [.spent, .supported])), moved - takenOver)
  }

  /// What of a holding is at or below a scope, and stays there.
  private func fixed(in scope: ScopePath, of holding: Holding) -> Int64 {
    let posted = posted(in: scope, of: holding) { _ in true }
    return isMoved(holding, into: scope) ? posted + holding.free : posted
  }

  /// What of a holding is at those lines at or below a scope that are counted.
  private func posted(
    in scope: ScopePath, of holding: Holding, where isCounted: (String) -> Bool
  ) -> Int64 {
    holding.posted.reduce(Int64(0)) { sum, posting in
      let line = map.lines[posting.key]?.scope.scope ?? .global
      return isCounted(posting.key) && map.programme.contains(line, in: scope)
        ? sum + posting.value : sum
    }
  }

  private func isMoved(_ holding: Holding, into scope: ScopePath) -> Bool {
    holding.isMoved && holding.place.map { map.programme.contains($0, in: scope) } ?? false
  }

  /// Whether what is free of a holding takes part, and some of it may go to a scope and elsewhere.
  private func mayGo(_ holding: Holding, to scope: ScopePath) -> Bool {
    guard holding.takesPart, let place = holding.place, !isMoved(holding, into: scope) else {
      return false
    }
    let programme = map.programme
    func meets(_ other: ScopePath) -> Bool {
      programme.contains(scope, in: other) || programme.contains(other, in: scope)
    }
    return meets(place) && (holding.kind.reach?.scopes.contains(where: meets) ?? true)
  }
}

extension [PositionRow] {
  /// What their movements brought to scopes, by what they are worth: what left the place where it lay is no less there.
  func movedTo(worth: (PositionRow) -> Int64) -> Int64 {
    let moves = filter { $0.measure == .allocated }
    return Dictionary(grouping: moves, by: \.scope).values.reduce(0) { sum, rows in
      sum + Swift.max(0, rows.reduce(0) { $0 + worth($1) })
    }
  }
}
