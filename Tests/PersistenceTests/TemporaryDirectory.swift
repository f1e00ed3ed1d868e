import Foundation
import Testing

/// A directory of one test's own, removed with all that is in it.
final class TemporaryDirectory {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "bursar-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // What a failed test leaves behind does no harm.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in the directory.
  func file(_ name: String = "ledger.db") -> String { path + "/" + name }

  /// Sets who may read, write and enter what is at `path`.
  func permit(_ permissions: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  /// The names in the directory, in order.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

/// A process that may not do everything, for tests of what it may not.
enum Unprivileged {
  /// Gives up the rights of root, for good: only to be called in an exit test.
  static func become() throws {
    if getuid() == 0 {
      try #require(setgid(65_534) == 0 && setuid(65_534) == 0)
    }
  }
}
