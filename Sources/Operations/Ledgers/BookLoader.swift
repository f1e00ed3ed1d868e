import Bookkeeping
import Diagnostics
import Funding
import Interchange
import Monetary
import Persistence

/// Folds as much of a store into a book as one fact needs to be decided.
///
/// What the ledger declares, merges of donors and closings are always there. Of the rest, only facts that
/// speak of the same agreements and pledges, and rates of the currencies that these count in, so that the
/// cost does not grow with the ledger.
struct BookLoader {
  /// The ledger's name, currency and rules.
  let head: LedgerHead

  /// A fact of the store, and what is stored of what it came to.
  private struct Loaded {
    let id: FactID
    let fact: Fact
    let stored: Consequence.Stored
  }

  private var facts: [Int64: Loaded] = [:]
  /// The names by which rates were found that are loaded.
  private var rates: Set<FactID> = []

  /// Loads what every decision needs.
  init(_ snapshot: borrowing Snapshot) throws {
    let kinds = FactKind.allCases.filter {
      $0.isDeclaration || [.merge, .close, .reopen].contains($0)
    }
    let loaded = try Self.plain(.kinds(Set(kinds)), of: snapshot)
    let order = loaded.keys.sorted()
    guard let head = FactFold.head(of: order.compactMap { loaded[$0]?.fact }) else {
      throw UnreadableFact(sequence: 1)
    }
    self.head = head
    facts = loaded
    // Which of the donors are one depends on what undid a merge, too.
    try load(facts.values.filter { $0.fact.kind == .merge }.map(\.id), from: snapshot)
  }

  /// Loads what the decision about `fact` needs; for a revaluation, before it or by itself, that is all facts.
  mutating func load(
    for fact: Fact, wholly: Bool = false, from snapshot: borrowing Snapshot
  ) throws {
    if wholly || fact.kind == .revaluation {
      try load(.kinds(Set(FactKind.allCases).subtracting([.rate])), from: snapshot)
    } else {
      var names = fact.mentions.map(FactID.init(of:))
      if case .reversal(let reversal) = fact.event { names.append(reversal.target) }
      // Another fact may be called so.
      if let id = fact.provenance.id { names.append(id) }
      try load(names, from: snapshot)
      let kinds = Set(facts.values.map(\.fact.kind)).union([fact.kind])
        .intersection([.requirement, .spendingPlan])
      if !kinds.isEmpty {
        try load(.kinds(kinds), from: snapshot)
        try load(facts.values.map(\.id), from: snapshot)
      }
    }
    try loadRates(for: fact, from: snapshot)
  }

  /// Loads the rates by which a table converts amounts in some currencies on `day` or later: the newest
  /// by then, and all after it, of each currency and of its other denomination.
  mutating func loadRates(
    of currencies: some Sequence<Currency>, in table: RateTableName, since day: CalendarDate,
    from snapshot: borrowing Snapshot
  ) throws {
    for currency in Set(currencies.flatMap(\.denominations)) {
      let (first, last) = FactID.names(ofRatesOf: currency, in: table)
      let names = try snapshot.names(from: first, through: last)
      for (_, names) in Dictionary(grouping: names, by: \.ratesOfYear.pair) {
        // The newest by that day may be of the last year before that has any.
        let earlier = names.last { $0.ratesOfYear.year < day.year }
        for name in names where name.ratesOfYear.year >= (earlier?.ratesOfYear.year ?? 0) {
          guard rates.insert(name).inserted else { continue }
          facts.merge(try Self.plain(.mentioning(name), of: snapshot)) { known, _ in known }
        }
      }
    }
  }

  /// Loads the rates by which `fact`, and the facts loaded so far, are converted.
  private mutating func loadRates(
    for fact: Fact? = nil, from snapshot: borrowing Snapshot
  ) throws {
    if let fact, case .rate(let quote) = fact.event {
      try loadRates(
        of: [quote.quote, quote.base], in: quote.table ?? head.rates,
        since: fact.date.previous ?? fact.date,
        from: snapshot)
    }
    let converted = (facts.values.map(\.fact) + [fact].compactMap(\.self)).filter {
      $0.kind != .rate && $0.currencies.contains { $0 != head.currency }
    }
    guard let first = converted.map(\.firstDay).min() else { return }
    let currencies = converted.reduce(into: Set([head.currency])) { $0.formUnion($1.currencies) }
    try loadRates(of: currencies, in: head.rates, since: first, from: snapshot)
  }

  /// Loads the facts that speak of `names`, then those that speak of what these speak of; and the rates by
  /// which they were converted.
  mutating func loadWithRates(_ names: [FactID], from snapshot: borrowing Snapshot) throws {
    try load(names, from: snapshot)
    try loadRates(from: snapshot)
  }

  /// Loads the facts that speak of `names`, then those that speak of what these speak of.
  private mutating func load(_ names: [FactID], from snapshot: borrowing Snapshot) throws {
    var seen: Set<FactID> = []
    var wave = Set(names)
    while !wave.isEmpty {
      seen.formUnion(wave)
      let new = try load(.about(wave), from: snapshot)
      wave = []
      for loaded in new {
        wave.formUnion(loaded.fact.mentions.lazy.map(FactID.init(of:)))
        if let target = loaded.fact.target { wave.insert(target) }
        wave.insert(loaded.id)
      }
      wave.subtract(seen)
    }
  }

  /// The book that the facts loaded so far make.
  /// - Throws: ``UnreadableFact`` where a stored fact breaks a rule: the store was not written by us.
  func book() throws -> Book {
    var book = Book(head: head)
    for sequence in facts.keys.sorted() {
      guard let loaded = facts[sequence] else { continue }
      do {
        try book.restore(loaded.fact, id: loaded.id, as: loaded.stored)
      } catch {
        throw UnreadableFact(sequence: sequence)
      }
    }
    return book
  }

  /// Facts that come to no entries.
  private static func plain(
    _ selection: FactSelection, of snapshot: borrowing Snapshot
  ) throws -> [Int64: Loaded] {
    var records: [FactRecord] = []
    try snapshot.facts(selection) { records.append($0) }
    let stored = Consequence.Stored(entries: [], positions: [])
    return try records.reduce(into: [:]) { facts, record in
      facts[record.sequence] = Loaded(
        id: record.header.id, fact: try record.fact(), stored: stored)
    }
  }

  /// Loads facts, and gives those that were not loaded yet.
  @discardableResult
  private mutating func load(
    _ selection: FactSelection, from snapshot: borrowing Snapshot
  ) throws -> [Loaded] {
    var new: [Loaded] = []
    var found: [StoredFact] = []
    try snapshot.storedFacts(selection) { found.append($0) }
    for stored in found where facts[stored.record.sequence] == nil {
      let loaded = Loaded(
        id: stored.record.header.id, fact: try stored.record.fact(),
        stored: Consequence.Stored(entries: stored.entries, positions: stored.positions))
      facts[stored.record.sequence] = loaded
      new.append(loaded)
    }
    return new
  }
}

/// A stored fact that cannot be read or breaks a rule: the store is damaged; `verify` says where.
public struct UnreadableFact: Error, Hashable, Sendable {
  /// The fact's place in the ledger.
  public let sequence: Int64
}

extension FactRecord {
  /// The fact that the record's body states.
  /// - Throws: ``UnreadableFact``.
  func fact() throws(UnreadableFact) -> Fact {
    guard let fact = LedgerTextReader().fact(body) else {
      throw UnreadableFact(sequence: sequence)
    }
    return fact
  }
}
