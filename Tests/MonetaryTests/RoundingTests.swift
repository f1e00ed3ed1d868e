import Monetary
import Testing

@Suite struct RoundingTests {
  @Test(arguments: [
    (Rounding.halfEven, [-2, -2, -1, 0, 0, 0, 1, 2, 2] as [Int128]),
    (.halfUp, [-3, -2, -1, -1, 0, 1, 1, 2, 3]),
    (.down, [-2, -1, -1, 0, 0, 0, 1, 1, 2]),
    (.up, [-3, -2, -1, -1, 0, 1, 1, 2, 3]),
  ])
  func `quarters and halves fall as the rule says, alike for both signs`(
    rounding: Rounding, expected: [Int128]
  ) {
    // −2.5, −1.5, −1, −0.5, 0, 0.5, 1, 1.5, 2.5
    let halves: [Int128] = [-5, -3, -2, -1, 0, 1, 2, 3, 5]
    #expect(halves.map { rounding.quotient($0, by: 2) } == expected)
    #expect(halves.map { rounding.quotient(-$0, by: -2) } == expected)
  }

  @Test func `off the half the nearest is taken`() {
    #expect(Rounding.halfEven.quotient(26, by: 10) == 3)
    #expect(Rounding.halfUp.quotient(24, by: 10) == 2)
    #expect(Rounding.up.quotient(21, by: 10) == 3)
    #expect(Rounding.down.quotient(29, by: 10) == 2)
  }

  @Test func `the largest numbers are divided exactly`() {
    #expect(Rounding.halfEven.quotient(.max, by: .max) == 1)
    #expect(Rounding.halfEven.quotient(.min, by: 1) == .min)
    #expect(Rounding.halfUp.quotient(.max, by: .min) == -1)
    #expect(Rounding.halfEven.quotient(.max / 2, by: .max) == 0)
    #expect(Rounding.halfUp.quotient(.max / 2 + 1, by: .max) == 1)
  }

  @Test func `dividing by zero is a programmer's error`() async {
    await #expect(processExitsWith: .failure) { _ = Rounding.down.quotient(1, by: 0) }
    await #expect(processExitsWith: .failure) { _ = Rounding.down.quotient(.min, by: -1) }
  }
}
