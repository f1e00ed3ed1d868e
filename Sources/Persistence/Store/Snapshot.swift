/// The ledger at one moment; everything is read from it.
///
/// It cannot outlive the call that lends it.
public struct Snapshot: ~Copyable {
  let session: Session

  init(_ session: Session) {
    self.session = session
  }

  /// Where the chain of facts ends.
  public borrowing func head() throws(StoreError) -> ChainHead {
    try session.connection.chainHead()
  }
}

extension Connection {
  /// Where the chain of facts ends.
  func chainHead() throws(StoreError) -> ChainHead {
    let statement = try prepare("SELECT seq, hash FROM fact ORDER BY seq DESC LIMIT 1")
    guard try statement.step() else { return .empty }
    guard let hash = statement.digest(1) else { throw .corrupt(path: path) }
    return ChainHead(count: statement.integer(0), hash: hash)
  }
}
