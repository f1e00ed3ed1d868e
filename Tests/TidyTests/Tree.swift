import Foundation

/// The package as it lies on disk: every file that belongs to it.
struct Tree: Sendable {
  /// The text files.
  let files: [SourceFile]
  /// Every path, folders not included, texts or not.
  let paths: [String]

  /// The tree that these tests were built from.
  static let ofThePackage = Tree(
    at: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  /// A tree made up for a test.
  init(_ files: [SourceFile]) {
    self.files = files
    paths = files.map(\.path)
  }

  /// Reads what lies under `root`, less what is built there and what editors leave.
  init(at root: URL) {
    let (files, paths) = Self.read(root, below: "")
    self.files = files.sorted { $0.path < $1.path }
    self.paths = paths.sorted()
  }

  /// The hidden files and folders that belong to the package; others are somebody's own.
  private static let hidden: Set = [".ci", ".gitattributes", ".gitignore", ".swift-format"]

  private static func read(_ folder: URL, below prefix: String) -> ([SourceFile], [String]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var files: [SourceFile] = []
    var paths: [String] = []
    for name in names where !name.hasPrefix(".") || hidden.contains(name) {
      let child = folder.appending(path: name)
      let path = prefix + name
      // Without an error there is a listing: the child is a folder.
      if (try? FileManager.default.contentsOfDirectory(atPath: child.path)) != nil {
        let (inner, innerPaths) = read(child, below: path + "/")
        files += inner
        paths += innerPaths
      } else {
        paths.append(path)
        if let bytes = try? Data(contentsOf: child),
          let text = String(data: bytes, encoding: .utf8),
          !bytes.contains(0)
        {
          files.append(SourceFile(path, text))
        }
      }
    }
    return (files, paths)
  }
}
