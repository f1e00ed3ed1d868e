/// Random numbers that are the same for the same seed, everywhere.
///
/// Source: Guy Steele, Doug Lea, Christine Flood, "Fast splittable pseudorandom number generators"
/// (2014), SplitMix64.
public struct Seeded: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins with a seed.
  public init(_ seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of 0 to 63 bits, small ones as likely as large ones.
  public mutating func anySize() -> Int64 {
    let bits = Int.random(in: 0...63, using: &self)
    return Int64(truncatingIfNeeded: next() >> 1) >> Int64(63 - bits)
  }

  /// The same, of either sign.
  public mutating func anySigned() -> Int64 {
    let magnitude = anySize()
    return Bool.random(using: &self) ? magnitude : -magnitude
  }

  /// One of the elements of a list; nil of an empty one.
  public mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &self)
  }

  /// One of some values, of which there is at least one.
  public mutating func one<Value>(of values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }

  /// A value every other time.
  public mutating func perhaps<Value>(_ value: (inout Seeded) -> Value) -> Value? {
    Bool.random(using: &self) ? value(&self) : nil
  }

  /// Up to `most` values.
  public mutating func some<Value>(
    upTo most: Int = 3, _ value: (inout Seeded) -> Value
  ) -> [Value] {
    (0..<Int.random(in: 0...most, using: &self)).map { _ in value(&self) }
  }

  /// True once in so many times.
  public mutating func rarely(_ times: Int) -> Bool {
    Int.random(in: 0..<times, using: &self) == 0
  }
}
