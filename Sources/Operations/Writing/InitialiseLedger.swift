import Bookkeeping
import Diagnostics
public import Funding
import Interchange
import Monetary
import Persistence

/// Makes a store, empty or with the facts of a text.
public struct InitialiseLedger: Hashable, Sendable {
  /// What was made.
  public struct Result: Hashable, Sendable {
    /// How many facts the store holds.
    public let facts: Int
    /// The hash of its last fact.
    public let head: String
  }

  /// Where the store will be.
  public let path: String
  /// Who makes it.
  public let author: String
  /// When.
  public let now: Instant

  /// Will make a store at `path`, where nothing may be yet.
  public init(at path: String, by author: String, on now: Instant) {
    self.path = path
    self.author = author
    self.now = now
  }

  /// Sees that a store can be made: that nothing is there yet.
  /// - Throws: `StoreError.exists`.
  public func requireNothingThere() throws { try Store.requireNothing(at: path) }

  /// The directive that an empty store with that head would begin with.
  public func directive(of head: LedgerHead) -> String {
    String(decoding: LedgerTextWriter().directive(first(head)), as: UTF8.self)
  }

  private func first(_ head: LedgerHead) -> Fact {
    Fact(LedgerHead.date, .ledger(head), provenance: Provenance(by: author, entered: now))
  }

  /// Makes an empty store with that head.
  /// - Throws: `StoreError`, such as `.exists`.
  public func make(_ head: LedgerHead) throws -> Result {
    let fact = first(head)
    var book = Book(head: head)
    var namer = FactNamer()
    let posted = [try book.post(fact, id: namer.name(fact))]
    return try make(posted, head: head, source: nil)
  }

  /// Makes a store with all facts of the text at `source`; `-` is standard input. A `watcher` is told
  /// how far it is.
  /// - Throws: ``Refusal`` with everything that is wrong with the text; `FileError`; `StoreError`.
  public func make(
    from source: String, for watcher: HeadwayWatcher? = nil
  ) throws -> Result {
    let file = try TextFile(at: source)
    let fold = try FactFold(file.text, for: watcher)
    return try make(fold.posted, head: fold.book.head, source: (source, file.digest), for: watcher)
  }

  private func make(
    _ posted: [PostedFact], head: LedgerHead, source: (name: String, digest: Digest)?,
    for watcher: HeadwayWatcher? = nil
  ) throws -> Result {
    let batch = Batch(
      entered: now, by: author, command: "init", source: source?.name,
      sourceDigest: source?.digest)
    let appender = LedgerAppender(to: head, by: author)
    var counter = HeadwayCounter(.writing, of: posted.count, for: watcher)
    let head = try Store.create(
      path: path, bookCurrency: head.currency, batch: batch,
      telling: { watcher?(Headway(.finishing, done: $0.done, of: Store.Finishing.total)) }
    ) {
      for fact in posted {
        try appender.append(fact, to: &$0)
        counter.advance()
      }
    }
    return Result(facts: Int(head.count), head: head.printed)
  }
}
