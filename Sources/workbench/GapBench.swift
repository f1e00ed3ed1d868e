import Funding

/// Measures the gap calculator in process: the flow through the merged network alone, the gap from the
/// problem on, and all answers together, what to ask for among them.
enum GapBench {
  /// Sizes to measure, contributions by lines.
  private static let sizes = [(1000, 100), (10_000, 1000), (100_000, 10_000)]

  /// One line a size: the least of several runs in milliseconds, and what came out.
  static func report() -> String {
    var report =
      "contributions  lines   flow ms    gap ms    all ms         hard gap  blocks  asks\n"
    for (contributions, lines) in sizes {
      let problem = GapGenerator.problem(lines: lines, contributions: contributions)
      let runs = contributions > 50_000 ? 5 : 20
      var flows: [Duration] = []
      var gaps: [Duration] = []
      var answers: [Duration] = []
      var blocks = 0
      var asks = 0
      var gap: Int64 = 0
      for _ in 0..<runs {
        let clock = ContinuousClock()
        var solved: GapSolver?
        gaps.append(clock.measure { solved = try? GapSolver(problem) })
        guard let solver = solved else { return "the problem is refused\n" }
        flows.append(clock.measure { gap = solver.refilled() })
        answers.append(
          clock.measure {
            guard let solver = try? GapSolver(problem) else { return }
            let solution = solver.solution()
            blocks = solution.blocks.count
            asks = AskList(solver, solution).openings.count
          })
      }
      report +=
        [
          pad(String(contributions), 13), pad(String(lines), 7), pad(milliseconds(flows), 10),
          pad(milliseconds(gaps), 10),
          pad(milliseconds(answers), 10), pad(String(gap), 17), pad(String(blocks), 8),
          pad(String(asks), 6),
        ].joined() + "\n"
    }
    return report
  }

  private static func milliseconds(_ durations: [Duration]) -> String {
    let least = durations.min() ?? .zero
    let microseconds =
      least.components.attoseconds / 1_000_000_000_000
      + least.components.seconds * 1_000_000
    let fraction = String(microseconds % 1000)
    return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
