import Bookkeeping
import Diagnostics
import Funding
import Monetary
import SeededRandom
import Testing

@testable import TestSupport

/// What holds for any book, whatever happened to it.
@Suite struct BookLawTests {
  static let seeds: ClosedRange<UInt64> = 1...100

  /// The lives in which nothing is amended, so that everything can be undone.
  private static let undoable = seeds.filter { $0.isMultiple(of: 2) }

  /// One life a seed, lived once for all laws.
  private static let lives: [UInt64: RandomLife] = Dictionary(
    uniqueKeysWithValues: seeds.compactMap { seed in
      guard var life = try? RandomLife(seed: seed, amends: !seed.isMultiple(of: 2)),
        (try? life.live(120)) != nil
      else { return nil }
      return (seed, life)
    })

  static func life(_ seed: UInt64) throws -> RandomLife { try #require(lives[seed]) }

  private func life(_ seed: UInt64) throws -> RandomLife { try Self.life(seed) }

  @Test func `lives at random are rich: most facts are taken, and most rules refuse some`() throws {
    var taken: [FactKind: Int] = [:]
    var refused = Set<FaultCode>()
    for seed in Self.seeds {
      let life = try life(seed)
      for posted in life.ledger.posted { taken[posted.fact.kind, default: 0] += 1 }
      refused.formUnion(life.refused)
    }
    // What is asserted changes nothing in a book.
    for kind in FactKind.allCases
    where kind.isReversible && kind != .assert || kind == .reversal {
      #expect((taken[kind] ?? 0) > 20, "\(kind)")
    }
    #expect(refused.count > 10)
  }

  @Test(arguments: seeds)
  func `a refused fact leaves the book as it was`(seed: UInt64) throws {
    var life = try RandomLife(seed: seed, amends: true)
    try life.live(120) { before, after in #expect(before == after) }
  }

  @Test(arguments: seeds)
  func `debits equal credits in every fund and currency, and in worth`(seed: UInt64) throws {
    let postings = try life(seed).ledger.entries.flatMap(\.postings)
    #expect(JournalEntry.imbalances(of: postings).isEmpty)
  }

  @Test(arguments: seeds)
  func `what a donor owes is what was agreed less what was settled`(seed: UInt64) throws {
    let ledger = try life(seed).ledger
    let owed = Balances(of: ledger.entries) { $0.account == .receivable ? $0.tags.agreement : nil }
    let settled = FundingPosition.grouped(ledger.rows) { $0.reference }
    for (reference, state) in ledger.book.agreements {
      let currency = state.agreement.amount.currency
      let agreed = state.parts.reduce(Int128(0)) { $0 + Int128($1.amount) }
      let received = settled[reference]?[.received].original.minorUnits(in: currency) ?? 0
      #expect(owed.amount(reference, currency) == Int128(state.open))
      let given = state.parts.reduce(Int128(0)) { $0 + Int128($1.writtenOff + $1.refunded) }
      #expect(Int128(state.open) == agreed - received - given)
      #expect(owed.book(reference) == state.parts.reduce(0) { $0 + Int128($1.carryingBook) })
      for part in state.parts {
        #expect(part.open >= 0 && part.carryingBook >= 0)
        #expect(part.open > 0 || part.carryingBook == 0)
        #expect(part.open > 0 || part.receivedBook == part.recordedBook - part.writtenOffBook)
      }
    }
  }

  @Test func `what moves from part to part leaves what is owed, earned and recorded as it was`()
    throws
  {
    var count = 0
    for posted in try Self.seeds.flatMap({ try life($0).ledger.posted }) {
      guard case .amendment(let amendment) = posted.fact.event, amendment.amount == nil,
        !posted.consequence.entries.isEmpty
      else { continue }
      count += 1
      let earned: Set<AccountCode> = [.contributions, .deferred]
      let balances = Balances(of: posted.consequence.entries) {
        earned.contains($0.account) ? AccountCode.contributions : $0.account
      }
      #expect(balances.areZero, "\(posted.id)")
      let position = FundingPosition(posted.consequence.positions)
      for measure in PositionRow.Measure.allCases {
        #expect(position[measure].original.totals.isEmpty)
        // What was received keeps to the frozen rate of its part, which a move may change by what it rounds.
        #expect(position[measure].book == 0 || measure == .received)
      }
    }
    #expect(count > 10)
  }

  @Test(arguments: seeds)
  func `positions are the postings of their accounts, place by place`(seed: UInt64) throws {
    let ledger = try life(seed).ledger
    let places = FundingPosition.grouped(ledger.rows, by: \.scope)
    for (account, measures) in [
      (AccountCode.funded, [PositionRow.Measure.recorded, .allocated]),
      (.requirements, [.requested]), (.signed, [.signed]), (.pledgesOutstanding, [.pledged]),
    ] {
      let posted = Balances(of: ledger.entries) { $0.account == account ? $0.tags.scope : nil }
      let sign: Int128 = [.funded, .signed].contains(account) ? -1 : 1
      for place in Set(places.keys).union(posted.keys) {
        let position = measures.reduce(0) { $0 + (places[place]?[$1].book ?? 0) }
        #expect(position == sign * posted.book(place), "\(account) at \(place)")
      }
    }
  }

  @Test(arguments: seeds)
  func `what is requested of a scope and below it is its own requirement, on every day`(
    seed: UInt64
  ) throws {
    let ledger = try life(seed).ledger
    let requested = ledger.rows.filter { $0.measure == .requested }
    for day in Set(requested.map(\.day)) {
      for year in Set(requested.map(\.year)) {
        let known = requested.filter { $0.year == year && $0.day <= day }
        for scope in ledger.book.programme.allScopes {
          guard let own = ledger.book.requirements.own(scope.path, year: year, on: day) else {
            continue
          }
          let below = known.filter { ledger.book.programme.contains($0.scope, in: scope.path) }
          #expect(FundingPosition(below)[.requested].book == own, "\(scope.path) on \(day)")
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `money allocated lies somewhere, and never less than nothing`(seed: UInt64) throws {
    let ledger = try life(seed).ledger
    for state in ledger.book.agreements.values {
      for part in state.parts {
        #expect(part.allocated.values.allSatisfy { $0 >= 0 })
        #expect(part.allocatedBook.values.allSatisfy { $0 >= 0 })
        #expect(part.allocated.values.reduce(0, +) <= part.amount)
        #expect(part.allocatedBook.values.reduce(0, +) <= part.recordedBook)
        #expect(
          part.allocated.filter { $0.value == 0 }.allSatisfy { part.allocatedBook[$0.key] == 0 })
      }
    }
  }

  @Test(arguments: seeds)
  func `what counts as moved of what was received was received, on every day`(seed: UInt64) throws {
    struct Key: Hashable {
      let reference: Reference?
      let scope: ScopePath
      let year: BudgetYear
    }
    let ledger = try life(seed).ledger
    let rows = ledger.rows.filter { [.received, .receivedAllocated].contains($0.measure) }
    for day in Set(rows.map(\.day)) {
      let places = FundingPosition.grouped(rows.filter { $0.day <= day }) {
        Key(reference: $0.reference, scope: $0.scope, year: $0.year)
      }
      for position in places.values {
        let lying = position.funded(on: .received).original.totals
        #expect(lying.allSatisfy { $0.minorUnits > 0 }, "on \(day)")
      }
      #expect(FundingPosition(rows.filter { $0.day <= day })[.receivedAllocated].book == 0)
    }
    let last = FundingPosition.grouped(ledger.rows) { row -> Key? in
      let state = row.reference.flatMap { ledger.book.agreements[$0] }
      let isAllReceived = state?.parts.allSatisfy {
        $0.open == 0 && $0.writtenOff == 0 && $0.refunded == 0
      }
      guard isAllReceived == true else { return nil }
      return Key(reference: row.reference, scope: row.scope, year: row.year)
    }
    for position in last.values { #expect(position[.allocated] == position[.receivedAllocated]) }
  }

  @Test(arguments: seeds)
  func `what is conditional is what waits, and no more than is funded where it lies`(seed: UInt64)
    throws
  {
    struct Key: Hashable {
      let reference: Reference?
      let scope: ScopePath
      let year: BudgetYear
    }
    let ledger = try life(seed).ledger
    let places = FundingPosition.grouped(ledger.rows.filter { $0.reference != nil }) {
      Key(reference: $0.reference, scope: $0.scope, year: $0.year)
    }
    for (key, position) in places {
      for total in position[.conditional].original.totals {
        let funded = position[.recorded].adding(position[.allocated]).original
        #expect(0 <= total.minorUnits, "\(key)")
        #expect(total.minorUnits <= funded.minorUnits(in: total.currency), "\(key)")
      }
      #expect(position[.conditional] == position[.signedConditional])
    }
    let agreements = FundingPosition.grouped(ledger.rows, by: \.reference)
    for (reference, state) in ledger.book.agreements {
      let waiting = state.parts.reduce(0) { $0 + $1.unmet.values.reduce(0, +) }
      let conditional = agreements[reference]?[.conditional] ?? FundingPosition.Tally()
      #expect(
        conditional.original.minorUnits(in: state.agreement.amount.currency) == Int128(waiting))
      #expect(conditional.book == state.parts.reduce(0) { $0 + Int128($1.unmetBook) })
    }
  }

  @Test(arguments: seeds)
  func `cash is carried at what was posted to it`(seed: UInt64) throws {
    let ledger = try life(seed).ledger
    for (key, position) in ledger.book.cash {
      let posted = Balances(of: ledger.entries) {
        $0.account == key.account && $0.fund == key.fund && $0.amount.currency == key.currency
          ? key : nil
      }
      #expect(posted.amount(key, key.currency) == Int128(position.amount))
      #expect(posted.book(key) == Int128(position.carryingBook))
    }
  }

  @Test(arguments: undoable)
  func `undone from the last to the first, everything is as if it had not been`(
    seed: UInt64
  ) throws {
    var life = try life(seed)
    try life.undoEverything()
    let ledger = life.ledger
    #expect(ledger.book.agreements.isEmpty && ledger.book.pledges.isEmpty)
    #expect(ledger.book.cash.values.allSatisfy { $0.amount == 0 && $0.carryingBook == 0 })
    let balances = Balances(of: ledger.entries) {
      [$0.account.text, $0.fund.text, $0.tags.scope?.text]
    }
    #expect(balances.areZero)
    struct Key: Hashable {
      let scope: ScopePath
      let year: BudgetYear
      let reference: Reference?
    }
    let rows = FundingPosition.grouped(ledger.rows) {
      Key(scope: $0.scope, year: $0.year, reference: $0.reference)
    }
    for position in rows.values {
      for measure in PositionRow.Measure.allCases { #expect(position[measure] == .init()) }
    }
  }

  @Test(arguments: seeds)
  func `on no day is less requested, signed, recorded or pledged than nothing`(seed: UInt64) throws
  {
    let ledger = try life(seed).ledger
    for day in Set(ledger.rows.map(\.day)) {
      let position = FundingPosition(ledger.rows.filter { $0.day <= day })
      for measure in [PositionRow.Measure.requested, .signed, .recorded, .pledged] {
        #expect(position[measure].book >= 0, "\(measure) on \(day)")
      }
      #expect(position[.allocated].book == 0)
    }
  }

  @Test(arguments: seeds)
  func `facts shuffled apply in the order of their instants, and post the same`(
    seed: UInt64
  ) throws {
    let ledger = try life(seed).ledger
    var random = Seeded(seed)
    let facts = ledger.posted.map(\.fact).shuffled(using: &random)
    var again = try SampleLedger()
    for index in FactOrder.indices(of: facts) {
      try again.post(facts[index], id: facts[index].provenance.id?.text)
    }
    #expect(again.posted == ledger.posted)
  }

  @Test(arguments: seeds)
  func `an agreement is decided by the facts that speak of it alone`(seed: UInt64) throws {
    let ledger = try life(seed).ledger
    for (reference, state) in ledger.book.agreements where state.fund != .general {
      let about = about(reference, in: ledger.posted)
      // What the general fund holds is known from the whole ledger only.
      guard !about.contains(where: { $0.fact.kind == .matched }) else { continue }
      var partial = try SampleLedger()
      for posted in about { try partial.post(posted.fact, id: posted.id.text) }
      #expect(partial.posted == about)
    }
  }

  /// The facts that speak of an agreement, of what these speak of, and so on; and those of all ledgers.
  private func about(_ reference: Reference, in posted: [PostedFact]) -> [PostedFact] {
    let facts = Dictionary(posted.map { ($0.id, $0.fact) }, uniquingKeysWith: { first, _ in first })
    func mentions(_ fact: Fact) -> [Reference] {
      if case .reversal(let reversal) = fact.event {
        facts[reversal.target]?.mentions ?? []
      } else {
        fact.mentions
      }
    }
    var names: Set = [reference]
    var count = 0
    while names.count > count {
      count = names.count
      for fact in posted.map(\.fact) where !names.isDisjoint(with: mentions(fact)) {
        names.formUnion(mentions(fact))
      }
    }
    let ofAll: Set<FactKind> = [.merge, .rate, .close, .reopen]
    return posted.filter { posted in
      ofAll.contains(posted.fact.kind)
        || posted.target.flatMap { facts[$0] }.map { ofAll.contains($0.kind) } ?? false
        || !names.isDisjoint(with: mentions(posted.fact))
    }
  }
}
