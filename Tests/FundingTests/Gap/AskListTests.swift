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
    let left = Dictionary(uniqueKeysWithValues: solution.contributions.map { ($0.id, $0.left) })
    var expected: [AskList.Lifting] = []
    for (index, contribution) in problem.contributions.enumerated()
    where left[contribution.id] ?? 0 > 0 {
      for (restriction, lift) in lifts(of: contribution) {
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

  private typealias Lift = (GapRestriction, (inout GapProblem.Contribution) -> Void)

  /// Each restriction of a contribution by itself: one scope, one key, one limit.
  private func lifts(of contribution: GapProblem.Contribution) -> [Lift] {
    var lifts: [Lift] = [
      (.earmark, { $0.includes = ["OP"] }), (.period, { $0.validity = DateWindow() }),
      (.kind, { $0.isInKind = false }),
    ]
    for scope in contribution.excludes {
      lifts.append((.exclusion(scope), { $0.excludes.removeAll { $0 == scope } }))
    }
    for key in contribution.tags.keys { lifts.append((.tags(key), { $0.tags[key] = nil })) }
    for (index, limit) in contribution.limits.enumerated() {
      lifts.append((.limit(limit), { $0.limits.remove(at: index) }))
    }
    return lifts
  }

  @Test func `each of two restrictions of a kind is one to ask about`() throws {
    var problem = GapProblem()
    problem.nodes = [GapProblem.Node("OP")]
    problem.lines = ["A", "B", "C"].map { .init($0, parent: "OP", required: 10) }
    problem.lines[2].tags = ["who": "all"]
    var limited = GapProblem.Contribution("C1", amount: 20, includes: ["A", "B"])
    limited.limits = [.init(["A"], most: 3), .init(["B"], most: 5)]
    var excluding = GapProblem.Contribution("C2", amount: 4, includes: ["OP"])
    excluding.excludes = ["A", "B"]
    excluding.tags = ["loc": ["N"], "who": ["all"]]
    problem.contributions = [limited, excluding]
    let solver = try GapSolver(problem)

    let list = AskList(solver, solver.solution())
    #expect(
      list.liftings == [
        .init(contribution: "C1", restriction: .earmark, closes: 10),
        .init(contribution: "C1", restriction: .limit(.init(["A"], most: 3)), closes: 7),
        .init(contribution: "C1", restriction: .limit(.init(["B"], most: 5)), closes: 5),
        .init(contribution: "C2", restriction: .tags("loc"), closes: 4),
      ])
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
