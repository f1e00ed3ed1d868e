public import Bookkeeping

/// One write to the ledger, under way; nobody else writes meanwhile.
public struct Transaction: ~Copyable {
  /// The ledger as it is now, what was appended so far included; balances and positions without it.
  public let snapshot: Snapshot
  private let session: Session
  private let appender: Appender
  private let batch: Batch
  private var batchNumber: Int64?
  private var failure: StoreError?

  init(_ session: Session, batch: Batch) throws(StoreError) {
    let appender = try session.appender()
    try appender.begin()
    self.session = session
    self.appender = appender
    self.batch = batch
    snapshot = Snapshot(session)
  }

  /// Where the chain ends, what was appended so far included.
  public var head: ChainHead { appender.head }

  /// Adds a fact and what follows from it; facts are never changed or deleted, only reversed.
  ///
  /// After an error nothing more can be appended, and nothing of the transaction is kept.
  ///
  /// - Returns: The fact's place in the ledger.
  /// - Throws: `.duplicateFact`, `.bookCurrency`, `.overflow`, `.diskFull` and other failures.
  /// - Complexity: O(*n*) in the number of its postings and rows, whatever the ledger's size.
  @discardableResult
  public mutating func append(_ fact: AppendedFact) throws(StoreError) -> Int64 {
    try guarded { (transaction) throws(StoreError) in
      let number: Int64
      if let known = transaction.batchNumber {
        number = known
      } else {
        number = try transaction.appender.append(transaction.batch)
        transaction.batchNumber = number
      }
      return try transaction.appender.append(fact, batch: number)
    }
  }

  /// Says that `scope` lies under `parent`, before anything speaks of it.
  ///
  /// A scope that was never placed lies under the one it is written under, else under `global`.
  ///
  /// - Throws: `.parentDiffers` if it lies elsewhere already.
  public mutating func place(_ scope: ScopePath, under parent: ScopePath) throws(StoreError) {
    try guarded { (transaction) throws(StoreError) in
      try transaction.session.names.scopes.place(scope, under: parent)
    }
  }

  /// Runs `prepare` and brings the sums up to date, unless something in the transaction failed.
  mutating func finish(
    after prepare: () throws(StoreError) -> Void = {}
  ) throws(StoreError) {
    try guarded { (transaction) throws(StoreError) in
      try prepare()
      try transaction.appender.finish()
    }
  }

  private mutating func guarded<Result>(
    _ body: (inout Transaction) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    if let failure { throw failure }
    do throws(StoreError) {
      return try body(&self)
    } catch {
      failure = error
      throw error
    }
  }
}
