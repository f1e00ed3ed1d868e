import Glibc

/// A file under a name of its own beside the one it is to become; removed unless it becomes that.
struct DraftFile: ~Copyable {
  /// Where it lies.
  let path: String
  private var isKept = false

  /// Makes an empty file beside `target`.
  init(beside target: String) throws(FileError) {
    var attempt = 0
    while true {
      let candidate = "\(target).\(getpid())-\(attempt).draft"
      do throws(FileError) {
        _ = try Descriptor(opening: candidate, for: .creating)
        path = candidate
        return
      } catch {
        guard case .exists = error, attempt < 100 else { throw error.renamed(target) }
        attempt += 1
      }
    }
  }

  deinit {
    if !isKept { Descriptor.remove(path) }
  }

  /// Brings the draft to the disk, and gives it the name `target`, replacing what has it.
  mutating func replace(_ target: String) throws(FileError) {
    try Descriptor(opening: path, for: .appending).synchronize()
    try Descriptor.rename(path, to: target)
    isKept = true
    try Descriptor.synchronizeDirectory(of: target)
  }

  /// Brings the draft to the disk, and gives it the name `target`, which nothing may have yet.
  mutating func become(_ target: String) throws(FileError) {
    try Descriptor(opening: path, for: .appending).synchronize()
    try Descriptor.renameWithoutReplacing(path, to: target)
    isKept = true
    try Descriptor.synchronizeDirectory(of: target)
  }
}
