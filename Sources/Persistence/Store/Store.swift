public import Monetary

/// The ledger of record: one SQLite file, to which facts are only ever added.
///
/// A store is the only owner of its connection, which is closed when it goes out of scope. Everything
/// is read in a ``Snapshot`` and written in a ``Transaction``.
public struct Store: ~Copyable {
  let session: Session

  init(_ session: Session) {
    self.session = session
  }

  /// The file's path, as it was opened.
  public var path: String { session.connection.path }

  /// The currency of every book amount.
  public var bookCurrency: Currency { session.bookCurrency }

  /// Shows the ledger as it is at this moment to `body`, whatever others write meanwhile.
  ///
  /// - Throws: The error of `body`, or `StoreError`.
  public borrowing func read<Result>(
    _ body: (borrowing Snapshot) throws -> Result
  ) throws -> Result {
    try session.connection.execute("BEGIN")
    do {
      let result = try body(Snapshot(session))
      try session.connection.execute("COMMIT")
      return result
    } catch {
      // Nothing was written; the first error says what happened.
      try? session.connection.execute("ROLLBACK")
      throw error
    }
  }

  /// Runs `body` in one transaction: all that it appends is durable when this returns, or none is.
  ///
  /// The transaction cannot outlive `body`: it is noncopyable and only lent. What `body` decides on it
  /// must read in the transaction, since others may have written before.
  ///
  /// - Throws: The error of `body` after a rollback, or that of the commit itself: `.locked` where
  ///   others were writing all the time that was waited, else `StoreError`.
  public mutating func write<Result>(
    _ batch: Batch, _ body: (inout Transaction) throws -> Result
  ) throws -> Result {
    try session.connection.execute("BEGIN IMMEDIATE")
    do {
      var transaction = try Transaction(session, batch: batch)
      let result = try body(&transaction)
      try transaction.finish()
      try session.connection.execute("COMMIT")
      return result
    } catch {
      session.rollBack()
      throw error
    }
  }
}
