import Bookkeeping
import Funding
import Monetary

/// Makes the lists below a statement's accounts.
struct StatementDetails {
  let terms: AgreementTerms?
  /// The entries of the period.
  let entries: [StatementEntry]
  /// Those before it, too.
  let all: [StatementEntry]
  let period: StatementPeriod
  let names: LedgerNames

  var currency: Currency { names.head.currency }
  var agreed: Currency { terms?.agreement.amount.currency ?? currency }

  func commitments() throws(MoneyError) -> [CommitmentLine] {
    var lines: [CommitmentLine] = []
    for fact in terms?.facts ?? [] where !period.isAfter(fact.posted) && fact.posted <= period.to {
      guard let words = fact.termsInWords, let reference = fact.reference else { continue }
      let posted = entries.filter { $0.item.fact == fact }
      lines.append(try commitment((fact.posted, fact.date), reference.text, words, posted))
    }
    for entry in entries.of(.agreed) where entry.isReversal {
      let reference = entry.origin.reference?.text ?? ""
      lines.append(
        try commitment(entry.item.days, reference, entry.item.caption, [entry]))
    }
    return lines.sorted { ($0.date, $0.reference) < ($1.date, $1.reference) }
  }

  private func commitment(
    _ days: (posted: CalendarDate, own: CalendarDate), _ reference: String, _ words: String,
    _ entries: [StatementEntry]
  ) throws(MoneyError) -> CommitmentLine {
    CommitmentLine(
      date: days.posted, ownDay: days.own, reference: reference, words: words,
      amount: try Money(sum: entries.sum { $0.amount(in: agreed, \.isReceivable) }, of: agreed),
      book: try Money(sum: entries.sum { $0.book(\.isReceivable) }, of: currency))
  }

  func instalments() throws(MoneyError) -> [InstalmentLine] {
    guard let terms else { return [] }
    return terms.schedule.standings(
      settled: try Money(sum: all.of(.received).sum { $0.settled(in: agreed) }, of: agreed),
      writtenOff: try Money(sum: all.of(.writtenOff).sum { $0.settled(in: agreed) }, of: agreed)
    ).map { InstalmentLine($0, on: period.to) }
  }

  func receipts(by rates: inout StatementRates) throws(MoneyError) -> [ReceiptLine] {
    var lines: [ReceiptLine] = []
    for entry in entries.of(.received) {
      let settled = try Money(sum: entry.settled(in: agreed), of: agreed)
      let book = try Money(sum: entry.gross, of: currency)
      let uses = rates.uses(by: entry)
      lines.append(
        ReceiptLine(
          date: entry.item.entry.date, ownDay: entry.item.ownDay, id: entry.item.id,
          settled: settled, arrived: entry.arrived, overpaid: try entry.overpaid,
          rate: rate(of: entry, settled: settled, worth: book, by: uses), book: book))
    }
    return lines
  }

  /// The table's rate where money was converted by one, with its day where that is another than the
  /// entry's; else what foreign money is carried at on average, or what the bank made of it.
  private func rate(
    of entry: StatementEntry, settled: Money, worth book: Money, by uses: [RateUse]
  ) -> String {
    if let first = uses.first {
      let rates = uses.map(\.rate.description).joined(separator: ", ")
      return first.date == entry.item.entry.date ? rates : "\(rates) of \(first.date)"
    }
    if let carried = entry.converted.first(where: { $0.amount.currency != currency }),
      let rate = ExactDecimal(carried.amount, per: carried.book)
    {
      return "\(carried.amount.currency) \(rate) per \(currency) on average"
    }
    guard agreed != currency, let rate = ExactDecimal(settled, per: book) else { return "" }
    return "\(agreed) \(rate) per \(currency)"
  }

  func exchange() throws(MoneyError) -> [ExchangeLine] {
    var lines: [ExchangeLine] = []
    for entry in entries {
      var differences: [(AccountCode?, Int128)] = [(nil, entry.realisedExchange)]
      if entry.movement == .revalued {
        differences += entry.revalued.sorted { $0.key < $1.key }
          .map { (Optional($0.key), $0.value) }
      }
      for (account, sum) in differences where sum != 0 {
        lines.append(
          ExchangeLine(
            date: entry.item.entry.date, ownDay: entry.item.ownDay, id: entry.item.id,
            movement: entry.movement, origin: entry.origin.kind, account: account,
            book: try Money(sum: sum, of: currency)))
      }
    }
    return lines
  }

  func support() throws(MoneyError) -> [SupportLine] {
    var sums: [AgreementTerms.Support?: (direct: Int128, support: Int128)] = [:]
    for rate in terms?.support ?? [] { sums[rate] = (0, 0) }
    for entry in entries where entry.movement == .spent || entry.movement == .supported {
      let rate = terms?.supportRate(on: entry.origin.date)
      sums[rate, default: (0, 0)].direct += entry.direct
      sums[rate, default: (0, 0)].support += entry.support
    }
    guard terms?.support.isEmpty == false else { return [] }
    var lines: [SupportLine] = []
    for (rate, sum) in sums {
      lines.append(
        SupportLine(
          terms: rate, direct: try Money(sum: sum.direct, of: currency),
          support: try Money(sum: sum.support, of: currency)))
    }
    return lines.sorted {
      ($0.terms == nil ? 0 : 1, $0.terms?.since ?? .earliest)
        < ($1.terms == nil ? 0 : 1, $1.terms?.since ?? .earliest)
    }
  }

  func spending() throws(MoneyError) -> [SpendingLine] {
    struct Line: Hashable {
      let scope: ScopePath?
      let year: BudgetYear?
    }
    var sums: [Line: (direct: Int128, support: Int128)] = [:]
    for entry in entries where entry.movement == .spent || entry.movement == .supported {
      let tags = entry.postings.first { $0.account.type == .expense }?.tags
      let line = Line(scope: tags?.scope, year: tags?.year)
      sums[line, default: (0, 0)].direct += entry.direct
      sums[line, default: (0, 0)].support += entry.support
    }
    var lines: [SpendingLine] = []
    // What was spent and taken back in the period is nothing.
    for (line, sum) in sums where sum.direct != 0 || sum.support != 0 {
      lines.append(
        SpendingLine(
          scope: line.scope, name: line.scope.map(names.programme.name) ?? "", year: line.year,
          direct: try Money(sum: sum.direct, of: currency),
          support: try Money(sum: sum.support, of: currency)))
    }
    return lines.sorted {
      ($0.scope?.text ?? "", $0.year?.number ?? 0) < ($1.scope?.text ?? "", $1.year?.number ?? 0)
    }
  }

  func others() throws(MoneyError) -> [OtherLine] {
    var lines: [OtherLine] = []
    struct Release: Hashable {
      let id: FactID
      let date: CalendarDate
    }
    var released: Set<Release> = []
    for entry in entries.of(.other) {
      let release = Release(id: entry.item.id, date: entry.item.entry.date)
      // What a fact releases on a day is one line, however many parts it is of.
      guard !entry.isRelease || released.insert(release).inserted else { continue }
      lines.append(
        OtherLine(
          date: entry.item.entry.date, ownDay: entry.item.ownDay, id: entry.item.id,
          caption: entry.item.caption,
          book: try Money(sum: entry.book(\.holdsUnspent), of: currency)))
    }
    return lines
  }

  func lateFacts() throws(MoneyError) -> [LateFact] {
    let origins = Dictionary(
      entries.filter(\.item.isLate).map { ($0.item.id, $0.origin) }, uniquingKeysWith: { $1 })
    return try LateFact.among(entries.map(\.item)) { item in
      origins[item.id].flatMap { $0 == item.fact ? nil : $0 }
    }
  }

  /// The rates by which the period's amounts were converted, each with the days whose rate it was.
  func rateUses(by rates: inout StatementRates) -> [RateUse] {
    var uses: Set<RateUse> = []
    for entry in entries { uses.formUnion(rates.uses(by: entry)) }
    return uses.sorted()
  }
}

extension JournalListing.Item {
  /// The entry's day, and the fact's own where it was posted late.
  fileprivate var days: (posted: CalendarDate, own: CalendarDate) { (entry.date, ownDay) }
}

extension StatementEntry {
  /// What it brought to banks, by currency.
  var arrived: MoneyBag {
    var bag = MoneyBag()
    for posting in postings
    where posting.account.isCash {
      if posting.side == .debit { bag.add(posting.amount) } else { bag.subtract(posting.amount) }
    }
    return bag
  }

  /// What it brought beyond what was owed; nil where that is nothing.
  fileprivate var overpaid: Money? {
    get throws(MoneyError) {
      var bag = MoneyBag()
      for posting in postings where posting.account.isWithin(.overpayments) {
        if posting.side == .credit { bag.add(posting.amount) } else { bag.subtract(posting.amount) }
      }
      guard let currency = bag.currencies.first else { return nil }
      return try bag.amount(in: currency)
    }
  }

  /// What it spent, support and exchange apart.
  fileprivate var direct: Int128 {
    movement == .spent ? book { $0.type == .expense && !$0.isRealisedExchange } : 0
  }

  /// What support cost it took.
  fileprivate var support: Int128 {
    movement == .supported ? book { $0.isWithin(.supportCost) } : 0
  }

  /// What each revalued account gained or, negative, lost.
  fileprivate var revalued: [AccountCode: Int128] {
    postings.reduce(into: [:]) { sums, posting in
      guard posting.account.isRevaluation else { return }
      sums[posting.account, default: 0] += posting.side.sign * Int128(posting.book.minorUnits)
    }
  }
}

extension ExactDecimal {
  /// What one unit of the currency of `book` was changed for, to six decimals, half to even.
  ///
  /// Nothing is converted by it; it tells what a bank did.
  init?(_ amount: Money, per book: Money) {
    guard book.minorUnits != 0 else { return nil }
    let digits = 6 + book.currency.minorDigits
    let scaled = (0..<digits).reduce(Int128(amount.minorUnits)) { number, _ in number * 10 }
    let divisor = (0..<amount.currency.minorDigits).reduce(Int128(book.minorUnits)) { number, _ in
      number * 10
    }
    guard let units = Int64(exactly: Rounding.halfEven.quotient(scaled, by: divisor)) else {
      return nil
    }
    self.init(coefficient: units, scale: 6)
  }
}
