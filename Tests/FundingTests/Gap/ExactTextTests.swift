import Testing

@testable import Funding

/// Identifiers that look alike are two names: `é` in one scalar, and in two.
@Suite struct ExactTextTests {
  private static let (composed, decomposed) = ("\u{E9}", "e\u{301}")

  @Test func `lines and contributions that only look alike are told apart`() throws {
    var problem = GapProblem()
    problem.nodes = [GapProblem.Node("OP")]
    problem.lines = [
      .init(Self.composed, parent: "OP", required: 5),
      .init(Self.decomposed, parent: "OP", required: 7),
    ]
    problem.contributions = [
      .init(Self.composed, amount: 3, includes: [Self.composed]),
      .init(Self.decomposed, amount: 4, includes: [Self.decomposed]),
    ]
    problem.postings = [.init(Self.decomposed, Self.decomposed, 1)]
    let solver = try GapSolver(problem)
    let solution = solver.solution()

    let scalars = solution.lines.map { Array($0.id.unicodeScalars) }
    #expect(
      scalars == [Array(Self.decomposed.unicodeScalars), Array(Self.composed.unicodeScalars)])
    #expect(solution.lines.map(\.posted) == [1, 0])
    #expect(solution.lines.map(\.funded) == [4, 3])
    #expect(solver.contributions(for: Self.composed).count == 1)
    #expect(solver.plan().items.map(\.amount) == [3, 3])
  }

  @Test func `the same scalars are one name`() {
    #expect(ExactText(Self.composed) == ExactText("\u{E9}"))
    #expect(ExactText(Self.composed) != ExactText(Self.decomposed))
  }
}
