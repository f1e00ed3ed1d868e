public import Bookkeeping
public import Funding

extension Snapshot {
  /// The names of all facts of some kinds, in the order of the ledger; no fact is read for it.
  ///
  /// - Throws: `.corrupt` and failures of the disk.
  /// - Complexity: O(*n*) in the number of those facts.
  public borrowing func ids(of kinds: Set<FactKind>) throws(StoreError) -> [FactID] {
    let statement = try session.connection.prepare("SELECT id FROM fact WHERE seq = ?")
    var ids: [FactID] = []
    for sequence in try session.sequences(of: kinds) {
      statement.bind(sequence)
      defer { statement.reset() }
      guard try statement.step() else { continue }
      ids.append(try session.required(FactID(statement.text(0))))
    }
    return ids
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
