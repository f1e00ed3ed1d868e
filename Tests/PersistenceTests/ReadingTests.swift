import Bookkeeping
import Funding
import Monetary
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct ReadingTests {
  private static func facts(seed: UInt64) throws -> [AppendedFact] {
    var sample = SampleLedger(seed: seed)
    return try sample.facts(40)
  }

  /// A ledger of `facts`, in two batches.
  private static func store(
    _ directory: TemporaryDirectory, _ facts: [AppendedFact]
  ) throws -> Store {
    var store = try Store.sample(directory.file(), Array(facts.prefix(25)))
    try store.write(SampleLedger.batch) { transaction in
      for fact in facts.dropFirst(25) { try transaction.append(fact) }
    }
    return store
  }

  @Test func `facts are found by name, place, kind, batch and mention, in their order`() throws {
    let directory = try TemporaryDirectory()
    let facts = try Self.facts(seed: 51)
    let store = try Self.store(directory, facts)
    let agreement = try #require(Reference("A7"))
    let kinds: Set<FactKind> = [.receipt, .scope, .close]
    let selections: [(FactSelection, (Int, AppendedFact) -> Bool)] = [
      (.all, { _, _ in true }),
      (.after(31), { index, _ in index >= 31 }),
      (.after(40), { _, _ in false }),
      (.id(facts[17].header.id), { index, _ in index == 17 }),
      (.kinds(kinds), { _, fact in kinds.contains(fact.header.kind) }),
      (.kinds([]), { _, _ in false }),
      (.batch(1), { index, _ in index < 25 }),
      (.batch(2), { index, _ in index >= 25 }),
      (.batch(3), { _, _ in false }),
      (.mentioning(FactID(of: agreement)), { _, fact in Self.speaks(fact, of: agreement) }),
      (
        .about([facts[17].header.id, FactID(of: agreement)]),
        { index, fact in index == 17 || Self.speaks(fact, of: agreement) }
      ),
      (.about([]), { _, _ in false }),
    ]
    for (selection, isWanted) in selections {
      let found = try store.read { snapshot in try snapshot.allFacts(selection) }
      let wanted = facts.enumerated().filter { isWanted($0.offset, $0.element) }
      #expect(found.map(\.header) == wanted.map(\.element.header), "\(selection)")
    }
  }

  /// Whether anything of the fact names the agreement.
  private static func speaks(_ fact: AppendedFact, of agreement: Reference) -> Bool {
    fact.header.reference == agreement
      || fact.positions.contains { $0.reference == agreement }
      || fact.entries.flatMap(\.postings).contains {
        $0.tags.agreement == agreement || $0.fund == FundCode(of: agreement)
      }
  }

  @Test func `what is mentioned beside the entries is found too, and what is not is not`() throws {
    let directory = try TemporaryDirectory()
    let store = try Self.store(directory, try Self.facts(seed: 52))
    let (japan, chad) = (try #require(FactID("donor:japan")), try #require(FactID("donor:chad")))
    try store.read { snapshot in
      let found = try snapshot.allFacts(.mentioning(japan))
      #expect(found.count == 40)
      let nothing = try snapshot.allFacts(.mentioning(chad)) + snapshot.allFacts(.id(chad))
      #expect(nothing.isEmpty)
      let fact = try snapshot.fact(chad)
      #expect(fact == nil)
      let entries = try snapshot.entries(of: chad)
      #expect(entries.isEmpty)
    }
  }

  @Test func `an error of the reader ends the reading`() throws {
    let directory = try TemporaryDirectory()
    let store = try Self.store(directory, try Self.facts(seed: 53))
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try store.read { snapshot in
        try snapshot.facts(.all) { _ in
          count += 1
          if count == 3 { throw Enough() }
        }
      }
    }
    #expect(count == 3)
    #expect(try store.read { snapshot in try snapshot.allFacts() }.count == 40)
  }

  @Test(arguments: UInt64(54)...57)
  func `the journal shows the entries that are asked for, by their days`(seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    let facts = try Self.facts(seed: seed)
    let store = try Self.store(directory, facts)
    for selection in Self.selections(facts) {
      var found: [Shown] = []
      try store.read { snapshot in
        try snapshot.journal(selection) {
          found.append(Shown(id: $0.header.id, entry: $1))
        }
      }
      #expect(found == Self.expected(facts, selection), "\(selection)")
    }
  }

  private struct Shown: Equatable {
    let id: FactID
    let entry: JournalEntry
  }

  private static func selections(_ facts: [AppendedFact]) -> [JournalSelection] {
    var selections: [JournalSelection] = []
    let days = [nil, SampleLedger.day("2017-03-01"), SampleLedger.day("2017-09-30")]
    let accounts: [Set<String>] = [
      [], ["asset"], ["asset:bank"], ["asset:ban"], ["revenue:contributions", "asset:bank"],
    ]
    for accounts in accounts {
      for fund in [nil, FundCode.general, FundCode("A3")] {
        for agreement in [nil, Reference("A3")] {
          for from in days {
            var selection = JournalSelection()
            selection.accounts = accounts
            selection.fund = fund
            selection.agreement = agreement
            selection.from = from
            selection.through = from.map { $0.adding(days: 120) }
            selection.known = accounts == ["asset"] ? facts[30].header.entered : nil
            selections.append(selection)
          }
        }
      }
    }
    return selections
  }

  /// The entries as anyone would pick and order them.
  private static func expected(
    _ facts: [AppendedFact], _ selection: JournalSelection
  ) -> [Shown] {
    let entries = facts.enumerated().flatMap { index, fact in
      fact.entries.enumerated().map { (fact, index, $0.offset, $0.element) }
    }
    return entries.filter { fact, _, _, entry in
      (selection.from.map { entry.date >= $0 } ?? true)
        && (selection.through.map { entry.date <= $0 } ?? true)
        && (selection.known.map { fact.header.entered <= $0 } ?? true)
        && entry.postings.contains { posting in
          (selection.accounts.isEmpty
            || selection.accounts.contains { "\(posting.account):".hasPrefix($0 + ":") })
            && (selection.fund.map { posting.fund == $0 } ?? true)
            && (selection.agreement.map { posting.tags.agreement == $0 } ?? true)
        }
    }
    .sorted { ($0.3.date.dayNumber, $0.1, $0.2) < ($1.3.date.dayNumber, $1.1, $1.2) }
    .map { Shown(id: $0.0.header.id, entry: $0.3) }
  }

  @Test func `names and accounts are told without reading a fact`() throws {
    let directory = try TemporaryDirectory()
    let facts = try Self.facts(seed: 58)
    let store = try Self.store(directory, facts)
    let kinds: Set<FactKind> = [.receipt, .scope]
    let headers = facts.map(\.header)
    let references = headers.filter { kinds.contains($0.kind) }.compactMap(\.reference)
    #expect(try store.read { try $0.references(of: kinds) } == Set(references).sorted())
    let identifiers = headers.filter { kinds.contains($0.kind) }.map(\.id)
    #expect(try store.read { try $0.identifiers(of: kinds) } == identifiers)
    for reference in Set(headers.compactMap(\.reference)) {
      let expected = Set(headers.filter { $0.reference == reference }.map(\.kind))
      #expect(try store.read { try $0.kinds(of: reference) } == expected)
    }
    let nothing = try #require(Reference("nothing"))
    #expect(try store.read { try $0.kinds(of: nothing) }.isEmpty)
    let accounts = try store.read { snapshot in try snapshot.accounts() }
    #expect(accounts == Set(facts.flatMap(\.entries).flatMap(\.postings).map(\.account)).sorted())
  }

  @Test func `an impossible range of days has no entries`() throws {
    let directory = try TemporaryDirectory()
    let store = try Self.store(directory, try Self.facts(seed: 58))
    var selection = JournalSelection()
    selection.from = SampleLedger.day("2018-01-01")
    selection.through = SampleLedger.day("2017-01-01")
    try store.read { snapshot in
      try snapshot.journal(selection) { _, _ in Issue.record("an entry outside of time") }
    }
  }

  @Test func `what another store added is known to one that was open before`() throws {
    let directory = try TemporaryDirectory()
    let facts = try Self.facts(seed: 61)
    var early = try Store.sample(directory.file())
    var late = try Store.open(path: directory.file())
    // Each has all names and scopes at hand by now, and adds some that the other must find.
    for (index, fact) in facts.enumerated() {
      if index.isMultiple(of: 2) {
        _ = try early.write(SampleLedger.batch) { transaction in try transaction.append(fact) }
      } else {
        _ = try late.write(SampleLedger.batch) { transaction in try transaction.append(fact) }
      }
    }
    for found in [
      try early.read({ snapshot in try snapshot.verify() }),
      try late.read({ snapshot in try snapshot.verify() }),
    ] {
      #expect(found.isSound && found.facts == 40)
    }
  }

  @Test func `a held snapshot does not see what is written later`() throws {
    let directory = try TemporaryDirectory()
    var store = try Self.store(directory, try Self.facts(seed: 59))
    let held = try HeldSnapshot(try Store.open(path: directory.file(), for: .reading))
    #expect(try held.snapshot.head().count == 40)
    var sample = SampleLedger(seed: 60)
    _ = try sample.facts(40)
    let next = try sample.next()
    try store.write(SampleLedger.batch) { transaction in _ = try transaction.append(next) }
    #expect(try held.snapshot.head().count == 40)
    #expect(try store.read { snapshot in try snapshot.head().count } == 41)
  }
}
