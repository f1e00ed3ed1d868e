import Glibc

extension [UInt8] {
  /// Where `byte` stands first, found by the C library, which looks at many bytes at once.
  /// - Complexity: O(*n*).
  func place(of byte: UInt8) -> Int? {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = unsafe memchr(base, Int32(byte), bytes.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
