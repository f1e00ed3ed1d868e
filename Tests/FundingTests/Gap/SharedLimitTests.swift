import SeededRandom
import Testing

@testable import Funding

/// A limit that several contributions share is divided so that no other division fills more.
@Suite struct SharedLimitTests {
  /// The first two or three contributions of a random problem share a limit on a scope; the first may have it all.
  private static func problem(
    seed: UInt64, upTo most: Int64
  ) -> (problem: GapProblem, limit: SharedLimit, cap: Int64)? {
    var random = Seeded(seed)
    var problem = RandomProblem.problem(seed: seed, limits: false)
    problem.postings = []
    let sharing = problem.contributions.indices.prefix(Int.random(in: 2...3, using: &random))
    guard sharing.count > 1, problem.contributions.allSatisfy({ $0.amount <= most })
    else { return nil }
    let scope = random.one(of: problem.nodes.map(\.id))
    let cap = Int64.random(
      in: 0...max(0, sharing.reduce(0) { $0 + problem.contributions[$1].amount } - 1),
      using: &random)
    var left = cap
    var limit = SharedLimit()
    for index in sharing {
      let amount = problem.contributions[index].amount
      problem.contributions[index].limits = [.init([scope], most: min(left, amount))]
      left -= min(left, amount)
      limit.shares.append(.init(contribution: index, limit: 0, range: 0...amount))
    }
    return (problem, limit, cap)
  }

  /// What the best of all divisions fills.
  private static func most(_ problem: GapProblem, _ shares: [SharedLimit.Share], _ left: Int64)
    -> Int64
  {
    guard let share = shares.first else { return (try? GapSolver(problem).funded) ?? -1 }
    return (0...min(left, share.range.upperBound)).map { granted in
      var problem = problem
      problem.contributions[share.contribution].limits[0].most = granted
      return most(problem, Array(shares.dropFirst()), left - granted)
    }.max() ?? -1
  }

  @Test func `no division of a limit fills more`() throws {
    var changed = 0
    for seed in UInt64(1)...300 {
      guard let (drawn, limit, cap) = Self.problem(seed: seed, upTo: 10) else { continue }
      var problem = drawn
      let before = try GapSolver(problem).funded
      problem.divide([limit])
      let funded = try GapSolver(problem).funded
      #expect(funded == Self.most(problem, limit.shares, cap), "\(seed)")
      #expect(
        limit.shares.reduce(0) { $0 + problem.contributions[$1.contribution].limits[0].most } <= cap
      )
      if funded > before { changed += 1 }
    }
    #expect(changed > 5)
  }

  @Test func `no division of nested limits fills more`() throws {
    var changed = 0
    for seed in UInt64(1)...400 {
      guard let (drawn, outer, cap) = Self.problem(seed: seed, upTo: 10), outer.shares.count == 2
      else { continue }
      var problem = drawn
      let inner = SharedLimit(
        shares: outer.shares.map { .init(contribution: $0.contribution, limit: 1, range: $0.range) }
      )
      let least = cap / 2
      var left = least
      for share in inner.shares {
        let granted = min(left, share.range.upperBound)
        left -= granted
        problem.contributions[share.contribution].limits[0].scopes = ["OP"]
        problem.contributions[share.contribution].limits.append(.init(["P1"], most: granted))
      }
      let before = try GapSolver(problem).funded
      problem.divide([outer, inner])
      let funded = try GapSolver(problem).funded
      let most = Self.divisions(of: outer, cap).flatMap { outside in
        Self.divisions(of: inner, least).map { inside in
          var problem = problem
          for (place, share) in outer.shares.enumerated() {
            problem.contributions[share.contribution].limits[0].most = outside[place]
            problem.contributions[share.contribution].limits[1].most = inside[place]
          }
          return (try? GapSolver(problem).funded) ?? -1
        }
      }.max()
      #expect(funded == most, "\(seed)")
      if funded > before { changed += 1 }
    }
    #expect(changed > 5)
  }

  /// How two may share a limit without leaving any of it that they could have.
  private static func divisions(of limit: SharedLimit, _ cap: Int64) -> [[Int64]] {
    let (first, second) = (limit.shares[0].range.upperBound, limit.shares[1].range.upperBound)
    return (0...min(cap, first)).map { [$0, min(cap - $0, second)] }
  }
}
