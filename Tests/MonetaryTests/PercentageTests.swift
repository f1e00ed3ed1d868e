import Monetary
import Testing
import SeededRandom

@Suite struct PercentageTests {
  @Test(
    arguments: [
      // The published figures of 30 September and 28 November 2017.
      (306_894_200, 4_100_753_165, 7, 93), (324_237_711, 4_100_753_165, 8, 92),
      (0, 100, 0, 100), (1, 200, 1, 99), (1, 201, 0, 100), (50, 100, 50, 50), (995, 1_000, 99, 1),
      (999_999, 1_000_000, 99, 1), (100, 100, 100, 0), (101, 100, 101, 0), (1_004, 1_000, 100, 0),
      (250, 100, 250, 0), (-1, 200, 0, 100), (-1, 100, -1, 101), (-2, 300, -1, 101),
      (-100, 100, -100, 200), (-3, 200, -1, 101),
    ] as [(Int128, Int128, Int, Int)])
  func `the funded one is rounded, the unfunded one is what it leaves`(
    funded: Int128, requested: Int128, percent: Int, rest: Int
  ) {
    #expect(Percentage.funded(funded, of: requested) == percent)
    #expect(Percentage.unfunded(funded, of: requested) == rest)
  }

  @Test func `of nothing there is no percentage`() {
    #expect(Percentage.funded(5, of: 0) == nil)
    #expect(Percentage.unfunded(5, of: 0) == nil)
  }

  @Test func `absurd sums come to the most that can be counted`() {
    #expect(Percentage.funded(1 << 118, of: 1) == .max)
    #expect(Percentage.unfunded(-(1 << 118), of: 1) == .max)
  }

  @Test(arguments: UInt64(1)...50)
  func `the rule of the half holds exactly`(seed: UInt64) throws {
    var random = Seeded(seed)
    let requested = Int128(random.anySigned().magnitude) + 1
    let funded = Int128.random(in: 0..<requested, using: &random)
    let percent = Int128(try #require(Percentage.funded(funded, of: requested)))
    // percent − 1/2 ≤ 100 f / r < percent + 1/2, unless held at 99.
    #expect((2 * percent - 1) * requested <= 200 * funded)
    #expect(200 * funded < (2 * percent + 1) * requested || percent == 99)
  }
}
