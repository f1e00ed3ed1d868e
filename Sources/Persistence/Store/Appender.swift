import Bookkeeping
import Funding
import Monetary

/// Writes facts and what follows from them; the only code that inserts rows of the journal.
final class Appender {
  private let connection: Connection
  private let names: Names
  private let bookCurrency: Currency
  private let insertFact: Statement
  private let insertBatch: Statement
  private let insertMention: Statement
  private let insertPosting: Statement
  private let insertPosition: Statement
  private var balances: BalanceSums
  private var positions: PositionSums
  private(set) var head: ChainHead
  private var mentioned: [Int64] = []

  /// Prepares what inserts, and reads where the chain ends.
  init(
    _ connection: Connection, names: Names, bookCurrency: Currency, summingThreshold: Int
  ) throws(StoreError) {
    self.connection = connection
    self.names = names
    self.bookCurrency = bookCurrency
    insertFact = try connection.prepare(
      """
      INSERT INTO fact (seq, kind, id, date, posted, recorded, entered, author, reference, batch,
        body, digest, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertBatch = try connection.prepare(
      """
      INSERT INTO batch (entered, author, command, source, source_sha256) VALUES (?, ?, ?, ?, ?)
      RETURNING number
      """)
    insertMention = try connection.prepare("INSERT INTO mention (seq, name) VALUES (?, ?)")
    insertPosting = try connection.prepare(
      """
      INSERT INTO posting (seq, entry, line, day, occasion, account, fund, side, amount_minor,
        currency, book_minor, agreement, part, scope, year)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertPosition = try connection.prepare(
      """
      INSERT INTO position (seq, line, measure, day, scope, year, donor, category, reach,
        reference, count, amount_minor, currency, book_minor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    balances = try BalanceSums(connection)
    positions = try PositionSums(connection, threshold: summingThreshold)
    head = .empty
  }

  /// Takes up the chain where the file has it now; every transaction begins so.
  func begin() throws(StoreError) {
    head = try connection.chainHead()
  }

  /// Adds a batch, and gives its number.
  func append(_ batch: Batch) throws(StoreError) -> Int64 {
    guard
      let number = try insertBatch.number(
        batch.entered.microseconds, batch.by, batch.command, batch.source, batch.sourceDigest)
    else { preconditionFailure("an insertion that returns its number has one") }
    return number
  }

  /// Adds a fact, and what follows from it; gives its place in the ledger.
  func append(_ fact: AppendedFact, batch: Int64) throws(StoreError) -> Int64 {
    let sequence = head.count + 1
    let digest = Digest.sha256(fact.body)
    let hash = head.hash.chained(to: digest)
    mentioned.removeAll(keepingCapacity: true)
    try insert(fact, batch: batch, sequence: sequence, digest: digest, hash: hash)
    for index in fact.entries.indices {
      try insert(fact.entries[index], number: index + 1, of: sequence, fact)
    }
    for index in fact.positions.indices {
      try insert(fact.positions[index], line: index + 1, of: sequence, fact)
    }
    for name in fact.mentions { mention(try label(name.text)) }
    for name in mentioned { try insertMention.run(integers: [sequence, name]) }
    head = ChainHead(count: sequence, hash: hash)
    return sequence
  }

  /// Brings the sums up to date; every transaction ends so.
  func finish() throws(StoreError) {
    try balances.flush()
    try positions.flush(in: names)
  }

  private func insert(
    _ fact: AppendedFact, batch: Int64, sequence: Int64, digest: Digest, hash: Digest
  ) throws(StoreError) {
    let header = fact.header
    let kind = try names.kinds.number(of: header.kind)
    let reference = try mention(header.reference)
    do throws(StoreError) {
      try insertFact.run(
        sequence, kind, header.id.text, header.date.dayNumber, header.posted.dayNumber,
        header.recorded?.dayNumber, header.entered.microseconds, header.by, reference, batch,
        TextBytes(bytes: fact.body), digest, hash)
    } catch {
      if case .refused = error, try isTaken(header.id) { throw .duplicateFact(header.id) }
      throw error
    }
  }

  private func insert(
    _ entry: JournalEntry, number: Int, of sequence: Int64, _ fact: AppendedFact
  ) throws(StoreError) {
    let occasion = try names.occasions.number(of: entry.occasion)
    let day = entry.date.dayNumber
    for (posting, line) in zip(entry.postings, Int64(1)...) {
      guard posting.book.currency == bookCurrency else { throw .bookCurrency(fact.header.id) }
      let tags = posting.tags
      let fund = NumberedFund(
        number: try label(posting.fund.text), kind: FundClass(of: posting.fund))
      if fund.kind == .agreements { mention(fund.number) }
      let account = try names.accounts.number(of: posting.account)
      let currency = try names.currencies.number(of: posting.amount.currency)
      var scope: Int64?
      if let path = tags.scope { scope = try names.scopes.number(of: path) }
      try insertPosting.run(
        integers: [
          sequence, Int64(number), line, Int64(day), occasion, account,
          fund.number, Int64(posting.side.sign), posting.amount.minorUnits, currency,
          posting.book.minorUnits, try mention(tags.agreement), tags.part.map { Int64($0) }, scope,
          tags.year.map { Int64($0.number) },
        ])
      try balances.add(
        BalanceSum(of: posting), on: day, account: account, fund: fund, currency: currency)
    }
  }

  private func insert(
    _ row: PositionRow, line: Int, of sequence: Int64, _ fact: AppendedFact
  ) throws(StoreError) {
    guard row.book.currency == bookCurrency else { throw .bookCurrency(fact.header.id) }
    var cell = PositionCell(
      scope: try names.scopes.number(of: row.scope), year: Int64(row.year.number),
      measure: try names.measures.number(of: row.measure), day: row.day.dayNumber,
      currency: try names.currencies.number(of: row.amount.currency))
    var donor: Int64?
    var category: Int64?
    var reach: Int64?
    if let name = row.donor { donor = try names.donors.number(of: name) }
    if let name = row.category { category = try names.categories.number(of: name) }
    if let name = row.reach { reach = try names.reaches.number(of: name) }
    cell.donor = donor ?? 0
    cell.category = category ?? 0
    try insertPosition.run(
      integers: [
        sequence, Int64(line), cell.measure, Int64(cell.day), cell.scope, cell.year, donor,
        category, reach, try mention(row.reference), Int64(row.count), row.amount.minorUnits,
        cell.currency, row.book.minorUnits,
      ])
    let sum = PositionSum(
      count: Int64(row.count), amount: row.amount.minorUnits, book: row.book.minorUnits)
    try positions.add(sum, to: cell, lineage: try names.scopes.lineage(of: cell.scope))
  }

  private func isTaken(_ id: FactID) throws(StoreError) -> Bool {
    try connection.prepare("SELECT seq FROM fact WHERE id = ?").number(id.text) != nil
  }

  private func label(_ name: String) throws(StoreError) -> Int64 {
    try names.labels.number(of: Label(storedText: name))
  }

  /// The number of what `reference` names, which the fact then speaks of.
  private func mention(_ reference: Reference?) throws(StoreError) -> Int64? {
    guard let reference else { return nil }
    let number = try label(reference.text)
    mention(number)
    return number
  }

  /// Notes that the fact speaks of `name`; a handful of names, so a list will do.
  private func mention(_ name: Int64) {
    if !mentioned.contains(name) { mentioned.append(name) }
  }
}
