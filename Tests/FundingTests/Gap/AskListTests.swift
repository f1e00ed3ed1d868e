import Testing

@testable import Funding

/// What lifting a restriction, or new money, would do is what solving the changed problem gives.
@Suite struct AskListTests {
  @Test(arguments: GapLawTests.seeds)
  func `a lifted restriction closes what the freer problem lacks less`(
    seed: UInt64
  ) throws {
    let problem = RandomProblem.problem(seed: seed)
    let solver = try GapSolver(problem)
    let solution = solver.solution()
    let list = AskList(solver, solution)
    let lifts: [(GapRestriction, (inout GapProblem.Contribution) -> Void)] = [
      (.earmark, { $0.includes = ["OP"] }), (.exclusion, { $0.excludes = [] }),
      (.tags, { $0.tags = [:] }), (.period, { $0.validity = DateWindow() }),
      (.kind, { $0.isInKind = false }), (.limit, { $0.limits = [] }),
    ]
    let left = Dictionary(uniqueKeysWithValues: solution.contributions.map { ($0.id, $0.left) })
    var expected: [AskList.Lifting] = []
    for (index, contribution) in problem.contributions.enumerated()
    where left[contribution.id] ?? 0 > 0 {
      for (restriction, lift) in lifts {
        var freer = problem
        lift(&freer.contributions[index])
        let closes = solver.hardGap - (try GapSolver(freer).hardGap)
        guard closes > 0 else { continue }
        expected.append(
          .init(contribution: contribution.id, restriction: restriction, closes: closes))
      }
    }
    #expect(Set(list.liftings) == Set(expected))
    #expect(list.liftings.map(\.closes) == list.liftings.map(\.closes).sorted(by: >))
  }

  @Test(arguments: GapLawTests.seeds) func `new money helps by what the problem with it lacks less`(
    seed: UInt64
  ) throws {
    let problem = RandomProblem.problem(seed: seed)
    let solver = try GapSolver(problem)
    let list = AskList(solver, solver.solution())
    let helps = Dictionary(uniqueKeysWithValues: list.openings.map { ($0.scope, $0.helps) })
    for scope in problem.nodes.map(\.id) + problem.lines.map(\.id) {
      var richer = problem
      richer.contributions.append(
        .init("new money", amount: solver.hardGap, includes: [scope]))
      let gain = solver.hardGap - (try GapSolver(richer).hardGap)
      let isLine = problem.lines.contains { $0.id == scope }
      if isLine || linesBelow(scope, in: problem) > 1 {
        #expect(helps[scope] ?? 0 == gain, "\(scope)")
      } else {
        #expect(helps[scope] == nil, "\(scope)")
      }
    }
  }

  private func linesBelow(_ node: String, in problem: GapProblem) -> Int {
    problem.lines.count { line in
      var above: String? = line.parent
      while let next = above, next != node {
        above = problem.nodes.first { $0.id == next }?.parent
      }
      return above == node
    }
  }
}
