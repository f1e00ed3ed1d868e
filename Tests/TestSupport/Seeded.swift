/// Random numbers that a seed repeats (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of the elements of a list; nil of an empty one.
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[Int.random(in: elements.indices, using: &self)]
  }

  /// A number of 0 to 62 bits, small ones as likely as large ones.
  mutating func anySize() -> Int64 {
    Int64(truncatingIfNeeded: next() >> 1) >> Int64.random(in: 0...62, using: &self)
  }

  /// True once in so many times.
  mutating func rarely(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }
}
