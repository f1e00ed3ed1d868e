import Bookkeeping
import Funding
import Monetary
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct StoreTests {
  @Test func `facts come back as they were appended, in the order in which they were`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 1)
    let first = try sample.facts(30)
    let second = try sample.facts(30)
    var store = try Store.sample(directory.file(), first)
    try store.write(SampleLedger.batch) { transaction in
      for fact in second { try transaction.append(fact) }
    }
    let records = try store.read { snapshot in try snapshot.allFacts() }
    #expect(records.map(\.header) == (first + second).map(\.header))
    #expect(records.map(\.body) == (first + second).map(\.body))
    #expect(records.map(\.sequence) == Array(1...60))
    #expect(records.map(\.batch) == Array(repeating: 1, count: 30) + Array(repeating: 2, count: 30))
  }

  @Test func `entries come back as they were appended`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 2)
    let facts = try sample.facts(60)
    let store = try Store.sample(directory.file(), facts)
    var entries: [JournalEntry] = []
    try store.read { snapshot in
      try snapshot.journal(JournalSelection()) { _, entry in entries.append(entry) }
    }
    #expect(Set(entries) == Set(facts.flatMap(\.entries)))
    #expect(entries.map(\.date) == entries.map(\.date).sorted())
  }

  @Test func `what a refused transaction appended is gone`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 3)
    var store = try Store.sample(directory.file(), try sample.facts(10))
    let before = try store.read { snapshot in try snapshot.allFacts() }
    let more = try sample.facts(10)
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
      try store.write(SampleLedger.batch) { transaction in
        for fact in more { try transaction.append(fact) }
        throw Refusal()
      }
    }
    #expect(try store.read { snapshot in try snapshot.allFacts() } == before)
    try store.write(SampleLedger.batch) { transaction in
      for fact in more { try transaction.append(fact) }
    }
    #expect(try store.read { snapshot in try snapshot.head().count } == 20)
  }
}

extension Snapshot {
  /// All facts, in an array.
  func allFacts(_ selection: FactSelection = .all) throws -> [FactRecord] {
    var found: [FactRecord] = []
    try facts(selection) { found.append($0) }
    return found
  }
}
