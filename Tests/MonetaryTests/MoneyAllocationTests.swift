import Monetary
import Testing
import SeededRandom

@Suite struct MoneyAllocationTests {
  private func parts(_ units: Int64, by weights: [Int64]) throws -> [Int64] {
    Money(minorUnits: units, of: try currency("CHF")).allocated(by: weights).map(\.minorUnits)
  }

  @Test func `the largest remainders get the units that are left`() throws {
    #expect(try parts(100, by: [1, 1, 1]) == [34, 33, 33])
    #expect(try parts(100, by: [1, 2, 3]) == [17, 33, 50])
    #expect(try parts(7, by: [1, 5, 4]) == [1, 3, 3])
  }

  @Test func `on a tie the earlier part gets it`() throws {
    #expect(try parts(1, by: [1, 1]) == [1, 0])
    #expect(try parts(3, by: [1, 1]) == [2, 1])
    #expect(try parts(2, by: [1, 1, 1, 1]) == [1, 1, 0, 0])
  }

  @Test func `a weight of nothing gets nothing`() throws {
    #expect(try parts(100, by: [0, 3, 0]) == [0, 100, 0])
    #expect(try parts(1, by: [0, 1, 1]) == [0, 1, 0])
  }

  @Test func `the largest amount and weights lose nothing`() throws {
    #expect(try parts(.max, by: [.max, .max]) == [4_611_686_018_427_387_904, .max / 2])
    #expect(try parts(.min, by: [1]) == [.min])
  }

  @Test("parts sum to the whole, and each is off its share by less than one", arguments: 1...50)
  func allocationIsExact(seed: UInt64) throws {
    var random = Seeded(seed)
    let units = random.anySigned()
    let weights =
      (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Int64.random(in: 0...1_000, using: &random)
      } + [1]
    let parts = try parts(units, by: weights)
    #expect(parts.reduce(0, +) == units)
    #expect(try self.parts(-units, by: weights) == parts.map(-))
    let sum = Int128(weights.reduce(0, +))
    for (part, weight) in zip(parts, weights) {
      #expect((Int128(part) * sum - Int128(units) * Int128(weight)).magnitude < sum.magnitude)
    }
  }

  @Test func `allocating by nothing is a programmer's error`() async {
    await #expect(processExitsWith: .failure) {
      _ = Money.zero(try Currency(code: "EUR")).allocated(by: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = Money.zero(try Currency(code: "EUR")).allocated(by: [0, 0])
    }
    await #expect(processExitsWith: .failure) {
      _ = Money.zero(try Currency(code: "EUR")).allocated(by: [2, -1])
    }
  }
}
