import Bookkeeping
import Foundation
import Funding
import SeededRandom
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct VerificationTests {
  /// A ledger of twelve facts whose sums are kept, and what it was made of; the fifth has everything.
  private static func ledger(
    _ directory: TemporaryDirectory
  ) throws -> (path: String, facts: [AppendedFact]) {
    var sample = SampleLedger(seed: 31)
    var facts = try sample.facts(12)
    let full = try #require(
      facts.firstIndex {
        !$0.entries.isEmpty && !$0.positions.isEmpty && $0.header.reference != nil
      })
    facts.swapAt(4, full)
    _ = try Store.sample(directory.file(), facts, threshold: 5)
    return (directory.file(), facts)
  }

  /// Changes the file as somebody could who has `sqlite3`: without triggers, foreign keys and checks.
  private static func tamper(_ path: String, _ sql: StaticString) throws {
    try Raw.change(path) { raw in
      try raw.execute(
        """
        DROP TRIGGER fact_keeps; DROP TRIGGER fact_stays; DROP TRIGGER posting_keeps;
        DROP TRIGGER posting_stays; DROP TRIGGER position_keeps; DROP TRIGGER position_stays;
        DROP TRIGGER mention_stays; DROP TRIGGER mention_follows;
        PRAGMA ignore_check_constraints = ON;
        """)
      try raw.execute(sql)
    }
  }

  /// What is wrong beside the triggers that were dropped to make it so.
  private static func defects(_ path: String, noted heads: [ChainHead] = []) throws
    -> [LedgerDefect]
  {
    try verified(path, noted: heads).defects.filter { defect in
      if case .schema = defect { false } else { true }
    }
  }

  private static func verified(
    _ path: String, noted heads: [ChainHead] = [],
    isDerived: (StoredFact) throws -> Bool = { _ in true }
  ) throws -> Verification {
    let store = try Store.open(path: path, for: .reading)
    return try store.read { snapshot in
      try snapshot.verify(noted: heads, isDerived: isDerived)
    }
  }

  private static func place(_ sequence: Int64, _ facts: [AppendedFact]) -> LedgerDefect.Place {
    LedgerDefect.Place(sequence: sequence, id: facts[Int(sequence) - 1].header.id)
  }

  @Test func `a sound ledger is found sound, and counted`() throws {
    let directory = try TemporaryDirectory()
    let (path, facts) = try Self.ledger(directory)
    let found = try Self.verified(path)
    #expect(found.defects == [])
    #expect(found.facts == 12)
    #expect(found.entries == Int64(facts.flatMap(\.entries).count))
    #expect(found.postings == Int64(facts.flatMap(\.entries).flatMap(\.postings).count))
    #expect(found.positions == Int64(facts.flatMap(\.positions).count))
    #expect(found.head.count == 12)
  }

  @Test func `each fact is shown with all that is stored of it`() throws {
    let directory = try TemporaryDirectory()
    let (path, facts) = try Self.ledger(directory)
    var shown: [StoredFact] = []
    _ = try Self.verified(path) { fact in
      shown.append(fact)
      return true
    }
    #expect(shown.map(\.record.header) == facts.map(\.header))
    #expect(shown.map(\.entries) == facts.map(\.entries))
    #expect(shown.map(\.positions) == facts.map(\.positions))
    #expect(shown.allSatisfy { $0.mentions.contains { $0.text == "donor:japan" } })
  }

  @Test func `what the rules do not give is found, and nothing after it is asked for`() throws {
    let directory = try TemporaryDirectory()
    let (path, facts) = try Self.ledger(directory)
    var asked = 0
    let found = try Self.verified(path) { fact in
      asked += 1
      return fact.record.sequence != 4
    }
    #expect(found.defects == [.underived(Self.place(4, facts))])
    #expect(asked == 4)
  }

  @Test func `a changed text is found`() throws {
    let directory = try TemporaryDirectory()
    let (path, facts) = try Self.ledger(directory)
    try Self.tamper(
      path, "UPDATE fact SET body = replace(body, 'note', 'Note') WHERE seq IN (5, 9)")
    #expect(try Self.defects(path) == [.altered(Self.place(5, facts))])
  }

  @Test(
    arguments: [
      "UPDATE posting SET day = day + 40 WHERE seq = 5 AND line = 2",
      "UPDATE posting SET occasion = (SELECT max(number) FROM occasion) WHERE seq = 5 AND line = 2",
    ] as [StaticString])
  func `an entry whose lines are of several days or occasions is found`(sql: StaticString) throws {
    let directory = try TemporaryDirectory()
    let (path, facts) = try Self.ledger(directory)
    try Self.tamper(path, sql)
    #expect(try Self.defects(path).contains(.underived(Self.place(5, facts))))
  }

  @Test func `a changed text with a digest to fit breaks the chain`() throws {
    let directory = try TemporaryDirectory()
    let (path, facts) = try Self.ledger(directory)
    try Raw.change(path) { raw in
      try raw.execute("DROP TRIGGER fact_keeps")
      let body = Array("2017-01-01 note forged\n".utf8)
      try raw.prepare("UPDATE fact SET body = ?, digest = ? WHERE seq = 5")
        .run(TextBytes(bytes: body), Digest.sha256(body))
    }
    #expect(try Self.verified(path).defects.first == .unchained(Self.place(5, facts)))
  }

  @Test func `a fact that was taken out is missed`() throws {
    let directory = try TemporaryDirectory()
    let (path, _) = try Self.ledger(directory)
    try Self.tamper(path, "DELETE FROM fact WHERE seq = 6")
    #expect(try Self.verified(path).defects.first == .missing(sequence: 6))
  }

  @Test func `facts that changed places break the chain`() throws {
    let directory = try TemporaryDirectory()
    let (path, _) = try Self.ledger(directory)
    try Self.tamper(
      path,
      """
      UPDATE fact SET seq = 99 WHERE seq = 3; UPDATE fact SET seq = 3 WHERE seq = 4;
      UPDATE fact SET seq = 4 WHERE seq = 99
      """)
    guard case .unchained(let place) = try Self.verified(path).defects.first else {
      Issue.record("the chain still holds")
      return
    }
    #expect(place.sequence == 3)
  }

  @Test func `facts cut off at the end are missed by a head that was noted before`() throws {
    let directory = try TemporaryDirectory()
    let (path, facts) = try Self.ledger(directory)
    let early = try #require(try Self.head(of: path, at: 4))
    let late = try #require(try Self.head(of: path, at: 12))
    try Self.tamper(
      path,
      """
      DELETE FROM fact WHERE seq = 12; DELETE FROM posting WHERE seq = 12;
      DELETE FROM position WHERE seq = 12; DELETE FROM mention WHERE seq = 12
      """)
    var store = try Store.open(path: path)
    try store.rebuildSums()
    #expect(try Self.defects(path) == [])
    #expect(try Self.defects(path, noted: [.empty, early, late]) == [.lostHead(late)])
    #expect(facts.count == 12)
  }

  private static func head(of path: String, at sequence: Int64) throws -> ChainHead? {
    var head: ChainHead?
    let store = try Store.open(path: path)
    try store.read { snapshot in
      try snapshot.facts(.after(sequence - 1)) { fact in
        if fact.sequence == sequence { head = ChainHead(count: sequence, hash: fact.hash) }
      }
    }
    return head
  }

  @Test(
    arguments: [
      "UPDATE posting SET side = 0 WHERE seq = 5 AND line = 1",
      "UPDATE posting SET account = 999 WHERE seq = 5 AND line = 1",
      "UPDATE posting SET fund = 999 WHERE seq = 5 AND line = 1",
      "UPDATE posting SET day = 99999999 WHERE seq = 5",
      "UPDATE posting SET year = 20000 WHERE seq = 5",
      "UPDATE posting SET entry = entry + 1 WHERE seq = 5",
      "UPDATE position SET measure = 99 WHERE seq = 5",
      "UPDATE position SET line = line + 1 WHERE seq = 5",
      "UPDATE fact SET kind = 99 WHERE seq = 5", "UPDATE fact SET id = 'a b' WHERE seq = 5",
      "UPDATE fact SET digest = x'00' WHERE seq = 5",
      "UPDATE fact SET date = 99999999 WHERE seq = 5",
      "UPDATE fact SET reference = 99 WHERE seq = 5",
    ] as [StaticString])
  func `rows that make no value are found in the fact they belong to`(sql: StaticString) throws {
    let directory = try TemporaryDirectory()
    let (path, _) = try Self.ledger(directory)
    try Self.tamper(path, sql)
    let found = try Self.defects(path)
    guard case .unreadable(let place) = found.first else {
      Issue.record("it reads: \(found)")
      return
    }
    #expect(place.sequence == 5)
  }

  @Test(
    arguments: [
      "UPDATE posting SET amount_minor = amount_minor + 1 WHERE seq = 5 AND line = 1",
      "UPDATE posting SET book_minor = book_minor + 1 WHERE seq = 5 AND line = 1",
      "UPDATE posting SET side = -side WHERE seq = 5 AND line = 1",
      "DELETE FROM posting WHERE seq = 5 AND line = 2",
      "UPDATE posting SET line = line + 10 WHERE seq = 5 AND line > 1",
      "UPDATE posting SET line = line + 10 WHERE seq = 5",
    ] as [StaticString])
  func `postings that do not balance or count on are none that a rule gives`(sql: StaticString)
    throws
  {
    let directory = try TemporaryDirectory()
    let (path, facts) = try Self.ledger(directory)
    try Self.tamper(path, sql)
    #expect(try Self.defects(path).first == .underived(Self.place(5, facts)))
    let store = try Store.open(path: path, for: .reading)
    #expect(throws: StoreError.corrupt(path: path)) {
      try store.read { snapshot in try snapshot.storedFacts(.all) { _ in } }
    }
  }

  @Test(
    arguments: [
      "UPDATE balance_by_day SET debits_minor = debits_minor + 1",
      "UPDATE balance_by_month SET credits_minor = credits_minor + 1",
      "DELETE FROM balance_by_day", "DELETE FROM balance_by_month",
      "INSERT INTO balance_by_day VALUES (1, 1, 0, 1, 5, 5, 5, 5)",
      "UPDATE balance_by_fund SET debits_minor = debits_minor + 1, credits_minor = credits_minor + 1",
      "DELETE FROM balance_by_fund",
      "INSERT INTO balance_by_fund VALUES (1, 1, 999, 1, 5, 5, 5, 5)",
      "UPDATE balance_by_fund SET month = month + 31",
      "UPDATE position_count SET rows = rows + 1", "DELETE FROM position_count WHERE scope = 1",
      "UPDATE position_count SET summed = 0 WHERE scope = 1",
      "UPDATE position_by_donor SET book_minor = book_minor + 1",
      "UPDATE position_by_category SET count = count + 1", "DELETE FROM position_by_donor",
    ] as [StaticString])
  func `a sum that is wrong is found, and can be made anew`(sql: StaticString) throws {
    let directory = try TemporaryDirectory()
    let (path, _) = try Self.ledger(directory)
    try Raw.change(path) { raw in try raw.execute(sql) }
    let found = try Self.verified(path).defects
    #expect(found.count == 1)
    switch found.first {
    case .balance, .monthlyBalance, .fundBalance, .position: break
    default: Issue.record("\(found)")
    }
    var store = try Store.open(
      path: path, for: .writing, waitMilliseconds: 0, summingThreshold: 5)
    try store.rebuildSums()
    #expect(try Self.verified(path).isSound)
  }

  @Test func `a trigger that was dropped is missed, and so is an index that was added`() throws {
    let directory = try TemporaryDirectory()
    let (path, _) = try Self.ledger(directory)
    try Raw.change(path) { raw in try raw.execute("DROP TRIGGER posting_stays") }
    #expect(try Self.verified(path).defects == [.schema(name: "trigger posting_stays")])
    try Raw.change(path) { raw in try raw.execute("CREATE INDEX an_index ON fact (date)") }
    #expect(try Self.verified(path).defects == [.schema(name: "index an_index")])
  }

  /// Bytes anywhere in the file: headers, cells, indexes, free space.
  @Test(arguments: UInt64(1)...4)
  func `a byte that changes in the file is found, or changes nothing that is read`(
    seed: UInt64
  ) throws {
    let directory = try TemporaryDirectory()
    let (path, facts) = try Self.ledger(directory)
    let sound = try InputFile.bytes(at: path)
    var random = Seeded(seed)
    for _ in 0..<10 {
      let offset = Int.random(in: 0..<sound.count, using: &random)
      var bytes = sound
      bytes[offset] ^= UInt8.random(in: 1...255, using: &random)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do {
        let found = try Self.verified(path) { fact in
          let index = Int(fact.record.sequence) - 1
          return facts.indices.contains(index) && facts[index].header == fact.record.header
            && facts[index].entries == fact.entries && facts[index].positions == fact.positions
        }
        guard found.isSound else { continue }
        let store = try Store.open(path: path, for: .reading)
        let bodies = try store.read { snapshot in try snapshot.allFacts().map(\.body) }
        #expect(bodies == facts.map(\.body), "byte \(offset) of seed \(seed)")
      } catch is StoreError {
        // It is told when the file is opened or read.
      }
    }
  }

  @Test func `a file that is cut off is told of by the check of its pages`() throws {
    let directory = try TemporaryDirectory()
    let (path, _) = try Self.ledger(directory)
    let bytes = try InputFile.bytes(at: path)
    for count in [600, 4096, bytes.count / 2, bytes.count - 4096] {
      try Data(bytes.prefix(count)).write(to: URL(fileURLWithPath: path))
      guard case .pages(let finding) = try Store.damage(at: path).last else {
        Issue.record("\(count) bytes are whole")
        continue
      }
      #expect(!finding.isEmpty && !finding.contains("\n"))
    }
  }

  @Test func `a file that does not say what it counts in, or its form, is told of`() throws {
    let directory = try TemporaryDirectory()
    let (path, _) = try Self.ledger(directory)
    try Raw.change(path) { raw in
      try raw.execute(
        """
        DROP TRIGGER book_stays; DELETE FROM book;
        CREATE TRIGGER book_stays BEFORE DELETE ON book
        BEGIN SELECT RAISE(ABORT, 'append-only: book'); END;
        """)
    }
    #expect(try Store.damage(at: path) == [.schema(name: "book")])
    try Raw.change(path) { raw in try raw.execute("PRAGMA user_version = 0") }
    #expect(try Store.damage(at: path) == [.schema(name: "user_version")])
  }

  @Test func `rows that belong to nothing are found`() throws {
    let directory = try TemporaryDirectory()
    let (path, _) = try Self.ledger(directory)
    try Self.tamper(path, "INSERT INTO mention VALUES (12, 9999)")
    #expect(
      try Self.verified(path).defects.contains(.dangling(table: "mention", parent: "name")))
  }

  @Test func `an index that lost a row is found`() throws {
    let directory = try TemporaryDirectory()
    let (path, _) = try Self.ledger(directory)
    try Raw.change(path) { raw in
      try raw.execute(
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = sql || ' WHERE seq > 1' WHERE name = 'fact_by_kind';
        """)
    }
    try Raw.change(path) { raw in try raw.execute("REINDEX fact_by_kind") }
    try Raw.change(path) { raw in
      try raw.execute(
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = 'CREATE INDEX fact_by_kind ON fact (kind)'
        WHERE name = 'fact_by_kind';
        """)
    }
    let found = try Self.verified(path).defects
    guard case .pages = found.last else {
      Issue.record("\(found)")
      return
    }
    #expect(found.count == 1)
  }
}
