public import Diagnostics

/// Solves gap problems: a maximum flow from the money through its restrictions to the budget lines, and
/// what follows from it.
///
/// - Complexity: O(*n* log *n*) in the nodes, lines and contributions, and a flow in the merged network for
///   each class of lines, each distinct eligibility and each level of fairness.
public struct GapSolver: Sendable {
  let merged: MergedGap
  /// A maximum flow in the network.
  let base: GapNetwork
  private let flow: Int64

  /// Takes in a problem, and lets its money flow.
  ///
  /// - Throws: `negative-amount`; `window-inverted`; `overflow` where requirements, contributions or
  ///   postings sum to more than 64 bits; `duplicate-id`; `unknown-scope`, `unknown-contribution`;
  ///   `cycle`; `limits-not-laminar`; `overspent` where more is posted of a contribution than it is.
  public init(_ problem: GapProblem) throws(Fault) {
    merged = MergedGap(try GapIndex(problem))
    base = GapNetwork(filling: merged)
    flow = base.flowIntoClasses
  }

  /// What no allocation of the money can fill, in minor units.
  public var hardGap: Int64 { required - funded }

  /// What no allocation can use, in minor units.
  public var stranded: Int64 {
    let left = merged.index.money.indices.reduce(0) { $0 + merged.index.left($1) }
    return left - flow - places.reduce(0) { $0 + merged.filled($1) }
  }

  private var places: Range<Int> { merged.index.required.indices }

  private var required: Int64 { merged.index.required.reduce(0, +) }

  private var overfunded: Int64 {
    places.reduce(0) { $0 + max(0, merged.index.posted[$1] - merged.index.required[$1]) }
  }

  /// What is posted, up to what each line asks for, and what can be used beside, in minor units.
  public var funded: Int64 {
    places.reduce(flow) {
      $0 + min(merged.index.required[$1], merged.index.posted[$1]) + merged.filled($1)
    }
  }

  /// Lets the money flow once more through the merged network; for those who measure.
  /// - Returns: The hard gap that this leaves, which is ``hardGap``.
  public func refilled() -> Int64 {
    hardGap + flow - GapNetwork(filling: merged).flowIntoClasses
  }

  /// Everything that follows.
  public func solution() -> GapSolution {
    let index = merged.index
    let ranges = GapRanges(merged, base)
    let uses = UseOrder.uses(in: merged)
    let share = FairShare.of(merged)
    let lines = places.map { place in
      let line = index.problem.lines[index.order.lines[place]]
      return GapSolution.Line(
        id: line.id, tier: line.tier, required: line.required, posted: index.posted[place],
        leastGap: ranges.leastGap(at: place), greatestGap: ranges.greatestGap(at: place),
        funded: share.funded[place], level: share.levels[place])
    }.sorted { $0.id.precedes($1.id) }
    let contributions = index.money.indices.map { turn in
      GapSolution.Contribution(
        id: index.contribution(turn), amount: index.left(turn) + index.spoken[turn],
        posted: index.spoken[turn], leastStranded: ranges.leastStranded(turn),
        greatestStranded: ranges.greatestStranded(turn), used: uses[turn])
    }.sorted { $0.id.precedes($1.id) }
    return GapSolution(
      required: required, available: funded + stranded + overfunded, funded: funded,
      hardGap: hardGap, stranded: stranded, overfunded: overfunded, lines: lines,
      contributions: contributions,
      gapCertificate: hardGap > 0 ? gapCertificate() : nil,
      strandedCertificate: stranded > 0 ? strandedCertificate() : nil,
      hasLimits: !index.limits.isEmpty, blocks: Self.blocks(of: lines))
  }

  /// The levels of some lines, which are sorted.
  private static func blocks(of lines: [GapSolution.Line]) -> [GapSolution.Block] {
    struct Key: Hashable {
      let tier: Int
      let level: CoverageLevel
    }
    let leveled = lines.filter { $0.level != nil }
    let groups = Dictionary(grouping: leveled) { Key(tier: $0.tier, level: $0.level ?? .full) }
    return groups.map { key, lines in
      GapSolution.Block(
        tier: key.tier, level: key.level, lines: lines.map(\.id),
        funded: lines.reduce(0) { $0 + $1.funded })
    }.sorted { ($0.tier, $0.level) < ($1.tier, $1.level) }
  }
}
