public import Funding
import Interchange
import Persistence

/// A gap problem that comes without a ledger.
public enum SolveProblem {
  /// Solves the problem in the file at `path`; `-` is standard input.
  /// - Throws: `Fault` for a problem that is not sound, the first that is found; `FileError`.
  public static func solution(ofFileAt path: String) throws -> GapSolution {
    try GapSolver(GapProblemReader.problem(of: InputFile.bytes(at: path))).solution()
  }
}
