import Funding
import Testing

@testable import Persistence
@testable import TestSupport

/// A small ledger of a released form, kept for ever to be brought forward.
struct ReleasedLedger: Sendable {
  let version: Int
  /// The hash of its last fact.
  let head: String
  /// What makes the file.
  let sql: StaticString

  /// One of each form that was released.
  static let all = [first]
}

@Suite struct ReleasedLedgerTests {
  @Test func `every form that was released is kept`() {
    #expect(ReleasedLedger.all.map(\.version) == Array(1...Schema.version))
  }

  @Test(arguments: ReleasedLedger.all)
  func `a ledger of a released form is opened, verified, read and added to`(
    released: ReleasedLedger
  ) throws {
    let directory = try TemporaryDirectory()
    try Raw.make(directory.file()) { try $0.execute(released.sql) }
    var store = try Store.open(
      path: directory.file(), for: .writing, waitMilliseconds: 0, summingThreshold: 1)
    let head = try #require(Digest(hexadecimal: released.head))
    let noted = ChainHead(count: 2, hash: head)
    let before = try store.read { snapshot in try snapshot.verify(noted: [noted]) }
    #expect(before.isSound && before.facts == 2 && before.postings == 6 && before.positions == 2)
    #expect(before.head == noted)

    var sample = SampleLedger(seed: 2)
    _ = try sample.facts(20)
    let facts = try sample.facts(20)
    try store.write(SampleLedger.batch) { transaction in
      for fact in facts { try transaction.append(fact) }
    }
    let after = try store.read { snapshot in try snapshot.verify(noted: [noted]) }
    #expect(after.isSound && after.facts == 22)
    let ids = try store.read { snapshot in try snapshot.allFacts().prefix(2).map(\.header.id.text) }
    #expect(ids == ["note:2", "note:8"])
  }
}
