public import Bookkeeping
public import Funding

extension Snapshot {
  /// The references by which facts of some kinds are known, each once and ordered; no fact is read.
  ///
  /// - Throws: `.corrupt` and failures of the disk.
  /// - Complexity: O(*n*) in the number of those facts.
  public borrowing func references(of kinds: Set<FactKind>) throws(StoreError) -> [Reference] {
    let statement = try session.connection.prepare("SELECT reference FROM fact WHERE kind = ?")
    var numbers = Set<Int64>()
    for kind in kinds {
      guard let number = try session.names.kinds.known(kind) else { continue }
      statement.bind(number)
      defer { statement.reset() }
      while try statement.step() {
        if let reference = statement.optionalInteger(0) { numbers.insert(reference) }
      }
    }
    var references: [Reference] = []
    for number in numbers {
      let label = try session.required(try session.names.labels.name(of: number))
      references.append(try session.required(Reference(label.storedText)))
    }
    return references.sorted()
  }

  /// What the facts of some kinds are called, in the order in which the ledger learnt them; no fact is read.
  ///
  /// - Throws: `.corrupt` and failures of the disk.
  /// - Complexity: O(*n*) in the number of those facts.
  public borrowing func identifiers(of kinds: Set<FactKind>) throws(StoreError) -> [FactID] {
    let statement = try session.connection.prepare("SELECT seq, id FROM fact WHERE kind = ?")
    var found: [(sequence: Int64, id: FactID)] = []
    for kind in kinds {
      guard let number = try session.names.kinds.known(kind) else { continue }
      statement.bind(number)
      defer { statement.reset() }
      while try statement.step() {
        found.append((statement.integer(0), try session.required(FactID(statement.text(1)))))
      }
    }
    return found.sorted { $0.sequence < $1.sequence }.map(\.id)
  }

  /// The names by which facts are found, of those that are `first`, `last` or between them in the order of
  /// their letters' codes; no fact is read.
  ///
  /// - Throws: `.corrupt` and failures of the disk.
  public borrowing func names(
    from first: FactID, through last: FactID
  ) throws(StoreError) -> [FactID] {
    let statement = try session.connection.prepare(
      "SELECT text FROM name WHERE text BETWEEN ? AND ? ORDER BY text")
    statement.bind(first.text, last.text)
    var names: [FactID] = []
    while try statement.step() { names.append(try session.required(FactID(statement.text(0)))) }
    return names
  }

  /// The kinds of the facts that are about a reference, or are what it refers to.
  /// - Throws: `.corrupt` and failures of the disk.
  /// - Complexity: O(*n*) in the number of facts that speak of it.
  public borrowing func kinds(of reference: Reference) throws(StoreError) -> Set<FactKind> {
    guard let number = try session.names.labels.known(Label(storedText: reference.text)) else {
      return []
    }
    let statement = try session.connection.prepare(
      """
      SELECT DISTINCT kind FROM mention JOIN fact USING (seq)
      WHERE mention.name = ?1 AND fact.reference = ?1
      """)
    var kinds = Set<FactKind>()
    for kind in try statement.numbers(number) {
      kinds.insert(try session.required(try session.names.kinds.name(of: kind)))
    }
    return kinds
  }

  /// The accounts that were ever posted to, ordered by name.
  ///
  /// - Throws: `.corrupt` and failures of the disk.
  public borrowing func accounts() throws(StoreError) -> [AccountCode] {
    let statement = try session.connection.prepare("SELECT text FROM account ORDER BY text")
    var accounts: [AccountCode] = []
    while try statement.step() {
      accounts.append(try session.required(AccountCode(statement.text(0))))
    }
    return accounts
  }
}
