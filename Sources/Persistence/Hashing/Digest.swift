/// A SHA-256 of something: what makes a change to it visible.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  // Four words hash and compare without a loop; the first holds the first eight bytes.
  let word0, word1, word2, word3: UInt64

  /// Thirty-two bytes of zero: what the first fact of a ledger follows.
  public static let zero = Digest(0, 0, 0, 0)

  private init(_ word0: UInt64, _ word1: UInt64, _ word2: UInt64, _ word3: UInt64) {
    self.word0 = word0
    self.word1 = word1
    self.word2 = word2
    self.word3 = word3
  }

  /// Takes thirty-two bytes; nil for any other number of them.
  public init?(bytes: Span<UInt8>) {
    guard bytes.count == 32 else { return nil }
    func word(_ start: Int) -> UInt64 {
      (start..<start + 8).reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
    self.init(word(0), word(8), word(16), word(24))
  }

  /// Takes sixty-four lower-case hexadecimal digits; nil for anything else.
  public init?(hexadecimal text: String) {
    let digits = text.utf8.compactMap(Self.value(ofDigit:))
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    func word(_ start: Int) -> UInt64 {
      digits[start..<start + 16].reduce(0) { $0 << 4 | UInt64($1) }
    }
    self.init(word(0), word(16), word(32), word(48))
  }

  /// The thirty-two bytes.
  public var bytes: [UInt8] {
    [word0, word1, word2, word3].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }

  /// Sixty-four lower-case hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension Digest {
  /// The SHA-256 of `bytes`.
  ///
  /// Source: FIPS 180-4.
  /// - Complexity: O(*n*); about a second for two gigabytes.
  public static func sha256(_ bytes: Span<UInt8>) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  /// The SHA-256 of `bytes`.
  public static func sha256(_ bytes: [UInt8]) -> Digest { sha256(bytes.span) }

  /// The digest that comes after this one in a chain whose next fact has the digest `next`.
  public func chained(to next: Digest) -> Digest {
    var hash = SHA256()
    hash.update(self)
    hash.update(next)
    return hash.digest()
  }
}
