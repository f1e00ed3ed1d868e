import Bookkeeping
import Monetary

// What lies at lines as it is, before anything is placed well.
extension LedgerGap {
  /// What is posted at each line, and what lies there and may be used there.
  ///
  /// Lines of one scope that are told apart by tags share what lies there as well as they can.
  func heldAtLines() -> [String: Int64] {
    var held: [String: Int64] = [:]
    for posting in problem.postings { held[posting.line, default: 0] += posting.amount }
    var used: [String: Int64] = [:]
    for posting in problem.postings { used[posting.contribution, default: 0] += posting.amount }
    var lying: [ScopePath: [GapProblem.Contribution]] = [:]
    for contribution in problem.contributions {
      let place =
        sources[contribution.id]?.place.map { map.scope(ofLinesAt: $0) }
        ?? contribution.includes.first.flatMap { lines[$0]?.scope }
      guard let place, map.isInside(place), map.linesOf[place] != nil,
        expired[contribution.id] == nil
      else { continue }
      var rest = contribution
      let limits = contribution.limits.filter { limit in
        limit.scopes.contains { id in
          LineMap.scope(ofNode: id).map { map.programme.contains(place.scope, in: $0) } ?? false
        }
      }
      rest.amount = limits.map(\.most).reduce(rest.amount, min) - (used[contribution.id] ?? 0)
      rest.limits = []
      guard rest.amount > 0 else { continue }
      lying[place, default: []].append(rest)
    }
    for (scope, names) in map.linesOf where map.isInside(scope) {
      for (name, amount) in share(lying[scope] ?? [], among: names, beside: held) {
        held[name, default: 0] += amount
      }
    }
    return held
  }

  /// What lines of one scope have of money that lies there; what none of them needs, the first that may.
  private func share(
    _ money: [GapProblem.Contribution], among names: [String], beside held: [String: Int64]
  ) -> [(line: String, amount: Int64)] {
    guard names.count > 1 else {
      return names.map { name in
        let line = lines[name]
        let may = money.filter {
          $0.tags.areMet(by: line?.properties ?? [:]) && (!$0.isInKind || line?.takesGoods ?? false)
        }
        return (name, may.reduce(0) { $0 + $1.amount })
      }
    }
    let root = "lines"
    var problem = GapProblem()
    problem.nodes = [GapProblem.Node(root)]
    problem.lines = self.problem.lines.filter { names.contains($0.id) }.map { line in
      var line = line
      line.parent = root
      line.required = max(0, line.required - (held[line.id] ?? 0))
      return line
    }
    problem.contributions = money.map { money in
      var money = money
      money.includes = [root]
      money.excludes = []
      return money
    }
    problem.counted = Set(GapProblem.Status.allCases)
    guard let solver = try? GapSolver(problem) else { return [] }
    let solution = solver.solution()
    return solution.lines.map { ($0.id, $0.funded) }
      + solution.contributions.filter { $0.left > 0 }.map { money in
        (solver.lines(for: money.id).first ?? names[0], money.left)
      }
  }
}
