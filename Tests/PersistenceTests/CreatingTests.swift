import Bookkeeping
import Foundation
import Funding
import Monetary
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct CreatingTests {
  @Test func `what is there is never overwritten`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    let text = Data("a spreadsheet".utf8)
    try text.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.exists(path: path)) { _ = try Store.sample(path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    #expect(try directory.names == ["ledger.db"])
  }

  @Test func `what is made meanwhile is not overwritten either`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    #expect(throws: StoreError.exists(path: path)) {
      _ = try Store.create(
        path: path, bookCurrency: SampleLedger.dollars, batch: SampleLedger.batch
      ) { _ in
        try Data("sooner".utf8).write(to: URL(fileURLWithPath: path))
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("sooner".utf8))
    #expect(try directory.names == ["ledger.db"])
  }

  /// SQLite would take what an earlier ledger of that name left for a part of the new one.
  @Test(arguments: ["-wal", "-journal"])
  func `nothing is made beside what another ledger left`(suffix: String) throws {
    let directory = try TemporaryDirectory()
    let left = directory.file() + suffix
    try Data([1]).write(to: URL(fileURLWithPath: left))
    #expect(throws: StoreError.exists(path: left)) { _ = try Store.sample(directory.file()) }
    let store = try Store.sample(directory.file("other"))
    #expect(throws: StoreError.exists(path: left)) { try store.backUp(to: directory.file()) }
  }

  @Test func `a directory that is not there is missing`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("a/ledger.db")
    #expect(throws: StoreError.missing(path: path)) { _ = try Store.sample(path) }
  }

  @Test func `what a killed process left half made is removed by whoever makes it next`()
    async throws
  {
    let directory = try TemporaryDirectory()
    let path = directory.file()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      _ = try Store.create(
        path: path, bookCurrency: SampleLedger.dollars, batch: SampleLedger.batch
      ) { _ in kill(getpid(), SIGKILL) }
    }
    let left = try directory.names
    #expect(left.count == 1 && left[0].hasSuffix(".draft"))
    try Data([1]).write(to: URL(fileURLWithPath: directory.file(left[0]) + "-wal"))
    _ = try Store.sample(path)
    #expect(try directory.names == ["ledger.db"])
  }

  @Test func `what a living process makes, or what is no draft of it, is let be`() throws {
    let directory = try TemporaryDirectory()
    let others = ["ledger.db.draft", "ledger.db.x-0.draft", "ledger.db2.1-0.draft", "1-0.draft"]
    for name in others { try Data([1]).write(to: URL(fileURLWithPath: directory.file(name))) }
    try Data([1]).write(to: URL(fileURLWithPath: directory.file("ledger.db.7-0.draft")))
    let living = try DraftFile(beside: directory.file())
    #expect(try directory.names.filter { !others.contains($0) }.count == 1)
    _ = try Store.sample(directory.file())
    #expect(Descriptor.exists(living.path))
    let found = try directory.names
    #expect(found.count == others.count + 2 && Set(found).isSuperset(of: others))
  }

  @Test func `a refused filling leaves nothing`() throws {
    let directory = try TemporaryDirectory()
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
      _ = try Store.create(
        path: directory.file(), bookCurrency: SampleLedger.dollars, batch: SampleLedger.batch
      ) { _ in throw Refusal() }
    }
    #expect(try directory.names == [])
  }

  @Test func `a name that two facts have is refused, in a new ledger and in an old one`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 5)
    let facts = try sample.facts(12)
    let twice = facts[7].header.id
    #expect(throws: StoreError.duplicateFact(twice)) {
      _ = try Store.sample(directory.file("a"), facts + [facts[7]])
    }
    #expect(try directory.names == [])
    var store = try Store.sample(directory.file("b"), facts)
    #expect(throws: StoreError.duplicateFact(twice)) {
      try store.write(SampleLedger.batch) { transaction in
        _ = try transaction.append(facts[7])
      }
    }
    #expect(try store.read { snapshot in try snapshot.head().count } == 12)
  }

  @Test func `a transaction in which something failed keeps nothing, even if nobody minds`() throws
  {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 5)
    let facts = try sample.facts(3)
    var store = try Store.sample(directory.file(), [facts[0]])
    #expect(throws: StoreError.duplicateFact(facts[0].header.id)) {
      try store.write(SampleLedger.batch) { transaction in
        _ = try transaction.append(facts[1])
        _ = try? transaction.append(facts[0])
        _ = try? transaction.append(facts[2])
      }
    }
    #expect(try store.read { snapshot in try snapshot.head().count } == 1)
  }

  @Test func `an entry in another book currency than the ledger's is refused`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 5)
    let fact = try #require(try sample.facts(20).first { !$0.entries.isEmpty })
    #expect(throws: StoreError.bookCurrency(fact.header.id)) {
      _ = try Store.create(
        path: directory.file(), bookCurrency: SampleLedger.yen, batch: SampleLedger.batch
      ) { transaction in _ = try transaction.append(fact) }
    }
  }

  @Test func `sums that cannot be counted are refused, and nothing is kept`() throws {
    let directory = try TemporaryDirectory()
    let most = Money(minorUnits: .max, of: SampleLedger.dollars)
    var sample = SampleLedger(seed: 5)
    let header = try sample.next().header
    let entry = try JournalEntry(
      date: header.date, occasion: .entered,
      postings: [
        Posting(.debit, .bank, fund: .general, most, book: most),
        Posting(.credit, .opening, fund: .general, most, book: most),
      ])
    var store = try Store.sample(
      directory.file(), [AppendedFact(header, body: [1], entries: [entry])])
    let next = try sample.next().header
    #expect(throws: StoreError.overflow) {
      try store.write(SampleLedger.batch) { transaction in
        _ = try transaction.append(AppendedFact(next, body: [2], entries: [entry]))
      }
    }
    let found = try store.read { snapshot in try snapshot.verify() }
    #expect(found.isSound && found.facts == 1)
  }

  @Test func `a ledger made in one go is the same as one that grew fact by fact`() throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: 6)
    let facts = try sample.facts(40)
    let made = try Store.sample(directory.file("a"), facts, threshold: 20)
    var grown = try Store.sample(directory.file("b"), threshold: 20)
    for fact in facts {
      try grown.write(SampleLedger.batch) { transaction in _ = try transaction.append(fact) }
    }
    let heads = [
      try made.read { snapshot in try snapshot.verify() },
      try grown.read { snapshot in try snapshot.verify() },
    ]
    #expect(heads[0].isSound && heads[1].isSound)
    #expect(heads[0] == heads[1])
  }
}
