import Glibc

/// An open file of the system; closed when it goes out of scope. The one place that calls the system.
@safe struct Descriptor: ~Copyable {
  /// What a file is opened for.
  enum Purpose {
    /// To read what is there.
    case reading
    /// To write a file that must not be there yet.
    case creating
    /// To write into what is there, such as a pipe or a device.
    case appending
  }

  /// What kind of thing a path names.
  enum Kind: Hashable {
    case file(byteCount: Int)
    case directory
    case other
  }

  private let number: Int32
  private let path: String
  private let isOwned: Bool

  /// The process's standard input; left open.
  static var standardInput: Descriptor {
    Descriptor(number: STDIN_FILENO, path: "-", isOwned: false)
  }

  private init(number: Int32, path: String, isOwned: Bool) {
    self.number = number
    self.path = path
    self.isOwned = isOwned
  }

  /// Opens `path`.
  init(opening path: String, for purpose: Purpose) throws(FileError) {
    let flags =
      switch purpose {
      case .reading: O_RDONLY
      case .creating: O_WRONLY | O_CREAT | O_EXCL
      case .appending: O_WRONLY | O_APPEND
      }
    let opened = unsafe open(path, flags | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw FileError(systemError: errno, path: path) }
    self.init(number: opened, path: path, isOwned: true)
  }

  deinit {
    if isOwned { close(number) }
  }

  /// What kind of thing `path` names, links followed.
  static func kind(of path: String) throws(FileError) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw FileError(systemError: errno, path: path) }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file(byteCount: Int(status.st_size))
    case S_IFDIR: .directory
    default: .other
    }
  }

  /// Whether anything has the name `path`.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether two paths name one file, by links or not; `-` is standard input. Pipes and devices are none.
  static func areOneFile(_ path: String, _ other: String) -> Bool {
    guard let first = status(ofFile: path), let second = status(ofFile: other) else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// What the system knows of a file, links followed; nil for what is none.
  private static func status(ofFile path: String) -> stat? {
    var status = stat()
    let result =
      path == "-" ? unsafe fstat(STDIN_FILENO, &status) : unsafe stat(path, &status)
    return result == 0 && status.st_mode & S_IFMT == S_IFREG ? status : nil
  }

  /// Reads up to `limit` bytes, fewer only where the file ends.
  func read(upTo limit: Int = .max) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    let expected = min(limit, expectedCount)
    // Memory that is reserved and not used costs nothing; to grow would hold everything twice.
    bytes.reserveCapacity(expected)
    while bytes.count < limit {
      let before = bytes.count
      let wanted = min(max(65_536, expected - before + 1), 1 << 20, limit - before)
      bytes.append(contentsOf: try readOnce(wanted))
      if bytes.count == before { break }
    }
    return bytes
  }

  /// How many bytes the file has, as far as the system knows; 0 of a pipe.
  var expectedCount: Int {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { return 0 }
    return Int(status.st_size)
  }

  private func readOnce(_ count: Int) throws(FileError) -> [UInt8] {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      var result = unsafe Glibc.read(number, buffer.baseAddress, count)
      while result < 0, errno == EINTR {
        result = unsafe Glibc.read(number, buffer.baseAddress, count)
      }
      failed = result < 0
      initialized = max(0, result)
    }
    guard !failed else { throw FileError(systemError: errno, path: path) }
    return bytes
  }

  /// Writes all of `bytes`.
  func write(_ bytes: Span<UInt8>) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes.extracting(written...).withUnsafeBytes { rest in
        unsafe Glibc.write(number, rest.baseAddress, rest.count)
      }
      if result < 0, errno == EINTR { continue }
      guard result >= 0 else { throw FileError(systemError: errno, path: path) }
      written += result
    }
  }

  /// Waits until the disk has what was written.
  func synchronize() throws(FileError) {
    guard fsync(number) == 0 else { throw FileError(systemError: errno, path: path) }
  }

  /// Who may read and write the file, as `chmod` counts it.
  func permissions() throws(FileError) -> UInt32 {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else {
      throw FileError(systemError: errno, path: path)
    }
    return status.st_mode & 0o7777
  }

  /// Sets who may read and write the file.
  func setPermissions(_ permissions: UInt32) throws(FileError) {
    guard fchmod(number, permissions) == 0 else { throw FileError(systemError: errno, path: path) }
  }

  /// Locks the file until it is closed, and waits while another holds the lock.
  func lock() {
    while flock(number, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Locks the file until it is closed, unless another holds the lock.
  func locks() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 }

  /// Whether `path` is a name of the file still.
  func isNamed(_ path: String) -> Bool {
    var status = stat()
    guard unsafe fstat(number, &status) == 0, let named = Self.status(ofFile: path) else {
      return false
    }
    return status.st_dev == named.st_dev && status.st_ino == named.st_ino
  }

  /// The paths of what lies in the directory that `path` is in; none where that cannot be read.
  static func names(besides path: String) -> [String] {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    guard let directory = unsafe opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      names.append(folder + name)
    }
    return names
  }

  /// Waits until the disk has the names in the directory that `path` is in.
  static func synchronizeDirectory(of path: String) throws(FileError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let directory = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    try Descriptor(opening: directory, for: .reading).synchronize()
  }

  /// Gives `old` the name `new`; what had that name is gone.
  static func rename(_ old: String, to new: String) throws(FileError) {
    guard unsafe Glibc.rename(old, new) == 0 else { throw FileError(systemError: errno, path: new) }
  }

  /// Gives `old` the name `new`, which nothing may have yet.
  static func renameWithoutReplacing(_ old: String, to new: String) throws(FileError) {
    if unsafe link(old, new) == 0 {
      remove(old)
      return
    }
    // Some file systems have no links: there the name is taken first, and then replaced.
    guard [EPERM, ENOTSUP, EMLINK].contains(errno) else {
      throw FileError(systemError: errno, path: new)
    }
    _ = try Descriptor(opening: new, for: .creating)
    try rename(old, to: new)
  }

  /// Removes the name `path`, if it is there.
  static func remove(_ path: String) {
    // What is removed is ours and half made; that it stays behind changes nothing.
    _ = unsafe unlink(path)
  }

  /// The path with all links followed; itself where nothing is there.
  static func resolved(_ path: String) -> String {
    guard let found = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}
