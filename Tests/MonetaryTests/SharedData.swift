import Foundation

/// Published data that lies beside the project on some machines; tests that need it skip elsewhere.
enum SharedData {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared")

  /// Whether the file is there.
  static func has(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: folder.appending(path: path).path)
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }
}
