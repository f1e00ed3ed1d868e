import Foundation
import Funding
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct OpeningTests {
  @Test func `where nothing is, nothing is opened and nothing made`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    #expect(throws: StoreError.missing(path: path)) { _ = try Store.open(path: path) }
    #expect(throws: StoreError.missing(path: directory.file("a/b.db"))) {
      _ = try Store.open(path: directory.file("a/b.db"), for: .reading)
    }
    #expect(try directory.names == [])
  }

  @Test func `a directory is refused, and so is a device`() throws {
    let directory = try TemporaryDirectory()
    #expect(throws: StoreError.directory(path: directory.path)) {
      _ = try Store.open(path: directory.path)
    }
    #expect(throws: StoreError.notAFile(path: "/dev/null")) {
      _ = try Store.open(path: "/dev/null")
    }
  }

  @Test func `an empty file is refused, and stays empty`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.empty(path: path)) { _ = try Store.open(path: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
  }

  @Test(arguments: [1, 15, 16, 99, 100, 511, 5_000])
  func `a text is refused, however long`(length: Int) throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    let text = Data(repeating: UInt8(ascii: "x"), count: length)
    try text.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.notDatabase(path: path)) { _ = try Store.open(path: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
  }

  @Test func `another program's database is refused, with its mark`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    try Raw.make(path) { try $0.execute("PRAGMA application_id = 7; CREATE TABLE a (b)") }
    #expect(throws: StoreError.foreign(path: path, application: 7)) {
      _ = try Store.open(path: path)
    }
  }

  @Test func `a ledger of a later bursar is refused`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path)
    try Raw.change(path) { try $0.execute("PRAGMA user_version = 4711") }
    #expect(throws: StoreError.newerSchema(path: path, found: 4711, known: Schema.version)) {
      _ = try Store.open(path: path, for: .reading)
    }
  }

  @Test func `a ledger without a version is corrupt, and so is one without a book currency`() throws
  {
    let directory = try TemporaryDirectory()
    _ = try Store.sample(directory.file("a"))
    try Raw.change(directory.file("a")) { try $0.execute("PRAGMA user_version = 0") }
    #expect(throws: StoreError.corrupt(path: directory.file("a"))) {
      _ = try Store.open(path: directory.file("a"))
    }
    _ = try Store.sample(directory.file("b"))
    try Raw.change(directory.file("b")) { try $0.execute("DROP TABLE book") }
    #expect(throws: StoreError.corrupt(path: directory.file("b"))) {
      _ = try Store.open(path: directory.file("b"))
    }
  }

  @Test func `a ledger whose pages were overwritten is corrupt`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in 100..<4096 { bytes[index] = 0xff }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.corrupt(path: path)) { _ = try Store.open(path: path) }
  }

  @Test func `who may not read the file opens nothing`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path)
    try directory.permit(0o000, path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Unprivileged.become()
      #expect(throws: StoreError.permission(path: path)) { _ = try Store.open(path: path) }
      #expect(throws: StoreError.permission(path: path)) {
        _ = try Store.open(path: path, for: .reading)
      }
    }
  }

  @Test func `who may not write the file reads it, and only that`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("a?b#c%d e.db")
    var sample = SampleLedger(seed: 1)
    _ = try Store.sample(path, try sample.facts(3))
    try directory.permit(0o444, path)
    try directory.permit(0o555, directory.path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Unprivileged.become()
      #expect(throws: StoreError.readOnly(path: path)) { _ = try Store.open(path: path) }
      let store = try Store.open(path: path, for: .reading)
      let head = try store.read { snapshot in try snapshot.head() }
      #expect(head.count == 3)
      #expect(throws: StoreError.permission(path: path + "2")) { _ = try Store.sample(path + "2") }
    }
    try directory.permit(0o755, directory.path)
    #expect(try directory.names == ["a?b#c%d e.db"])
  }

  @Test func `a log hinders who may only read as far as something stands in it`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path)
    try OutputFile.write([], to: path + "-wal")
    try directory.permit(0o555, directory.path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Unprivileged.become()
      _ = try Store.open(path: path, for: .reading)
    }
    try directory.permit(0o755, directory.path)
    try OutputFile.write([1], to: path + "-wal")
    try directory.permit(0o555, directory.path)
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Unprivileged.become()
      #expect(throws: StoreError.self) { _ = try Store.open(path: path, for: .reading) }
    }
    try directory.permit(0o755, directory.path)
  }

  @Test func `a ledger that was opened to read takes no fact`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    var sample = SampleLedger(seed: 1)
    let fact = try sample.next()
    _ = try Store.sample(path)
    var store = try Store.open(path: path, for: .reading)
    #expect(throws: StoreError.readOnly(path: path)) {
      try store.write(SampleLedger.batch) { transaction in _ = try transaction.append(fact) }
    }
  }

  @Test func `nothing is left beside a ledger that was closed`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path)
    for access in [Store.Access.reading, .writing] {
      let store = try Store.open(path: path, for: access)
      #expect(try store.read { snapshot in try snapshot.head() } == .empty)
    }
    #expect(try directory.names == ["ledger.db"])
  }

  @Test func `who waits for a writer in vain is told so, and how long it was`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    var first = try Store.sample(path)
    var second = try Store.open(path: path, waitMilliseconds: 20)
    try first.write(SampleLedger.batch) { _ in
      #expect(throws: StoreError.locked(path: path, waitedMilliseconds: 20)) {
        try second.write(SampleLedger.batch) { _ in }
      }
      // Readers are never kept waiting.
      let head = try second.read { snapshot in try snapshot.head() }
      #expect(head == .empty)
    }
    try second.write(SampleLedger.batch) { _ in }
  }

  @Test func `a ledger that somebody else keeps to himself is locked`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path)
    try Raw.change(path) { other in
      try other.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
      #expect(throws: StoreError.locked(path: path, waitedMilliseconds: 10)) {
        _ = try Store.open(path: path, waitMilliseconds: 10)
      }
      try other.execute("ROLLBACK")
    }
  }
}
