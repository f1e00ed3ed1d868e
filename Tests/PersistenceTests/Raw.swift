@testable import Persistence

/// Connections without the store's care, to do what it would refuse.
enum Raw {
  /// Runs `body` on the file at `path`, made if it is not there.
  static func make(_ path: String, _ body: (Connection) throws -> Void) throws {
    try OutputFile.write([], to: path)
    try change(path, body)
  }

  /// Runs `body` on the file at `path`.
  static func change(_ path: String, _ body: (Connection) throws -> Void) throws {
    let connection = try Connection(
      opening: path, for: .existing, path: path, waitMilliseconds: 1_000)
    try body(connection)
  }
}
