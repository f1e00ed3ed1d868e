import SeededRandom
import Testing

@testable import Tabulation

@Suite("Proportions and charts") struct ProportionTests {
  @Test(
    arguments: [
      (0, 100, 0), (1, 1_000_000, 1), (1, 3, 3), (1, 2, 5), (999_999, 1_000_000, 9), (7, 7, 10),
      (13, 10, 10), (-1, 10, 0), (1, 0, 0), (1, -5, 0), (0, 0, 0),
    ] as [(Int128, Int128, Int)])
  func `something is never drawn as nothing, nor a part as everything`(
    part: Int128, whole: Int128, steps: Int
  ) {
    #expect(Proportion(part, of: whole).steps(of: 10) == steps)
  }

  @Test func `the largest numbers are drawn without overflow`() {
    #expect(Proportion(.max / 2, of: .max).steps(of: 1000) == 500)
    #expect(Proportion(1, of: .max).steps(of: 1000) == 1)
  }

  @Test(arguments: UInt64(1)...50)
  func `the parts of a whole fill it`(seed: UInt64) {
    var random = Seeded(seed)
    let sizes = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      Int64.random(in: -10...(Bool.random(using: &random) ? 100 : 1_000_000), using: &random)
    }
    let chart = PartsChart(
      title: "",
      sizes.map {
        PartsChart.Part("", .whole($0, MaliDocument.usd), percent: nil, tone: .funded)
      })
    let steps = chart.steps(of: 40)
    #expect(steps.reduce(0, +) == (sizes.contains { $0 > 0 } ? 40 : 0))
    for (size, steps) in zip(sizes, steps) { #expect((size > 0) == (steps > 0)) }
  }

  @Test(arguments: [(8, "█"), (9, "█▏"), (15, "█▉"), (16, "██"), (1, "▏")])
  func `a bar is drawn to an eighth of a column`(eighths: Int, bar: String) {
    let proportion = Proportion(Int128(eighths), of: 80)
    #expect(Glyphs(unicode: true).bar(proportion, tone: .funded, width: 10) == bar)
  }
}
