import Foundation
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct CopyingTests {
  @Test func `a backup is the ledger, made while somebody writes`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 41)
    var store = try Store.sample(directory.file(), try sample.facts(50))
    let other = try Store.open(path: directory.file(), for: .reading)
    let more = try sample.facts(5)
    try store.write(SampleLedger.batch) { transaction in
      for fact in more { try transaction.append(fact) }
      let found = try other.backUp(to: directory.file("backup"))
      #expect(found.facts == 50)
    }
    let copy = try Store.open(path: directory.file("backup"))
    #expect(try copy.read { snapshot in try snapshot.verify() }.facts == 50)
    let copied = try copy.read { snapshot in try snapshot.allFacts() }
    let kept = try store.read { snapshot in try snapshot.allFacts() }
    #expect(copied == Array(kept.prefix(50)))
  }

  @Test func `a backup overwrites nothing, and leaves nothing where it fails`() throws {
    let directory = try TemporaryDirectory()
    let store = try Store.sample(directory.file())
    try OutputFile.write([1], to: directory.file("backup"))
    #expect(throws: StoreError.exists(path: directory.file("backup"))) {
      try store.backUp(to: directory.file("backup"))
    }
    #expect(throws: StoreError.missing(path: directory.file("a/b"))) {
      try store.backUp(to: directory.file("a/b"))
    }
    #expect(try directory.names.filter { !$0.hasPrefix("ledger.db") } == ["backup"])
  }

  @Test func `an unsound ledger is not backed up without a word`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 42)
    _ = try Store.sample(directory.file(), try sample.facts(3))
    try Raw.change(directory.file()) { raw in
      try raw.execute("DROP TRIGGER fact_keeps; UPDATE fact SET body = 'nothing' WHERE seq = 2")
    }
    let store = try Store.open(path: directory.file(), for: .reading)
    #expect(throws: StoreError.corrupt(path: directory.file())) {
      try store.backUp(to: directory.file("backup"))
    }
    #expect(try directory.names.filter { !$0.hasPrefix("ledger.db") } == [])
  }
}
