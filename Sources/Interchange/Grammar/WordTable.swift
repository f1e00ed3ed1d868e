/// Finds which of a few known words stands in a text, without making a text of it.
///
/// Words are at most 16 bytes long, so that each is a number; the numbers lie in a small open table.
struct WordTable<Value: Sendable>: Sendable {
  private var slots: [(word: UInt128, value: Value)?]

  /// Makes a table of `words`.
  /// - Precondition: Each has 1 to 16 bytes; no two are equal.
  init(_ words: [(String, Value)]) {
    slots = Array(
      repeating: nil, count: 1 << (Int.bitWidth - (words.count * 4).leadingZeroBitCount))
    for (word, value) in words {
      guard let number = Self.number(word.utf8Span.span) else {
        preconditionFailure("a word of the text form has 1 to 16 bytes")
      }
      var slot = place(of: number)
      while let taken = slots[slot] {
        precondition(taken.word != number, "a word stands twice in a table")
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = (number, value)
    }
  }

  /// The value of the word that `text` is, if it is one.
  /// - Complexity: O(1), without allocation.
  func value(of text: Span<UInt8>) -> Value? {
    guard let number = Self.number(text) else { return nil }
    var slot = place(of: number)
    while let taken = slots[slot] {
      if taken.word == number { return taken.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func place(of number: UInt128) -> Int {
    let folded = UInt64(truncatingIfNeeded: number ^ (number >> 64))
    let mixed = folded &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 40) & (slots.count - 1)
  }

  private static func number(_ text: Span<UInt8>) -> UInt128? {
    guard !text.isEmpty, text.count <= 16 else { return nil }
    var number: UInt128 = 0
    for index in text.indices { number = number << 8 | UInt128(text[index]) }
    return number
  }
}

extension WordTable where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// Makes a table of all words of an enumeration.
  init(of type: Value.Type) {
    self.init(type.allCases.map { ($0.rawValue, $0) })
  }
}
