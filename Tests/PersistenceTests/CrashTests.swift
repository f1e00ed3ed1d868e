import Foundation
import Testing

@testable import Persistence
@testable import TestSupport

/// What is left of a ledger when the process is killed in the middle of a write.
///
/// The page cache survives a kill: a power cut is another matter.
@Suite struct CrashTests {
  private static func kill() {
    Foundation.kill(getpid(), SIGKILL)
  }

  private static func soundCount(_ path: String) throws -> Int64 {
    let store = try Store.open(path: path)
    let found = try store.read { snapshot in try snapshot.verify() }
    #expect(found.defects == [])
    return found.facts
  }

  @Test(arguments: [0, 1, 7, 40])
  func `killed in a transaction, the ledger is as it was`(appended: Int) async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    var sample = SampleLedger(seed: 21)
    _ = try Store.sample(path, try sample.facts(10), threshold: 10)
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, appended = appended as Int] in
      var sample = SampleLedger(seed: 21)
      _ = try sample.facts(10)
      let facts = try sample.facts(appended)
      var store = try Store.open(path: path)
      try store.write(SampleLedger.batch) { transaction in
        for fact in facts { try transaction.append(fact) }
        _ = try transaction.snapshot.balances(asOf: SampleLedger.day("2018-01-01"))
        Self.kill()
      }
    }
    #expect(try Self.soundCount(path) == 10)
    var store = try Store.open(path: path)
    let more = try sample.facts(3)
    try store.write(SampleLedger.batch) { transaction in
      for fact in more { try transaction.append(fact) }
    }
    #expect(try Self.soundCount(path) == 13)
  }

  @Test func `killed after a transaction, the ledger has all of it`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    _ = try Store.sample(path, threshold: 10)
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      var sample = SampleLedger(seed: 22)
      var store = try Store.open(path: path)
      for _ in 0..<5 {
        let fact = try sample.next()
        try store.write(SampleLedger.batch) { transaction in _ = try transaction.append(fact) }
      }
      Self.kill()
    }
    #expect(try Self.soundCount(path) == 5)
  }

  @Test func `killed while it is made, a ledger is not there, and can be made`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      var sample = SampleLedger(seed: 23)
      let facts = try sample.facts(50)
      _ = try Store.create(
        path: path, bookCurrency: SampleLedger.dollars, batch: SampleLedger.batch
      ) { transaction in
        for fact in facts { try transaction.append(fact) }
        Self.kill()
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    var sample = SampleLedger(seed: 23)
    _ = try Store.sample(path, try sample.facts(50))
    #expect(try Self.soundCount(path) == 50)
  }

  @Test func `killed between two writers, the other goes on`() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    var sample = SampleLedger(seed: 24)
    var store = try Store.sample(path)
    let facts = try sample.facts(2)
    try store.write(SampleLedger.batch) { transaction in _ = try transaction.append(facts[0]) }
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      var sample = SampleLedger(seed: 25)
      _ = try sample.facts(5)
      let fact = try sample.next()
      var store = try Store.open(path: path)
      try store.write(SampleLedger.batch) { transaction in
        _ = try transaction.append(fact)
        Self.kill()
      }
    }
    try store.write(SampleLedger.batch) { transaction in _ = try transaction.append(facts[1]) }
    #expect(try Self.soundCount(path) == 2)
  }

  @Test func `a full disk is told, and nothing of the transaction is kept`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    var sample = SampleLedger(seed: 26)
    var store = try Store.sample(path, try sample.facts(5))
    let more = try sample.facts(400)
    // The limit is SQLite's own, so that no disk has to be filled.
    try store.session.connection.execute("PRAGMA max_page_count = 70")
    #expect(throws: StoreError.diskFull(path: path)) {
      try store.write(SampleLedger.batch) { transaction in
        for fact in more { try transaction.append(fact) }
      }
    }
    try store.session.connection.execute("PRAGMA max_page_count = 1000000")
    #expect(try Self.soundCount(path) == 5)
    try store.write(SampleLedger.batch) { transaction in
      for fact in more { try transaction.append(fact) }
    }
    #expect(try Self.soundCount(path) == 405)
  }
}
