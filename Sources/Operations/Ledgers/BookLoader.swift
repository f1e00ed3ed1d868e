import Bookkeeping
import Diagnostics
import Funding
import Interchange
import Persistence

/// Folds as much of a store into a book as one fact needs to be decided.
///
/// What the ledger declares, its rates, merges of donors and closings are always there. Of the rest,
/// only facts that
/// speak of the same agreements and pledges, so that the cost does not grow with the ledger.
struct BookLoader: ~Copyable {
  /// A fact of the store, and what is stored of what it came to.
  private struct Loaded {
    let id: FactID
    let fact: Fact
    let stored: Consequence.Stored
  }

  private var facts: [Int64: Loaded] = [:]

  /// Loads what every decision needs.
  init(_ snapshot: borrowing Snapshot) throws {
    let kinds = FactKind.allCases.filter {
      $0.isDeclaration || [.merge, .rate, .close, .reopen].contains($0)
    }
    // These come to no entries.
    var loaded: [FactRecord] = []
    try snapshot.facts(.kinds(Set(kinds))) { loaded.append($0) }
    for record in loaded {
      let stored = Consequence.Stored(entries: [], positions: [])
      facts[record.sequence] = Loaded(
        id: record.header.id, fact: try record.fact(), stored: stored)
    }
    // Which of the donors are one depends on what undid a merge, too.
    try load(facts.values.filter { $0.fact.kind == .merge }.map(\.id), from: snapshot)
  }

  /// Loads what the decision about `fact` needs.
  mutating func load(for fact: Fact, from snapshot: borrowing Snapshot) throws {
    if fact.kind == .revaluation { return try load(.all, from: snapshot) }
    var names = fact.mentions.map(FactID.init(of:))
    if case .reversal(let reversal) = fact.event { names.append(reversal.target) }
    try load(names, from: snapshot)
    let revises =
      fact.kind == .requirement || facts.values.contains { $0.fact.kind == .requirement }
    if revises {
      try load(.kinds([.requirement]), from: snapshot)
      try load(facts.values.map(\.id), from: snapshot)
    }
  }

  /// Loads the facts that speak of `names`, then those that speak of what these speak of.
  mutating func load(_ names: [FactID], from snapshot: borrowing Snapshot) throws {
    var seen = Set<FactID>()
    var waiting = names
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted else { continue }
      let before = Set(facts.keys)
      try load(.id(name), from: snapshot)
      try load(.mentioning(name), from: snapshot)
      for (sequence, loaded) in facts where !before.contains(sequence) {
        waiting += loaded.fact.mentions.map(FactID.init(of:))
        if case .reversal(let reversal) = loaded.fact.event { waiting.append(reversal.target) }
        waiting.append(loaded.id)
      }
    }
  }

  /// The book that the facts loaded so far make.
  /// - Throws: ``UnreadableFact`` where a stored fact breaks a rule: the store was not written by us.
  func book() throws -> Book {
    let order = facts.keys.sorted()
    guard let head = FactFold.head(of: order.compactMap { facts[$0]?.fact }) else {
      throw UnreadableFact(sequence: 1)
    }
    var book = Book(head: head)
    for sequence in order {
      guard let loaded = facts[sequence] else { continue }
      do {
        try book.restore(loaded.fact, id: loaded.id, as: loaded.stored)
      } catch {
        throw UnreadableFact(sequence: sequence)
      }
    }
    return book
  }

  private mutating func load(
    _ selection: FactSelection, from snapshot: borrowing Snapshot
  ) throws {
    var found: [StoredFact] = []
    try snapshot.storedFacts(selection) { found.append($0) }
    for stored in found where facts[stored.record.sequence] == nil {
      facts[stored.record.sequence] = Loaded(
        id: stored.record.header.id, fact: try stored.record.fact(),
        stored: Consequence.Stored(entries: stored.entries, positions: stored.positions))
    }
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
