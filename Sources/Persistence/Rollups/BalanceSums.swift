import Bookkeeping
import Monetary

/// Which funds a sum of balances is over: agreements' funds are many, and are summed together.
enum FundClass: Int64, CaseIterable, Hashable, Sendable {
  case agreements = 0
  case general = 1
  case memorandum = 2

  /// The class that `fund` belongs to.
  init(of fund: FundCode) {
    self = fund == .memorandum ? .memorandum : fund == .general ? .general : .agreements
  }
}

/// The fund of a posting, by the number of its name.
struct NumberedFund: Hashable {
  let number: Int64
  let kind: FundClass
}

/// What a sum of balances is told apart by.
struct BalanceKey: Hashable {
  /// A day, or the first day of a month.
  var day: Int32
  let account: Int64
  /// The class of funds, or in the sums of single funds the number of one.
  var fund: Int64
  let currency: Int64

  /// One word is hashed instead of four: sums are found for every posting.
  func hash(into hasher: inout Hasher) {
    var mixed = UInt64(bitPattern: account)
    for part in [currency, Int64(day), fund] {
      mixed = (mixed ^ mixed >> 29) &* 0xbf58_476d_1ce4_e5b9 &+ UInt64(bitPattern: part)
    }
    hasher.combine(mixed)
  }

  /// Orders as the tables by day and by month do, so that rows are written where the last one was.
  static func byDay(_ left: BalanceKey, _ right: BalanceKey) -> Bool {
    (left.day, left.account, left.fund, left.currency)
      < (right.day, right.account, right.fund, right.currency)
  }

  /// Orders as the table of single funds does.
  static func byFund(_ left: BalanceKey, _ right: BalanceKey) -> Bool {
    (left.fund, left.day, left.account, left.currency)
      < (right.fund, right.day, right.account, right.currency)
  }
}

/// Debits and credits of an account, in minor units.
struct BalanceSum: Hashable {
  var debits: Int64 = 0
  var credits: Int64 = 0
  var bookDebits: Int64 = 0
  var bookCredits: Int64 = 0

  /// Adds `other`, which may be less than zero.
  mutating func add(_ other: BalanceSum) throws(StoreError) {
    try debits.addOrRefuse(other.debits)
    try credits.addOrRefuse(other.credits)
    try bookDebits.addOrRefuse(other.bookDebits)
    try bookCredits.addOrRefuse(other.bookCredits)
  }

  /// The same with the other sign.
  var opposite: BalanceSum {
    // Sums are zero or more, so that none is the least number, which has no opposite.
    BalanceSum(
      debits: -debits, credits: -credits, bookDebits: -bookDebits, bookCredits: -bookCredits)
  }

  /// The sum that `posting` makes.
  init(of posting: Posting) {
    self.init(
      side: posting.side, amount: posting.amount.minorUnits, book: posting.book.minorUnits)
  }

  /// The sum that one posting makes.
  init(side: Side, amount: Int64, book: Int64) {
    switch side {
    case .debit: (debits, bookDebits) = (amount, book)
    case .credit: (credits, bookCredits) = (amount, book)
    }
  }

  /// The sum with these parts, zero by default.
  init(debits: Int64 = 0, credits: Int64 = 0, bookDebits: Int64 = 0, bookCredits: Int64 = 0) {
    self.debits = debits
    self.credits = credits
    self.bookDebits = bookDebits
    self.bookCredits = bookCredits
  }
}

extension Int64 {
  /// Adds `other` if the sum can be counted; money is never added where that is not asked.
  mutating func addOrRefuse(_ other: Int64) throws(StoreError) {
    let (sum, overflow) = addingReportingOverflow(other)
    guard !overflow else { throw .overflow }
    self = sum
  }

  /// Subtracts `other` if the difference can be counted.
  mutating func subtractOrRefuse(_ other: Int64) throws(StoreError) {
    let (difference, overflow) = subtractingReportingOverflow(other)
    guard !overflow else { throw .overflow }
    self = difference
  }
}

/// The sums that a transaction adds to the balances by day, by month and by fund.
struct BalanceSums: ~Copyable {
  /// How many sums are held before they are written, so that a bulk load needs no more memory.
  private static var limit: Int { 1 << 18 }

  private let days: BalanceTable
  private let months: BalanceTable
  private let funds: BalanceTable
  private var sums: [BalanceKey: BalanceSum] = [:]
  private var fundSums: [BalanceKey: BalanceSum] = [:]

  /// Prepares what reads and writes the balances.
  init(_ connection: Connection) throws(StoreError) {
    let days = try BalanceTable.days(connection)
    let months = try BalanceTable.months(connection)
    let funds = try BalanceTable.funds(connection)
    self.days = days
    self.months = months
    self.funds = funds
  }

  /// Adds what a posting makes.
  mutating func add(
    _ sum: BalanceSum, on day: Int32, account: Int64, fund: NumberedFund, currency: Int64
  ) throws(StoreError) {
    var key = BalanceKey(
      day: day, account: account, fund: fund.kind.rawValue, currency: currency)
    try sums[key, default: BalanceSum()].add(sum)
    if fund.kind == .agreements {
      key.day = day.monthStart
      key.fund = fund.number
      try fundSums[key, default: BalanceSum()].add(sum)
    }
    if sums.count + fundSums.count > Self.limit { try flush() }
  }

  /// Writes what was added.
  mutating func flush() throws(StoreError) {
    var monthSums: [BalanceKey: BalanceSum] = [:]
    for (key, sum) in sums.sorted(by: { BalanceKey.byDay($0.key, $1.key) }) {
      try days.add(sum, to: key)
      var month = key
      month.day = key.day.monthStart
      try monthSums[month, default: BalanceSum()].add(sum)
    }
    for (key, sum) in monthSums.sorted(by: { BalanceKey.byDay($0.key, $1.key) }) {
      try months.add(sum, to: key)
    }
    for (key, sum) in fundSums.sorted(by: { BalanceKey.byFund($0.key, $1.key) }) {
      try funds.add(sum, to: key)
    }
    sums.removeAll(keepingCapacity: false)
    fundSums.removeAll(keepingCapacity: false)
  }
}
