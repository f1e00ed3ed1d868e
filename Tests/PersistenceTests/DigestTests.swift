import Testing

@testable import Persistence

@Suite struct DigestTests {
  /// Source: FIPS 180-4, examples; NIST CAVP, SHA256ShortMsg.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `a text has the digest that the standard says`(text: String, expected: String) {
    #expect(Digest.sha256(Array(text.utf8)).description == expected)
  }

  @Test func `a digest goes through its bytes and through its digits`() throws {
    let digest = Digest.sha256(Array("bursar".utf8))
    #expect(Digest(bytes: digest.bytes.span) == digest)
    #expect(Digest(hexadecimal: digest.description) == digest)
    #expect(digest.bytes.count == 32)
  }

  @Test func `nothing but thirty-two bytes or sixty-four small digits is a digest`() {
    let digits = Digest.sha256([]).description
    #expect(Digest(hexadecimal: digits.uppercased()) == nil)
    #expect(Digest(hexadecimal: String(digits.dropLast())) == nil)
    #expect(Digest(hexadecimal: digits + "0") == nil)
    #expect(Digest(hexadecimal: "g" + digits.dropFirst()) == nil)
    #expect(Digest(bytes: [UInt8](repeating: 0, count: 31).span) == nil)
    #expect(Digest(bytes: [UInt8](repeating: 0, count: 33).span) == nil)
    #expect(Digest(bytes: [UInt8](repeating: 0, count: 32).span) == .zero)
  }

  @Test func `a chain's next hash is that of the hash before and the digest, one after the other`()
  {
    let first = Digest.sha256([1])
    let second = Digest.sha256([2])
    #expect(first.chained(to: second) == Digest.sha256(first.bytes + second.bytes))
    #expect(first.chained(to: second) != second.chained(to: first))
  }
}
