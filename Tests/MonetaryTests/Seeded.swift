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

  /// A number of any size up to 63 bits, small ones as likely as large ones, of either sign.
  mutating func anySize() -> Int64 {
    let bits = Int.random(in: 0...63, using: &self)
    let magnitude = Int64(truncatingIfNeeded: next() >> 1) >> Int64(63 - bits)
    return Bool.random(using: &self) ? magnitude : -magnitude
  }

  /// One of the elements of a list that is not empty.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }
}
