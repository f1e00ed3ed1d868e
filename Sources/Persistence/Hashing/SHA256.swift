import CCrypto

/// A SHA-256 under way; the one place where bytes are lent to libcrypto.
@safe struct SHA256 {
  private var context = SHA256_CTX()

  /// Begins with nothing.
  init() {
    unsafe SHA256_Init(&context)
  }

  /// Takes in more bytes.
  mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe Self.update(&context, $0) }
  }

  /// Takes in the bytes of a digest.
  mutating func update(_ digest: Digest) {
    digest.withBytes { unsafe Self.update(&context, $0) }
  }

  /// The digest of all that was taken in.
  consuming func digest() -> Digest {
    var bytes = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe bytes.withUnsafeMutableBufferPointer { output in
      _ = unsafe SHA256_Final(output.baseAddress, &context)
    }
    guard let digest = Digest(bytes: bytes.span) else {
      preconditionFailure("a SHA-256 has thirty-two bytes")
    }
    return digest
  }

  private static func update(_ context: inout SHA256_CTX, _ bytes: UnsafeRawBufferPointer) {
    unsafe SHA256_Update(&context, bytes.baseAddress, bytes.count)
  }
}

extension Digest {
  /// Lends the thirty-two bytes to `body`.
  @safe func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    var words = (word0.bigEndian, word1.bigEndian, word2.bigEndian, word3.bigEndian)
    unsafe withUnsafeBytes(of: &words, body)
  }
}
