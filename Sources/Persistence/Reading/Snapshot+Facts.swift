public import Funding

/// Which facts are read.
public enum FactSelection: Hashable, Sendable {
  /// Every fact.
  case all
  /// The facts that follow a place in the ledger.
  case after(Int64)
  /// The fact of that name, if there is one.
  case id(FactID)
  /// The facts that speak of an agreement, a pledge, another fact or whatever was noted with them.
  case mentioning(FactID)
  /// The facts of some names, and those that speak of what bears them.
  case about(Set<FactID>)
  /// The facts of these kinds.
  case kinds(Set<FactKind>)
  /// The facts that were written by one command.
  case batch(Int64)
}

extension Snapshot {
  /// Shows facts to `body`, one at a time, in the order in which the ledger learnt them.
  ///
  /// - Throws: The error of `body`, `.corrupt` where a row makes no fact, and failures of the disk.
  public borrowing func facts(
    _ selection: FactSelection, _ body: (FactRecord) throws -> Void
  ) throws {
    var reader = try FactReader(session)
    switch selection {
    case .all: try reader.facts(after: 0, body)
    case .after(let sequence): try reader.facts(after: sequence, body)
    default:
      for sequence in try sequences(selection) {
        if let fact = try reader.fact(at: sequence) { try body(fact) }
      }
    }
  }

  /// Shows facts with all that is stored of them, as ``facts(_:_:)`` shows facts alone.
  public borrowing func storedFacts(
    _ selection: FactSelection, _ body: (StoredFact) throws -> Void
  ) throws {
    var reader = try StoredFactReader(session)
    for sequence in try sequences(selection) {
      if let fact = try reader.fact(at: sequence) { try body(fact) }
    }
  }

  /// The fact of that name; nil if there is none.
  public borrowing func fact(_ id: FactID) throws(StoreError) -> FactRecord? {
    guard let sequence = try sequence(of: id) else { return nil }
    var reader = try FactReader(session)
    return try reader.fact(at: sequence)
  }

  /// Who wrote each batch, by its number.
  /// - Complexity: O(*n*) in the number of batches.
  public borrowing func batchAuthors() throws(StoreError) -> [Int64: String] {
    let batches = try session.connection.prepare("SELECT number, author FROM batch")
    var authors: [Int64: String] = [:]
    while try batches.step() { authors[batches.integer(0)] = batches.text(1) }
    return authors
  }

  private borrowing func sequence(of id: FactID) throws(StoreError) -> Int64? {
    try session.connection.prepare("SELECT seq FROM fact WHERE id = ?").number(id.text)
  }

  /// The places of the facts that a selection by an index finds, in order.
  private borrowing func sequences(_ selection: FactSelection) throws(StoreError) -> [Int64] {
    let connection = session.connection
    switch selection {
    case .all: return try self.sequences(.after(0))
    case .after(let sequence):
      return try connection.prepare("SELECT seq FROM fact WHERE seq > ? ORDER BY seq")
        .numbers(sequence)
    case .id(let id): return try sequence(of: id).map { [$0] } ?? []
    case .mentioning(let name): return try session.sequences(mentioning: [name.text]).sorted()
    case .about(let names):
      let own = try connection.prepare("SELECT seq FROM fact WHERE id = ?")
      var found = try session.sequences(mentioning: names.lazy.map(\.text))
      for name in names {
        if let sequence = try own.number(name.text) { found.insert(sequence) }
      }
      return found.sorted()
    case .batch(let number):
      return try connection.prepare("SELECT seq FROM fact WHERE batch = ? ORDER BY seq")
        .numbers(number)
    case .kinds(let kinds): return try session.sequences(of: kinds)
    }
  }
}

extension Session {
  /// The places of the facts of `kinds`, in order.
  func sequences(of kinds: Set<FactKind>) throws(StoreError) -> [Int64] {
    let statement = try connection.prepare("SELECT seq FROM fact WHERE kind = ?")
    var found: [Int64] = []
    for kind in kinds {
      guard let number = try names.kinds.known(kind) else { continue }
      found += try statement.numbers(number)
    }
    return found.sorted()
  }

  /// The places of the facts that speak of one of some names.
  func sequences(mentioning texts: some Sequence<String>) throws(StoreError) -> Set<Int64> {
    let statement = try connection.prepare("SELECT seq FROM mention WHERE name = ?")
    var found: Set<Int64> = []
    for text in texts {
      guard let number = try names.labels.known(Label(storedText: text)) else { continue }
      found.formUnion(try statement.numbers(number))
    }
    return found
  }

  /// The places of the facts that were entered after `known`, in order.
  func sequences(enteredAfter known: Instant) throws(StoreError) -> [Int64] {
    try connection.prepare("SELECT seq FROM fact WHERE entered > ? ORDER BY seq")
      .numbers(known.microseconds)
  }
}
