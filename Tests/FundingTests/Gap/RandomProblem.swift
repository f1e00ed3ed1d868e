import Funding
import Monetary
import SeededRandom

/// A small gap problem at random, of every kind of restriction.
enum RandomProblem {
  /// The problem of a seed: up to eight lines and eight contributions.
  static func problem(seed: UInt64, limits hasLimits: Bool = true) -> GapProblem {
    var random = Seeded(seed)
    var problem = GapProblem()
    problem.nodes =
      [GapProblem.Node("OP"), .init("P1", parent: "OP"), .init("P2", parent: "OP")]
      + (1...4).map { GapProblem.Node("S\($0)", parent: random.one(of: ["P1", "P2"])) }
    let scopes = problem.nodes.map(\.id)
    let most = random.one(of: [Int64(10), 1000, 1_000_000_000])
    for number in 0..<Int.random(in: 1...8, using: &random) {
      var line = GapProblem.Line(
        "L\(number)", parent: random.one(of: scopes),
        required: Int64.random(in: 0...most, using: &random))
      line.tier = Int.random(in: 1...2, using: &random)
      line.takesGoods = Bool.random(using: &random)
      line.tags = ["loc": random.one(of: ["N", "S"])]
      line.window = window(&random)
      problem.lines.append(line)
    }
    for number in 0..<Int.random(in: 0...8, using: &random) {
      problem.contributions.append(
        contribution("C\(number)", of: problem, upTo: most, hasLimits, &random))
    }
    post(on: &problem, &random)
    return problem
  }

  private static func window(_ random: inout Seeded) -> DateWindow {
    let days = ["2026-01-01", "2026-07-01", "2026-12-31"].compactMap { CalendarDate($0) }
    return random.one(of: [
      DateWindow(from: days[0], to: days[2]), DateWindow(from: days[0], to: days[1]),
      DateWindow(from: days[1], to: days[2]),
    ])
  }

  private static func contribution(
    _ id: String, of problem: GapProblem, upTo most: Int64, _ hasLimits: Bool,
    _ random: inout Seeded
  ) -> GapProblem.Contribution {
    let scopes = problem.nodes.map(\.id) + problem.lines.map(\.id)
    var contribution = GapProblem.Contribution(
      id, amount: Int64.random(in: 0...most, using: &random),
      includes: [random.one(of: scopes), random.one(of: scopes)])
    contribution.status = random.one(of: GapProblem.Status.allCases)
    contribution.category = random.one(of: EarmarkCategory.allCases)
    if random.rarely(3) {
      contribution.excludes = [random.one(of: scopes), random.one(of: scopes)]
    }
    if random.rarely(4) { contribution.tags = ["loc": [random.one(of: ["N", "S"])]] }
    if random.rarely(4) {
      contribution.validity = window(&random)
      contribution.lapses = contribution.validity.to
    }
    contribution.isInKind = random.rarely(5)
    if hasLimits, random.rarely(4) {
      contribution.limits = ["P1", "S1", "S2"].filter { _ in Bool.random(using: &random) }.map {
        GapProblem.Limit([$0], most: Int64.random(in: 0...most, using: &random))
      }
    }
    return contribution
  }

  /// Posts some money where it may go, and some where it may not.
  private static func post(on problem: inout GapProblem, _ random: inout Seeded) {
    for contribution in problem.contributions
    where problem.counted.contains(contribution.status) && random.rarely(4) {
      problem.postings.append(
        GapProblem.Posting(
          contribution.id, random.one(of: problem.lines.map(\.id)),
          Int64.random(in: 0...contribution.amount, using: &random)))
    }
  }
}
