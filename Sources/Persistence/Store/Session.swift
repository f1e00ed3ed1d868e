import Monetary

/// What a store, its transactions and its snapshots share: one connection and what is known of it.
final class Session {
  let connection: Connection
  let names: Names
  /// The currency of every book amount.
  let bookCurrency: Currency
  /// From how many position rows on a scope's sums are kept.
  let summingThreshold: Int
  /// Made by the first write.
  private var madeAppender: Appender?

  /// Takes over a connection to a ledger of the current form.
  init(_ connection: Connection, bookCurrency: Currency, summingThreshold: Int) throws(StoreError) {
    self.connection = connection
    self.bookCurrency = bookCurrency
    self.summingThreshold = summingThreshold
    names = try Names(connection)
  }

  /// What appends facts; its statements are prepared once.
  func appender() throws(StoreError) -> Appender {
    if let madeAppender { return madeAppender }
    let made = try Appender(
      connection, names: names, bookCurrency: bookCurrency, summingThreshold: summingThreshold)
    madeAppender = made
    return made
  }

  /// Writes the sums of what was appended so far, so that they can be read in the transaction.
  func settle() throws(StoreError) {
    try madeAppender?.finish()
  }

  /// Ends a transaction without a trace of it.
  func rollBack() {
    // The first error says what happened; SQLite may already have rolled back by itself.
    try? connection.execute("ROLLBACK")
    names.forget()
    madeAppender = nil
  }
}
