/// Names read so far, each made once: the same bytes give the same storage.
///
/// Ledgers repeat few donors, scopes and accounts many times.
struct NameTable<Name> {
  private var names: [Name] = []
  private var hashes: [UInt64] = []
  private var ends: [Int] = []
  private var letters: [UInt8] = []
  private var slots: [Int32] = []

  /// The name that a word of `input` spells: the one made before, else what `make` gives, which is
  /// kept unless it is nil.
  /// - Complexity: O(*n*) in the length of the name; allocates only for a new one.
  mutating func name(_ input: [UInt8], _ word: Range<Int>, make: (String) -> Name?) -> Name? {
    let bytes = input.span.extracting(word)
    let hash = Self.hash(bytes)
    if slots.isEmpty { slots = Array(repeating: -1, count: 64) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, spells(index, bytes) { return names[index] }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard let text = String(validating: bytes), let name = make(text) else { return nil }
    slots[slot] = Int32(truncatingIfNeeded: names.count)
    keep(name, bytes, hash)
    return name
  }

  private mutating func keep(_ name: Name, _ bytes: Span<UInt8>, _ hash: UInt64) {
    names.append(name)
    hashes.append(hash)
    for index in bytes.indices { letters.append(bytes[index]) }
    ends.append(letters.count)
    guard names.count * 2 > slots.count else { return }
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: index)
    }
  }

  private func spells(_ index: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == bytes.count else { return false }
    for offset in bytes.indices where letters[start + offset] != bytes[offset] { return false }
    return true
  }

  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}

extension String {
  /// The text that `bytes` spell, if they are UTF-8.
  init?(validating bytes: Span<UInt8>) {
    guard let text = try? UTF8Span(validating: bytes) else { return nil }
    self.init(copying: text)
  }
}
