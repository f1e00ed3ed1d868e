import Foundation
import Funding
import Interchange
import Reporting
import Tabulation
import Testing

@Suite struct GapCaseTests {
  @Test(arguments: GapCase.all) func `the answer is what was found otherwise`(
    gapCase: GapCase
  ) throws {
    let problem = try GapProblemReader.problem(of: Array(gapCase.problem))
    let answer = try GapSolver(problem).solution().json.text()
    let given = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? NSDictionary
    let expected =
      try JSONSerialization.jsonObject(with: gapCase.expected) as? NSDictionary
    #expect(given == expected)
  }

  @Test func `all cases are there`() {
    #expect(GapCase.all.count == 66)
  }
}
