import Bookkeeping
import Funding
import Monetary

/// Checks a ledger: facts first, then the sums of what follows from them, then the file.
struct Verifier {
  private let session: Session
  private var found = Verification()
  private var sums = SumCheck()

  /// Checks the ledger of `session`.
  init(_ session: Session) {
    self.session = session
  }

  /// As ``Snapshot/verify(noted:isDerived:parents:)``.
  mutating func run(
    noted heads: [ChainHead], isDerived: (StoredFact) throws -> Bool,
    parents: () -> [ScopePath: ScopePath]?
  ) throws -> Verification {
    try session.settle()
    let origin = session.connection.origin
    let (_, ofFile) = try TwoThreads.run({
      Result { () throws(StoreError) in try FileCheck(origin).defects() }
    }) {
      try checkRows(noted: heads, isDerived, parents)
    }
    found.defects += try ofFile.get()
    return found
  }

  private mutating func checkRows(
    noted heads: [ChainHead], _ isDerived: (StoredFact) throws -> Bool,
    _ parents: () -> [ScopePath: ScopePath]?
  ) throws {
    if let defect = try checkFacts(isDerived) {
      found.defects.append(defect)
    } else if let declared = parents(), let defect = try session.placeDefect(among: declared) {
      found.defects.append(defect)
    } else {
      // Of rows that are wrong no sum can be told right.
      found.defects += try sums.defects(in: session)
    }
    for head in heads where try isLost(head) { found.defects.append(.lostHead(head)) }
  }

  /// Reads every fact and what belongs to it, up to the first that is wrong.
  private mutating func checkFacts(
    _ isDerived: (StoredFact) throws -> Bool
  ) throws -> LedgerDefect? {
    var reader = try StoredFactReader(session)
    while let sequence = try reader.sequence(after: found.head.count) {
      guard sequence == found.head.count + 1 else {
        return .missing(sequence: found.head.count + 1)
      }
      switch try outcome(at: sequence, by: &reader) {
      case nil: return .unreadable(try place(of: sequence))
      case .unbalanced(let record):
        // No rule gives it: whatever the fact comes to balances.
        return textDefect(of: record) ?? .underived(record.place)
      case .fact(let fact):
        if let defect = textDefect(of: fact.record) { return defect }
        guard try isDerived(fact) else { return .underived(fact.record.place) }
        try count(fact)
      }
    }
    return nil
  }

  /// What the rows at `sequence` make; nil where they make no values.
  private func outcome(
    at sequence: Int64, by reader: inout StoredFactReader
  ) throws(StoreError) -> StoredFactReader.Outcome? {
    do throws(StoreError) {
      return try reader.outcome(at: sequence)
    } catch .corrupt {
      return nil
    }
  }

  /// What is wrong with the text of a fact, or with its place in the chain.
  private func textDefect(of record: FactRecord) -> LedgerDefect? {
    guard Digest.sha256(record.body) == record.digest else { return .altered(record.place) }
    guard found.head.hash.chained(to: record.digest) == record.hash else {
      return .unchained(record.place)
    }
    return nil
  }

  private mutating func count(_ fact: StoredFact) throws(StoreError) {
    found.facts += 1
    found.entries += Int64(fact.entries.count)
    found.positions += Int64(fact.positions.count)
    for entry in fact.entries {
      found.postings += Int64(entry.postings.count)
      for posting in entry.postings { try sums.add(posting, on: entry.date, in: session) }
    }
    for row in fact.positions { try sums.count(row, in: session) }
    found.head = ChainHead(count: fact.record.sequence, hash: fact.record.hash)
  }

  /// The place of a fact that cannot be read, with its name if that can be.
  private func place(of sequence: Int64) throws(StoreError) -> LedgerDefect.Place {
    let statement = try session.connection.prepare("SELECT id FROM fact WHERE seq = ?")
    statement.bind(sequence)
    let id = try statement.step() ? FactID(statement.text(0)) : nil
    return LedgerDefect.Place(sequence: sequence, id: id)
  }

  /// Whether the chain does not pass through `head`.
  private func isLost(_ head: ChainHead) throws(StoreError) -> Bool {
    guard head.count > 0 else { return head != .empty }
    let statement = try session.connection.prepare("SELECT hash FROM fact WHERE seq = ?")
    statement.bind(head.count)
    guard try statement.step() else { return true }
    return statement.digest(0) != head.hash
  }
}

extension Session {
  /// The first scope that does not lie where `declared` and the writing of its path place it.
  fileprivate func placeDefect(
    among declared: [ScopePath: ScopePath]
  ) throws(StoreError) -> LedgerDefect? {
    let kept = try connection.prepare(
      """
      SELECT scope.text, parent.text FROM scope LEFT JOIN scope AS parent
      ON parent.number = scope.parent ORDER BY scope.number
      """)
    var missing = Set(declared.keys)
    while try kept.step() {
      guard let path = ScopePath(kept.text(0)) else { return .misplaced(scope: nil) }
      guard path != .global else { continue }
      let parent = path.isRemainder ? path.scope : declared[path]
      let isDeclared = path.scope == .global || declared[path.scope] != nil
      guard isDeclared, parent?.text == kept.text(1) else { return .misplaced(scope: path) }
      missing.remove(path)
    }
    return missing.min().map { .misplaced(scope: $0) }
  }
}

extension FactRecord {
  /// Where the fact stands, and what it is called.
  fileprivate var place: LedgerDefect.Place {
    LedgerDefect.Place(sequence: sequence, id: header.id)
  }
}
