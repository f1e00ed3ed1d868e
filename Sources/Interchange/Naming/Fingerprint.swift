/// A number of 64 bits made from bytes, to tell texts apart; it proves nothing against forgery.
///
/// Source: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm", FNV-1a, 64 bits.
struct Fingerprint: Hashable, Sendable {
  let value: UInt64

  /// The fingerprint of `bytes`.
  /// - Complexity: O(*n*) in their number.
  init(of bytes: Span<UInt8>) {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices { value = (value ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    self.value = value
  }

  /// The number in 13 letters, of which none is taken for another when read aloud.
  ///
  /// Source: Douglas Crockford, "Base 32", in small letters.
  var text: String {
    let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return (0..<13).reversed().reduce(into: "") { text, place in
      text.append(letters[Int(truncatingIfNeeded: value >> UInt64(place * 5)) & 31])
    }
  }
}
