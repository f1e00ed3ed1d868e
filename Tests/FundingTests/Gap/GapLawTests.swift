import Diagnostics
import Funding
import Monetary
import SeededRandom
import Testing

/// What holds for every gap problem: it is told by cuts, by changes that should change nothing, and by
/// changes that should move one way.
@Suite struct GapLawTests {
  static let seeds: ClosedRange<UInt64> = 1...150

  private func problem(_ seed: UInt64) -> GapProblem { RandomProblem.problem(seed: seed) }

  private func solution(_ problem: GapProblem) throws -> GapSolution {
    try GapSolver(problem).solution()
  }

  @Test(arguments: seeds) func `the gap is that of the least cut`(seed: UInt64) throws {
    let problem = problem(seed)
    #expect(try GapSolver(problem).hardGap == CutOracle(problem).hardGap)
  }

  @Test(arguments: seeds) func `the order of the arrays changes nothing`(seed: UInt64) throws {
    let problem = problem(seed)
    var shuffled = problem
    var random = Seeded(seed)
    shuffled.nodes.shuffle(using: &random)
    shuffled.lines.shuffle(using: &random)
    shuffled.contributions.shuffle(using: &random)
    shuffled.postings.shuffle(using: &random)
    #expect(try solution(shuffled) == solution(problem))
    #expect(try GapSolver(shuffled).plan() == GapSolver(problem).plan())
  }

  @Test(arguments: seeds) func `seven times the money leaves every level as it is`(
    seed: UInt64
  ) throws {
    let problem = problem(seed)
    var greater = problem
    for index in greater.lines.indices { greater.lines[index].required *= 7 }
    for index in greater.contributions.indices {
      greater.contributions[index].amount *= 7
      greater.contributions[index].limits = greater.contributions[index].limits.map {
        GapProblem.Limit($0.scopes, most: $0.most * 7)
      }
    }
    greater.postings = greater.postings.map {
      GapProblem.Posting($0.contribution, $0.line, $0.amount * 7)
    }
    let (small, great) = (try solution(problem), try solution(greater))
    #expect(great.lines.map(\.leastGap) == small.lines.map { $0.leastGap * 7 })
    #expect(great.lines.map(\.greatestGap) == small.lines.map { $0.greatestGap * 7 })
    #expect(great.lines.map(\.level) == small.lines.map(\.level))
    #expect(great.stranded == small.stranded * 7)
  }

  @Test(arguments: seeds) func `what frees money never widens the gap`(seed: UInt64) throws {
    let problem = problem(seed)
    let gap = try GapSolver(problem).hardGap
    for index in problem.contributions.indices {
      let frees: [(inout GapProblem.Contribution) -> Void] = [
        { $0.includes.append("OP") }, { $0.excludes = [] }, { $0.tags = [:] },
        { $0.limits = [] }, { $0.isInKind = false }, { $0.validity = DateWindow() },
      ]
      for free in frees {
        var freer = problem
        free(&freer.contributions[index])
        #expect(try GapSolver(freer).hardGap <= gap)
      }
    }
    var more = problem
    more.counted = Set(GapProblem.Status.allCases)
    #expect(try GapSolver(more).hardGap <= gap)
    more.contributions.append(GapProblem.Contribution("new", amount: 5, includes: ["OP"]))
    #expect(try GapSolver(more).hardGap <= gap)
  }

  @Test(arguments: seeds) func `asking for more never narrows the gap, nor strands money`(
    seed: UInt64
  ) throws {
    let problem = problem(seed)
    let before = try GapSolver(problem)
    var greater = problem
    greater.lines[0].required += 3
    greater.lines.append(GapProblem.Line("new", parent: "OP", required: 4))
    let after = try GapSolver(greater)
    #expect(after.hardGap >= before.hardGap && after.stranded <= before.stranded)
  }

  @Test(arguments: seeds) func `a contribution in two halves is the same`(seed: UInt64) throws {
    var problem = RandomProblem.problem(seed: seed, limits: false)
    problem.postings = []
    var halves = problem
    halves.contributions = problem.contributions.flatMap { whole in
      var (first, second) = (whole, whole)
      first.amount = whole.amount / 3
      second.amount = whole.amount - first.amount
      second.id += "b"
      return [first, second]
    }
    let (one, two) = (try solution(problem), try solution(halves))
    #expect(one.hardGap == two.hardGap && one.stranded == two.stranded)
    #expect(one.lines == two.lines && one.blocks == two.blocks)
  }

  @Test(arguments: seeds) func `the plan can be paid, and posting some of it changes no total`(
    seed: UInt64
  ) throws {
    let problem = problem(seed)
    let solver = try GapSolver(problem)
    let solution = solver.solution()
    let plan = solver.plan()
    for contribution in solution.contributions {
      let items = plan.items.filter { $0.contribution == contribution.id }
      #expect(items.reduce(0) { $0 + $1.amount } == contribution.used)
      let lines = Set(solver.lines(for: contribution.id))
      #expect(items.allSatisfy { $0.amount > 0 && lines.contains($0.line) })
    }
    for line in solution.lines {
      let items = plan.items.filter { $0.line == line.id }
      #expect(items.reduce(line.posted) { $0 + $1.amount } == line.funded)
    }
    var posted = problem
    for (place, item) in plan.items.enumerated() where place.isMultiple(of: 2) {
      posted.postings.append(GapProblem.Posting(item.contribution, item.line, item.amount))
    }
    let after = try GapSolver(posted)
    #expect(after.hardGap == solver.hardGap && after.stranded == solver.stranded)
  }

  @Test(arguments: seeds) func `certificates and totals add up`(seed: UInt64) throws {
    let solution = try solution(problem(seed))
    #expect(solution.required == solution.funded + solution.hardGap)
    #expect(solution.available == solution.funded + solution.stranded + solution.overfunded)
    let lines = Dictionary(uniqueKeysWithValues: solution.lines.map { ($0.id, $0) })
    let money = Dictionary(uniqueKeysWithValues: solution.contributions.map { ($0.id, $0) })
    if let proof = solution.gapCertificate {
      let asked = proof.lines.compactMap { lines[$0] }.reduce(Int64(0)) {
        $0 + max(0, $1.required - $1.posted)
      }
      let given = proof.contributions.compactMap { money[$0] }.reduce(Int64(0)) {
        $0 + $1.amount - $1.posted
      }
      #expect(asked - given == solution.hardGap)
    }
    if let proof = solution.strandedCertificate {
      let given = proof.contributions.compactMap { money[$0] }.reduce(Int64(0)) {
        $0 + $1.amount - $1.posted
      }
      let taken = proof.lines.compactMap { lines[$0] }.reduce(Int64(0)) {
        $0 + max(0, $1.required - $1.posted)
      }
      #expect(given - taken == solution.stranded)
    }
    if !solution.hasLimits {
      #expect((solution.gapCertificate != nil) == (solution.hardGap > 0))
      #expect((solution.strandedCertificate != nil) == (solution.stranded > 0))
    }
  }

  @Test(arguments: seeds) func `the ranges of a line are told by flows with and without it`(
    seed: UInt64
  ) throws {
    let problem = problem(seed)
    let solver = try GapSolver(problem)
    for line in solver.solution().lines {
      let place = try #require(problem.lines.firstIndex { $0.id == line.id })
      let lacking = max(0, line.required - line.posted)
      var alone = problem
      for index in alone.lines.indices where index != place { alone.lines[index].required = 0 }
      // Of all lines alone, what is left of the gap is the line's own.
      #expect(try GapSolver(alone).hardGap == line.leastGap)
      var without = problem
      without.lines[place].required = min(line.required, line.posted)
      let gap = try GapSolver(without).hardGap
      #expect(line.greatestGap == min(lacking, solver.hardGap - gap))
    }
  }

  static let faults: [(FaultCode, @Sendable (inout GapProblem) -> Void)] = [
    (.gapNegative, { $0.lines[0].required = -1 }),
    (.gapNegative, { $0.contributions[0].amount = -1 }),
    (.gapNegative, { $0.contributions[0].limits = [GapProblem.Limit(["A"], most: -1)] }),
    (.gapNegative, { $0.postings = [GapProblem.Posting("C", "A", -1)] }),
    (.gapOverspent, { $0.postings = [GapProblem.Posting("C", "A", 11)] }),
    (.gapScope, { $0.contributions[0].includes = ["nowhere"] }),
    (.gapScope, { $0.contributions[0].excludes = ["nowhere"] }),
    (.gapScope, { $0.contributions[0].limits = [GapProblem.Limit(["nowhere"], most: 1)] }),
    (.gapScope, { $0.lines[0].parent = "nowhere" }),
    (.gapScope, { $0.nodes[0].parent = "nowhere" }),
    (.gapScope, { $0.postings = [GapProblem.Posting("C", "OP", 1)] }),
    (.gapContribution, { $0.postings = [GapProblem.Posting("D", "A", 1)] }),
    (
      .gapContribution,
      {
        $0.contributions[0].status = .pledged
        $0.postings = [GapProblem.Posting("C", "A", 1)]
      }
    ),
    (.gapCycle, { $0.nodes = [.init("OP", parent: "P"), .init("P", parent: "OP")] }),
    (.gapDuplicate, { $0.lines.append($0.lines[0]) }),
    (.gapDuplicate, { $0.lines[0].id = "OP" }),
    (.gapDuplicate, { $0.nodes.append($0.nodes[0]) }),
    (.gapDuplicate, { $0.contributions.append($0.contributions[0]) }),
    (
      .gapLimits,
      {
        $0.lines += ["B", "D"].map { GapProblem.Line($0, parent: "OP", required: 1) }
        $0.contributions[0].limits = [
          GapProblem.Limit(["A", "B"], most: 1), GapProblem.Limit(["B", "D"], most: 1),
        ]
      }
    ),
    (.gapWindow, { $0.lines[0].window = DateWindow(from: .latest, to: .earliest) }),
    (.gapWindow, { $0.contributions[0].validity = DateWindow(from: .latest, to: .earliest) }),
    (
      .gapOverflow,
      {
        $0.contributions = ["C", "D"].map {
          GapProblem.Contribution($0, amount: 1 << 62, includes: ["OP"])
        }
      }
    ),
    (
      .gapOverflow,
      {
        $0.lines[0].required = .max
        $0.lines.append(GapProblem.Line("B", parent: "OP", required: 1))
      }
    ),
  ]

  @Test(arguments: faults.indices) func `a problem that is not sound is refused`(
    number: Int
  ) throws {
    var problem = GapProblem()
    problem.nodes = [GapProblem.Node("OP")]
    problem.lines = [GapProblem.Line("A", parent: "OP", required: 20)]
    problem.contributions = [GapProblem.Contribution("C", amount: 10, includes: ["OP"])]
    _ = try GapSolver(problem)
    let (code, change) = Self.faults[number]
    change(&problem)
    do {
      _ = try GapSolver(problem)
      Issue.record("nothing is wrong")
    } catch {
      #expect(error.code == code)
    }
  }
}
