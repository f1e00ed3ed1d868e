/// What to ask donors for: which restriction of stranded money to lift, and where new money would help.
public struct AskList: Hashable, Sendable {
  /// What lifting one restriction of one contribution would do: one limit, one excluded scope, or one tag.
  public struct Lifting: Hashable, Sendable {
    /// The contribution.
    public let contribution: String
    /// The restriction.
    public let restriction: GapRestriction
    /// How much of the gap would close, in minor units.
    public let closes: Int64
  }

  /// What new money for a node or a line would do.
  public struct Opening: Hashable, Sendable {
    /// The node or the line.
    public let scope: String
    /// Up to how much new money for it would close the gap, in minor units.
    public let helps: Int64
  }

  /// What lifting a restriction would do, where it would do something; the most first.
  public let liftings: [Lifting]
  /// Where new money would help: nodes with several lines, then lines, in the order of the problem.
  public let openings: [Opening]

  /// Asks about a problem.
  ///
  /// - Parameters:
  ///   - solver: What solved it.
  ///   - solution: Its solution.
  ///   - expired: Where each contribution could be used whose days are over.
  /// - Complexity: A flow in the merged network for each two distinct sets of lines between which money would
  ///   move, for each node and for each class; the whole problem anew for each contribution with limits.
  public init(
    _ solver: GapSolver, _ solution: GapSolution, expired: [String: [String]] = [:]
  ) {
    let index = solver.merged.index
    var gains = GapGains(solver.merged, solver.base)
    // Restrictions of a contribution stay in their order where they close as much.
    liftings = Self.liftings(solver, solution, expired, &gains).enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.closes != other.closes { return one.closes > other.closes }
      return one.contribution.isExactly(other.contribution)
        ? left.offset < right.offset : one.contribution.precedes(other.contribution)
    }.map(\.element)
    let scopes =
      index.problem.nodes.map { (id: $0.id, least: 2) }
      + index.problem.lines.map { (id: $0.id, least: 1) }
    var openings: [Opening] = []
    for (scope, least) in scopes {
      guard let lines = try? index.order.lines(under: [scope], of: scope), lines.count >= least
      else { continue }
      let helps = gains.gain(ofNewMoneyFor: lines)
      if helps > 0 { openings.append(Opening(scope: scope, helps: helps)) }
    }
    self.openings = openings
  }

  private static func liftings(
    _ solver: GapSolver, _ solution: GapSolution, _ expired: [String: [String]],
    _ gains: inout GapGains
  ) -> [Lifting] {
    let index = solver.merged.index
    let roots = index.problem.nodes.filter { $0.parent == nil }.map(\.id)
    let stranded = Set(solution.contributions.filter { $0.left > 0 }.map { ExactText($0.id) })
    var finder = EligibilityFinder(index.problem, index.order)
    var liftings: [Lifting] = []
    for turn in index.money.indices where stranded.contains(ExactText(index.contribution(turn))) {
      let contribution = index.problem.contributions[index.money[turn]]
      for restriction in contribution.restrictions {
        let lifted = contribution.lifting(
          restriction, everywhere: roots, expired: expired[contribution.id])
        guard lifted != contribution else { continue }
        let closes: Int64
        if index.limits[turn] == nil {
          guard let set = try? finder.reach(of: lifted) else { continue }
          closes = gains.gain(of: turn, goingTo: finder.sets[set])
        } else {
          var other = index.problem
          other.contributions[index.money[turn]] = lifted
          closes = solver.hardGap - ((try? GapSolver(other))?.hardGap ?? solver.hardGap)
        }
        guard closes > 0 else { continue }
        liftings.append(
          Lifting(contribution: contribution.id, restriction: restriction, closes: closes))
      }
    }
    return liftings
  }
}
