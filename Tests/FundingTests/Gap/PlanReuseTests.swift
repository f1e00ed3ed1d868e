import Funding
import SeededRandom
import Testing

/// The plan that changes least: held against all plans of the same sums, one by one.
@Suite struct PlanReuseTests {
  static let seeds: ClosedRange<UInt64> = 1...150

  /// A problem of at most three lines and three contributions of a few units, without postings.
  private func small(_ seed: UInt64) -> GapProblem {
    var problem = RandomProblem.problem(seed: seed)
    problem.postings = []
    problem.lines = Array(problem.lines.prefix(3))
    problem.contributions = Array(problem.contributions.prefix(3))
    let names = Set(problem.nodes.map(\.id) + problem.lines.map(\.id))
    for index in problem.lines.indices { problem.lines[index].required %= 7 }
    for index in problem.contributions.indices {
      problem.contributions[index].amount %= 8
      problem.contributions[index].includes.append(seed.isMultiple(of: 2) ? "OP" : "P1")
      problem.contributions[index].includes.removeAll { !names.contains($0) }
      problem.contributions[index].excludes.removeAll { !names.contains($0) }
      problem.contributions[index].limits = problem.contributions[index].limits.map {
        GapProblem.Limit($0.scopes, most: $0.most % 5)
      }
    }
    return problem
  }

  /// A plan that somebody made: possible or not, with names that nobody knows.
  private func earlier(_ problem: GapProblem, _ random: inout Seeded) -> AllocationPlan {
    let lines = problem.lines.map(\.id) + ["nowhere"]
    let money = problem.contributions.map(\.id) + ["nobody"]
    return AllocationPlan(
      items: money.flatMap { contribution in
        lines.compactMap { line in
          random.rarely(2)
            ? nil
            : AllocationPlan.Item(contribution, line, .random(in: 1...5, using: &random))
        }
      })
  }

  private func kept(_ plan: AllocationPlan, of earlier: AllocationPlan) -> Int64 {
    earlier.items.reduce(0) { sum, item in
      let now = plan.items.first {
        $0.contribution == item.contribution && $0.line == item.line
      }
      return sum + min(item.amount, now?.amount ?? 0)
    }
  }

  @Test(arguments: seeds) func `no other plan of the same sums keeps more`(seed: UInt64) throws {
    let problem = small(seed)
    let solver = try GapSolver(problem)
    var random = Seeded(seed)
    for _ in 0..<4 {
      let earlier = earlier(problem, &random)
      let plan = solver.plan(changingLeast: earlier)
      let plans = AllPlans(problem, solver)
      #expect(plans.allows(plan))
      #expect(kept(plan, of: earlier) == plans.greatest { earlier.amount($0, $1) })
    }
  }

  @Test(arguments: seeds) func `the plan of the same problem is kept whole`(seed: UInt64) throws {
    let solver = try GapSolver(RandomProblem.problem(seed: seed))
    #expect(solver.plan(changingLeast: solver.plan()) == solver.plan())
  }

  @Test(arguments: seeds) func `the order of the input changes nothing`(seed: UInt64) throws {
    let problem = RandomProblem.problem(seed: seed)
    var random = Seeded(seed)
    let earlier = earlier(problem, &random)
    var shuffled = problem
    shuffled.nodes.shuffle(using: &random)
    shuffled.lines.shuffle(using: &random)
    shuffled.contributions.shuffle(using: &random)
    let turned = AllocationPlan(items: earlier.items.shuffled(using: &random))
    #expect(
      try GapSolver(shuffled).plan(changingLeast: turned)
        == GapSolver(problem).plan(changingLeast: earlier))
  }

  @Test(arguments: seeds) func `whatever it keeps, it can be paid, and fair shares stay`(
    seed: UInt64
  ) throws {
    let problem = RandomProblem.problem(seed: seed)
    let solver = try GapSolver(problem)
    var random = Seeded(seed)
    let plan = solver.plan(changingLeast: earlier(problem, &random))
    let solution = solver.solution()
    for contribution in solution.contributions {
      let items = plan.items.filter { $0.contribution == contribution.id }
      #expect(items.reduce(0) { $0 + $1.amount } == contribution.used)
    }
    for line in solution.lines {
      let items = plan.items.filter { $0.line == line.id }
      #expect(items.reduce(line.posted) { $0 + $1.amount } == line.funded)
    }
    var posted = problem
    for item in plan.items {
      posted.postings.append(GapProblem.Posting(item.contribution, item.line, item.amount))
    }
    #expect(try GapSolver(posted).hardGap == solver.hardGap)
  }

  /// Two contributions, which both lines may have.
  private var two: GapProblem {
    var problem = GapProblem()
    problem.nodes = [GapProblem.Node("OP")]
    problem.lines = ["A", "B"].map { GapProblem.Line($0, parent: "OP", required: 10) }
    problem.contributions = ["C", "D"].map {
      GapProblem.Contribution($0, amount: 10, includes: ["OP"])
    }
    return problem
  }

  @Test func `a little more money moves little, where a plan of its own would turn all around`()
    throws
  {
    let earlier = AllocationPlan(items: [.init("C", "B", 10), .init("D", "A", 10)])
    #expect(try GapSolver(two).plan().changes(since: earlier).count == 4)
    #expect(try GapSolver(two).plan(changingLeast: earlier).changes(since: earlier).isEmpty)
    var more = two
    more.contributions[0].amount = 11
    more.lines[0].required = 11
    let plan = try GapSolver(more).plan(changingLeast: earlier)
    #expect(
      plan.items == [.init("C", "A", 1), .init("C", "B", 10), .init("D", "A", 10)])
  }

  @Test func `what was posted since is left of no plan`() throws {
    let earlier = AllocationPlan(items: [.init("C", "B", 10), .init("D", "A", 10)])
    var later = two
    later.postings = [.init("C", "B", 4), .init("D", "B", 3)]
    let remaining = earlier.remaining(of: two, in: later)
    #expect(remaining.items == [.init("C", "B", 6), .init("D", "A", 10)])
    let plan = try GapSolver(later).plan(changingLeast: remaining)
    #expect(plan.items == [.init("C", "A", 3), .init("C", "B", 3), .init("D", "A", 7)])
  }
}

extension AllocationPlan {
  fileprivate func amount(_ contribution: String, _ line: String) -> Int64 {
    items.first { $0.contribution == contribution && $0.line == line }?.amount ?? 0
  }
}

/// All plans of a small problem that use and give as much as its solution.
private struct AllPlans {
  private let problem: GapProblem
  private let solution: GapSolution
  private let lines: [String: Set<String>]

  init(_ problem: GapProblem, _ solver: GapSolver) {
    self.problem = problem
    solution = solver.solution()
    lines = Dictionary(
      uniqueKeysWithValues: solution.contributions.map { ($0.id, Set(solver.lines(for: $0.id))) })
  }

  /// The most that a plan can keep of what `wish` says of each contribution and line.
  func greatest(_ wish: (String, String) -> Int64) -> Int64? {
    var best: Int64?
    var left = Dictionary(
      uniqueKeysWithValues: solution.lines.map { ($0.id, $0.funded - $0.posted) })
    func go(_ turn: Int, _ place: Int, _ rest: Int64, _ given: [String: Int64], _ kept: Int64) {
      guard turn < solution.contributions.count else {
        if left.values.allSatisfy({ $0 == 0 }) { best = max(best ?? 0, kept) }
        return
      }
      let contribution = solution.contributions[turn]
      guard place < solution.lines.count else {
        guard rest == 0, keepsLimits(given, of: contribution.id) else { return }
        let next = turn + 1
        go(
          next, 0, next < solution.contributions.count ? solution.contributions[next].used : 0, [:],
          kept)
        return
      }
      let line = solution.lines[place].id
      let most = lines[contribution.id]?.contains(line) == true ? min(rest, left[line] ?? 0) : 0
      for amount in 0...most {
        left[line, default: 0] -= amount
        var given = given
        given[line] = amount
        go(turn, place + 1, rest - amount, given, kept + min(amount, wish(contribution.id, line)))
        left[line, default: 0] += amount
      }
    }
    go(0, 0, solution.contributions.first?.used ?? 0, [:], 0)
    return best
  }

  /// Whether a plan is one of them.
  func allows(_ plan: AllocationPlan) -> Bool {
    solution.contributions.allSatisfy { contribution in
      let given = Dictionary(
        uniqueKeysWithValues: plan.items.filter { $0.contribution == contribution.id }
          .map { ($0.line, $0.amount) })
      return given.values.reduce(0, +) == contribution.used
        && given.keys.allSatisfy { lines[contribution.id]?.contains($0) == true }
        && keepsLimits(given, of: contribution.id)
    }
      && solution.lines.allSatisfy { line in
        plan.items.filter { $0.line == line.id }.reduce(0) { $0 + $1.amount }
          == line.funded - line.posted
      }
  }

  private func keepsLimits(_ given: [String: Int64], of id: String) -> Bool {
    let limits = problem.contributions.first { $0.id == id }?.limits ?? []
    return limits.allSatisfy { limit in
      given.reduce(0) { isWithin($1.key, limit.scopes) ? $0 + $1.value : $0 } <= limit.most
    }
  }

  private func isWithin(_ line: String, _ scopes: [String]) -> Bool {
    if scopes.contains(line) { return true }
    var node = problem.lines.first { $0.id == line }?.parent
    while let current = node {
      if scopes.contains(current) { return true }
      node = problem.nodes.first { $0.id == current }?.parent
    }
    return false
  }
}
