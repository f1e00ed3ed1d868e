import Foundation
import Testing

/// A process that may not do everything, for tests of what it may not.
enum Unprivileged {
  /// Gives up the rights of root, for good: only to be called in an exit test.
  static func become() throws {
    if getuid() == 0 {
      try #require(setgid(65_534) == 0 && setuid(65_534) == 0)
    }
  }
}
