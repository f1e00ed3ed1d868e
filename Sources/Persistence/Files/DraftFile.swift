import Glibc

/// A file under a name of its own beside the one it is to become; removed unless it becomes that.
///
/// It is locked while its process lives. One that a process left behind when it was killed is locked by
/// nobody, and is removed when the next is made beside the same file.
struct DraftFile: ~Copyable {
  private static let suffix = ".draft"

  /// Where it lies.
  let path: String
  /// Holds the lock.
  private let held: Descriptor
  private var isKept = false

  /// Makes an empty file beside `target`.
  init(beside target: String) throws(FileError) {
    Self.removeAbandoned(beside: target)
    for attempt in 0..<100 {
      let candidate = "\(target).\(getpid())-\(attempt)\(Self.suffix)"
      do throws(FileError) {
        guard let made = try Self.made(at: candidate) else { continue }
        held = made
        path = candidate
        return
      } catch {
        guard case .exists = error else { throw error.renamed(target) }
      }
    }
    throw .exists(path: target)
  }

  /// Makes a file, and locks it; nil where somebody took it for abandoned before it was locked.
  private static func made(at path: String) throws(FileError) -> Descriptor? {
    let file = try Descriptor(opening: path, for: .creating)
    file.lock()
    guard file.isNamed(path) else { return nil }
    return file
  }

  /// Removes the drafts beside `target` that no process writes any more.
  private static func removeAbandoned(beside target: String) {
    for name in Descriptor.names(besides: target) where isDraft(name, of: target) {
      // What cannot be opened or is locked belongs to somebody else.
      guard let file = try? Descriptor(opening: name, for: .reading), file.locks() else { continue }
      for suffix in ["-wal", "-shm", "-journal", ""] { Descriptor.remove(name + suffix) }
    }
  }

  /// Whether `name` is one that a draft beside `target` bears: two numbers lie between.
  private static func isDraft(_ name: String, of target: String) -> Bool {
    guard name.hasPrefix(target + "."), name.hasSuffix(suffix) else { return false }
    let numbers = name.dropFirst(target.count + 1).dropLast(suffix.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { UInt32($0) != nil }
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
