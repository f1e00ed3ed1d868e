import Foundation
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct FileTests {
  private static func contents(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test(arguments: [0, 1, 15, 16, 65_535, 65_536, 65_537, 3_000_000])
  func `what is written is read`(length: Int) throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("a")
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 31) }
    try OutputFile.write(bytes, to: path)
    #expect(try InputFile.bytes(at: path) == bytes)
    #expect(try directory.names == ["a"])
  }

  @Test(arguments: [0, 100, 101, 102, 70_000, 3_000_000])
  func `of a line only so much is read as is wanted, where it is longer than a chunk`(
    length: Int
  ) throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("a")
    let (before, after) = (Array("first\r\n".utf8), Array("\n\nlast".utf8))
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: length)
    try OutputFile.write(before + line + after, to: path)
    let read = try InputFile.bytes(at: path, ofLinesUpTo: 100)
    #expect(read.starts(with: before) && read.suffix(after.count) == after[...])
    let found = read.count - before.count - after.count
    // What begins in a chunk of 65,536 bytes is kept to its end.
    #expect(length < 65_000 ? found == length : found > 100 && found <= 65_536)
  }

  @Test func `of a line of many mebibytes no more is held than of any`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("a")
    try OutputFile.write(Array("first\nx".utf8), to: path)
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.truncate(atOffset: 1 << 26)
    try file.seekToEnd()
    try file.write(contentsOf: Data("\nlast".utf8))
    try file.close()
    let read = try InputFile.bytes(at: path, ofLinesUpTo: 1 << 20)
    #expect(read.count < (1 << 20) + 70_000)
    #expect(
      read.starts(with: Array("first\nx\0".utf8)) && read.suffix(5) == Array("\nlast".utf8)[...])
  }

  @Test func `of a file that is not wanted only the beginning is read`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("a")
    try OutputFile.write([UInt8](repeating: 10, count: 300_000), to: path)
    let read = try InputFile.bytes(at: path, ofLinesUpTo: 100) { $0.count < 65_536 }
    #expect(read.count == 65_536)
    #expect(try InputFile.bytes(at: path, ofLinesUpTo: 100) { $0.count == 65_536 }.count == 300_000)
  }

  @Test func `what cannot be read says why`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("a")
    #expect(throws: FileError.missing(path: path)) { try InputFile.bytes(at: path) }
    #expect(throws: FileError.directory(path: directory.path)) {
      try InputFile.bytes(at: directory.path)
    }
    try OutputFile.write([1], to: path)
    #expect(throws: FileError.missing(path: path + "/b")) { try InputFile.bytes(at: path + "/b") }
    try directory.permit(0o000, path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Unprivileged.become()
      #expect(throws: FileError.permission(path: path)) { try InputFile.bytes(at: path) }
    }
  }

  @Test func `a file that is replaced keeps its permissions, and a link stays a link`() throws {
    let directory = try TemporaryDirectory()
    let (path, link) = (directory.file("a"), directory.file("link"))
    try OutputFile.write(Array("old".utf8), to: path)
    try directory.permit(0o640, path)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a")
    try OutputFile.write(Array("new".utf8), to: link)
    #expect(try Self.contents(path) == Array("new".utf8))
    let manager = FileManager.default
    #expect(try manager.destinationOfSymbolicLink(atPath: link) == "a")
    #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(try directory.names == ["a", "link"])
  }

  @Test func `what cannot be written says why, and what was there stays`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("a")
    #expect(throws: FileError.directory(path: directory.path)) {
      try OutputFile.write([1], to: directory.path)
    }
    #expect(throws: FileError.missing(path: path + "/b")) {
      try OutputFile.write([1], to: path + "/b")
    }
    #expect(throws: FileError.diskFull(path: "/dev/full")) {
      try OutputFile.write([1], to: "/dev/full")
    }
    try OutputFile.write([1, 2], to: "/dev/null")
    try OutputFile.write([7], to: path)
    try directory.permit(0o444, path)
    await #expect(processExitsWith: .success) {
      [path = path as String, directory = directory.path as String] in
      try Unprivileged.become()
      #expect(throws: FileError.permission(path: path)) { try OutputFile.write([1], to: path) }
      #expect(throws: FileError.permission(path: directory + "/new")) {
        try OutputFile.write([1], to: directory + "/new")
      }
    }
    #expect(try Self.contents(path) == [7])
    #expect(try directory.names == ["a"])
  }

  @Test(arguments: [
    (ENOENT, FileError.missing(path: "p")), (ENOTDIR, .missing(path: "p")),
    (EEXIST, .exists(path: "p")), (EISDIR, .directory(path: "p")),
    (EACCES, .permission(path: "p")), (EPERM, .permission(path: "p")),
    (EROFS, .readOnly(path: "p")), (ENOSPC, .diskFull(path: "p")), (EDQUOT, .diskFull(path: "p")),
    (EPIPE, .closedPipe(path: "p")), (EIO, .failed(path: "p", systemError: EIO)),
  ])
  func `a system's error means one thing for people, of a file and of a store`(
    code: Int32, means: FileError
  ) {
    #expect(FileError(systemError: code, path: "p") == means)
    #expect(means.renamed("q") == FileError(systemError: code, path: "q"))
    let ofStore = SQLiteResult(code: 14, systemError: code)
      .failure(path: "p", waitedMilliseconds: 0)
    switch StoreError(means) {
    case .permission, .readOnly, .diskFull: #expect(StoreError(means) == ofStore)
    case .missing, .exists, .directory, .notAFile, .inputOutput: break
    default: Issue.record("\(means) is no failure of a store")
    }
  }

  @Test func `a ledger is known by any link, and a store by its content`() throws {
    let directory = try TemporaryDirectory()
    let (text, copy, link) = (directory.file("a"), directory.file("b"), directory.file("link"))
    try OutputFile.write(Array("text".utf8), to: text)
    try OutputFile.write(Array("text".utf8), to: copy)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a")
    try FileManager.default.linkItem(atPath: text, toPath: directory.file("hard"))
    _ = try Store.sample(directory.file("store"))
    for name in ["a", "link", "hard", "store"] {
      #expect(try OutputFile.isLedger(directory.file(name), reading: text), "\(name)")
    }
    for path in [copy, directory.file("none"), directory.path, "/dev/null"] {
      #expect(try OutputFile.isLedger(path, reading: text) == false, "\(path)")
      #expect(try OutputFile.isLedger(path, reading: "/dev/null") == false, "\(path)")
    }
  }

  @Test func `the form of a ledger is told from how its file begins`() throws {
    let directory = try TemporaryDirectory()
    #expect(LedgerForm(beginning: []) == .empty)
    #expect(LedgerForm(beginning: Array("ledger \"Mali\"".utf8)) == .text)
    #expect(LedgerForm(beginning: Array("SQLite format 3".utf8)) == .text)
    #expect(
      LedgerForm(beginning: Array("SQLite format 3\0 and more".utf8)) == .foreign(application: 0))
    _ = try Store.sample(directory.file())
    try OutputFile.write([], to: directory.file("empty"))
    #expect(try LedgerForm(ofFileAt: directory.file()) == .store)
    #expect(try LedgerForm(ofFileAt: directory.file("empty")) == .empty)
    #expect(throws: FileError.missing(path: directory.file("none"))) {
      try LedgerForm(ofFileAt: directory.file("none"))
    }
    #expect(throws: FileError.directory(path: directory.path)) {
      try LedgerForm(ofFileAt: directory.path)
    }
    #expect(throws: FileError.notAFile(path: "/dev/null")) {
      try LedgerForm(ofFileAt: "/dev/null")
    }
  }
}
