import BursarCLI

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The process's output streams.
enum Stream {
  /// Writes all of `text`, whatever the stream takes at a time.
  /// - Throws: `ClosedPipe` where nobody reads any more, `UnwritableStream` for anything else.
  static func write(_ text: String, to stream: World.Stream) throws {
    let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { bytes in
        unsafe systemWrite(descriptor, bytes.baseAddress, bytes.count)
      }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        throw ClosedPipe()
      } else if errno != EINTR {
        throw UnwritableStream(stream, systemError: errno)
      }
    }
  }
}

private func systemWrite(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  #if canImport(Darwin)
    unsafe Darwin.write(descriptor, bytes, count)
  #else
    unsafe Glibc.write(descriptor, bytes, count)
  #endif
}
