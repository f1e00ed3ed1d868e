import Funding

/// Makes problems of the gap calculator of any size: an operation of pillars, sectors and lines, and
/// contributions to the operation, a pillar, a sector or a line.
struct GapGenerator {
  /// A linear congruence of 64 bits, of which the upper half is taken.
  private var state: UInt64 = 2026

  /// A problem of so many lines and contributions; the same numbers give the same problem.
  static func problem(lines: Int, contributions: Int) -> GapProblem {
    var generator = GapGenerator()
    var problem = GapProblem()
    let sectors = max(1, lines / 50)
    let pillars = max(1, sectors / 4)
    problem.nodes =
      [GapProblem.Node("OP")] + (0..<pillars).map { GapProblem.Node("P\($0)", parent: "OP") }
      + (0..<sectors).map { GapProblem.Node("S\($0)", parent: "P\($0 % pillars)") }
    problem.lines = (0..<lines).map { line in
      GapProblem.Line(
        "L\(line)", parent: "S\(line % sectors)",
        required: 1_000_000 + Int64(generator.next() % 99_000_001))
    }
    problem.contributions = (0..<contributions).map { number in
      let kind = generator.next() % 100
      let pick = Int(generator.next())
      let amount = 100_000 + Int64(generator.next() % 5_900_001)
      let place =
        switch kind {
        case ..<10: "OP"
        case ..<30: "P\(pick % pillars)"
        case ..<70: "S\(pick % sectors)"
        default: "L\(pick % lines)"
        }
      return GapProblem.Contribution("C\(number)", amount: amount, includes: [place])
    }
    return problem
  }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 32
  }
}
