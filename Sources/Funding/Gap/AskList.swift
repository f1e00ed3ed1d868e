/// What to ask donors for: which restriction of stranded money to lift, and where new money would help.
public struct AskList: Hashable, Sendable {
  /// What lifting one restriction of one contribution would do.
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

  /// Asks about a problem that is sound.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - solver: What solves it.
  ///   - solution: Its solution.
  ///   - expired: Where each contribution could be used whose days are over.
  /// - Complexity: A flow for each restriction of what is stranded, and for each node and line.
  public init(
    _ problem: GapProblem, solver: GapSolver, solution: GapSolution,
    expired: [String: [String]] = [:]
  ) {
    let roots = problem.nodes.filter { $0.parent == nil }.map(\.id)
    let stranded = Set(solution.contributions.filter { $0.left > 0 }.map(\.id))
    var liftings: [Lifting] = []
    for (index, contribution) in problem.contributions.enumerated()
    where stranded.contains(contribution.id) {
      for restriction in GapRestriction.allCases {
        guard
          let lifted = contribution.lifting(
            restriction, roots: roots, expired: expired[contribution.id])
        else { continue }
        var other = problem
        other.contributions[index] = lifted
        let closes = solver.hardGap - ((try? GapSolver(other))?.hardGap ?? solver.hardGap)
        guard closes > 0 else { continue }
        liftings.append(
          Lifting(contribution: contribution.id, restriction: restriction, closes: closes))
      }
    }
    self.liftings = liftings.sorted {
      ($1.closes, $0.contribution, $0.restriction.rawValue)
        < ($0.closes, $1.contribution, $1.restriction.rawValue)
    }
    let nodes = problem.nodes.map(\.id).filter { solver.lines(under: $0).count > 1 }
    openings = (nodes + problem.lines.map(\.id)).compactMap { scope in
      var other = problem
      var money = GapProblem.Contribution(
        "new money", amount: solver.hardGap, includes: [scope])
      while problem.contributions.contains(where: { $0.id == money.id }) { money.id += " " }
      money.status = problem.counted.contains(.paid) ? .paid : .committed
      other.contributions.append(money)
      let helps = solver.hardGap - ((try? GapSolver(other))?.hardGap ?? solver.hardGap)
      return helps > 0 ? Opening(scope: scope, helps: helps) : nil
    }
  }
}

extension GapProblem.Contribution {
  /// The same without a restriction; nil where it has none of the kind.
  fileprivate func lifting(
    _ restriction: GapRestriction, roots: [String], expired: [String]?
  ) -> GapProblem.Contribution? {
    var lifted = self
    switch restriction {
    case .earmark: if expired == nil { lifted.includes = roots }
    case .exclusion: lifted.excludes = []
    case .tags: lifted.tags = [:]
    case .period:
      lifted.validity = DateWindow()
      if let expired { lifted.includes = expired }
    case .kind: lifted.isInKind = false
    case .limit: lifted.limits = []
    }
    return lifted == self ? nil : lifted
  }
}
