import Bookkeeping
import Diagnostics
import Funding
import Interchange
import Monetary
public import Persistence

/// Proves that a store is what was once written: text by text, hash by hash, entry by rule.
public enum VerifyLedger {
  /// What was proved.
  public struct Proof: Hashable, Sendable {
    /// How many facts the store holds.
    public let facts: Int
    /// The store's head, as reports print it.
    public let head: String
  }

  /// Verifies the store at `path`.
  ///
  /// - Parameters:
  ///   - path: Where the store is.
  ///   - noted: A head printed on an earlier report, which must be in the chain; nil for none.
  ///   - watcher: Told how far it is.
  /// - Returns: What was proved.
  /// - Throws: ``Unsound`` with what is wrong, as far as SQLite can tell where the file is damaged;
  ///   ``Refusal`` for a text or for a head that is none; `StoreError`, `FileError`.
  public static func prove(
    _ path: String, containing noted: String?, for watcher: HeadwayWatcher? = nil
  ) throws -> Proof {
    try OpenLedger.requireStore(path, orTelling: Fault(.textIsChecked, path))
    var heads: [ChainHead] = []
    if let noted {
      guard let head = ChainHead(printed: noted) else { throw Refusal(Fault(.headSyntax, noted)) }
      heads.append(head)
    }
    do {
      return try proved(path, heads, for: watcher)
    } catch StoreError.corrupt {
      throw Unsound(defects: try Store.damage(at: path))
    }
  }

  /// Verifies a store that must contain `heads`.
  /// - Throws: ``Unsound``; `StoreError`, `.corrupt` where it is too damaged to be read as a ledger.
  private static func proved(
    _ path: String, _ heads: [ChainHead], for watcher: HeadwayWatcher?
  ) throws -> Proof {
    let store = try Store.open(path: path, for: .reading)
    let verification = try store.read { snapshot in
      var rules = RuleCheck(
        bookCurrency: store.bookCurrency, batchAuthors: try snapshot.batchAuthors())
      var counter = HeadwayCounter(.verifying, of: Int(try snapshot.head().count), for: watcher)
      return try snapshot.verify(noted: heads) { stored in
        counter.advance()
        return rules.holds(for: stored)
      } parents: {
        rules.parents
      }
    }
    return try Proof(verification)
  }
}

extension VerifyLedger.Proof {
  /// What a verification proved.
  /// - Throws: ``Unsound`` with what is wrong.
  init(_ verification: Verification) throws(Unsound) {
    guard verification.isSound else { throw Unsound(defects: verification.defects) }
    facts = Int(verification.facts)
    head = verification.head.printed
  }
}

/// A store that is not what was once written.
public struct Unsound: Error, Hashable, Sendable {
  /// What is wrong, the worst first.
  public let defects: [LedgerDefect]
}

/// Whether what is stored of each fact is what its text and the rules give, fact after fact.
private struct RuleCheck {
  private let bookCurrency: Currency
  /// Who wrote each batch: the author that is kept of a fact whose text names none.
  private let batchAuthors: [Int64: String]
  private var book: Book?
  private var namer = FactNamer()

  /// Will check the facts of a store of that currency, whose batches have these authors.
  init(bookCurrency: Currency, batchAuthors: [Int64: String]) {
    self.bookCurrency = bookCurrency
    self.batchAuthors = batchAuthors
  }

  /// The parent of each scope that the facts so far declare, `global` left out.
  var parents: [ScopePath: ScopePath]? {
    book.map { book in
      let scopes = book.programme.allScopes.filter { $0.path != .global }
      return Dictionary(
        uniqueKeysWithValues: scopes.map { ($0.path, ProgrammeTree.parent(of: $0)) })
    }
  }

  /// Posts the fact anew, and compares.
  mutating func holds(for stored: StoredFact) -> Bool {
    guard let fact = try? stored.record.fact() else { return false }
    if book == nil, case .ledger(let head) = fact.event {
      guard head.currency == bookCurrency else { return false }
      book = Book(head: head)
    }
    // What a rule refuses was not stored by bursar: that it was refused is all there is to know.
    guard let posted = try? book?.repost(fact, id: stored.record.header.id), let book,
      let author = fact.provenance.by ?? batchAuthors[stored.record.batch]
    else { return false }
    let header = FactHeader(of: posted, by: author)
    return namer.name(fact) == stored.record.header.id && header == stored.record.header
      && posted.consequence.entries == stored.entries
      && posted.consequence.positions == stored.positions
      && Set(stored.mentions) == Set(posted.names(by: book.head.rates))
  }
}

extension PostedFact {
  /// By what a store finds the fact: what it says itself, and what its entries and rows do.
  fileprivate func names(by table: RateTableName) -> [FactID] {
    let postings = consequence.entries.flatMap(\.postings)
    let references =
      postings.compactMap(\.tags.agreement) + postings.compactMap(\.fund.agreement)
      + consequence.positions.compactMap(\.reference)
    return fact.names(by: table) + references.map(FactID.init(of:))
  }
}

extension ChainHead {
  /// The head as reports print it: how many facts, a colon, the hash of the last.
  var printed: String { "\(count):\(hash)" }

  /// Reads a head as reports print it.
  init?(printed: String) {
    let parts = printed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Int64(parts[0]), count > 0,
      let hash = Digest(hexadecimal: String(parts[1]))
    else { return nil }
    self.init(count: count, hash: hash)
  }
}
