/// Random numbers that are the same for the same seed, everywhere.
///
/// Source: Guy Steele, Doug Lea, Christine Flood, "Fast splittable pseudorandom number generators"
/// (2014), SplitMix64.
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

  /// One of some values.
  mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }

  /// A value every other time.
  mutating func perhaps<Value>(_ value: (inout Seeded) -> Value) -> Value? {
    Bool.random(using: &self) ? value(&self) : nil
  }

  /// Up to `most` values.
  mutating func some<Value>(upTo most: Int = 3, _ value: (inout Seeded) -> Value) -> [Value] {
    (0..<Int.random(in: 0...most, using: &self)).map { _ in value(&self) }
  }
}
