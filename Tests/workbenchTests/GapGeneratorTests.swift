import Funding
import Testing

@testable import workbench

/// The problem that the gap calculator is measured on, against what was found for it in four other ways.
@Suite struct GapGeneratorTests {
  @Test func `ten thousand contributions to a thousand lines come to what was found otherwise`()
    throws
  {
    let problem = GapGenerator.problem(lines: 1000, contributions: 10_000)
    let solution = try GapSolver(problem).solution()
    #expect(solution.required == 49_299_857_401)
    #expect(solution.available == 30_339_727_686)
    #expect(solution.funded == 29_840_037_123)
    #expect(solution.hardGap == 19_459_820_278)
    #expect(solution.stranded == 499_690_563)
    #expect(solution.blocks.count == 63)
    let lowest = try #require(solution.blocks.first)
    #expect(lowest.level.text == "28473262043/47646690408" && lowest.lines.count == 853)
    #expect(solution.lines.filter { $0.funded == $0.required }.count == 86)
  }
}
