import Bookkeeping

/// A number that two sets of sums have in common if, and as good as only if, they are the same.
///
/// Each column of each row has a factor of its own, by a hash that differs with every process, so that
/// nobody can choose changes that cancel out. Postings may be added in any order and one by one: there
/// are as many sums of funds as agreements, too many to hold.
struct BalanceFingerprint: Equatable {
  private var total: UInt64 = 0

  /// Adds a sum, or a part of one.
  mutating func add(_ sum: BalanceSum, of key: BalanceKey) {
    let columns = [sum.debits, sum.credits, sum.bookDebits, sum.bookCredits]
    for (column, amount) in columns.enumerated() where amount != 0 {
      var hasher = Hasher()
      hasher.combine(key)
      hasher.combine(column)
      let factor = UInt64(bitPattern: Int64(hasher.finalize())) | 1
      total &+= factor &* UInt64(bitPattern: amount)
    }
  }
}

extension Session {
  /// The sums of agreements' funds by month, added up from the postings.
  func fundSums() throws(StoreError) -> [BalanceKey: BalanceSum] {
    let postings = try connection.prepare(
      """
      SELECT day, account, fund, currency, side, amount_minor, book_minor FROM posting
      WHERE fund NOT IN (SELECT number FROM name WHERE text IN (?, ?))
      """)
    postings.bind(FundCode.general.text, FundCode.memorandum.text)
    var sums: [BalanceKey: BalanceSum] = [:]
    while try postings.step() {
      let key = BalanceKey(
        day: Int32(truncatingIfNeeded: postings.integer(0)).monthStart,
        account: postings.integer(1), fund: postings.integer(2), currency: postings.integer(3))
      try sums[key, default: BalanceSum()].add(
        BalanceSum(
          side: postings.integer(4) > 0 ? .debit : .credit, amount: postings.integer(5),
          book: postings.integer(6)))
    }
    return sums
  }
}
