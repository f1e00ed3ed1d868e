import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Reporting

/// What somebody should look at again in how the months of a ledger were revalued and closed.
struct ClosingCautions {
  /// Each with the fact that is told of it.
  private(set) var found: [(fact: NamedFact, fault: Fault)] = []

  /// Looks at what `ledger` revalued and closed.
  /// - Throws: What reading the ledger throws.
  init(of ledger: some Ledger) throws {
    let facts = try ledger.facts(of: [.revaluation, .close, .reopen])
    guard !facts.isEmpty else { return }
    let open = try OpenCurrencies(of: ledger)
    let ends = facts.endsOfMonths(since: open.first)
    let openAt = Dictionary(
      uniqueKeysWithValues: Set(ends.flatMap(\.months)).map { ($0, open.open(atEndOf: $0)) })
    var rates = try ledger.rates(
      of: openAt.flatMap { month, currencies in
        currencies.map { (currency: $0, day: month.lastDay) }
      })
    addOldRates(at: ends, openAt, into: ledger.names.head.currency, &rates)
    try addOtherWorths(at: ends, open, of: ledger, &rates)
  }

  /// That closed months do not carry what is open at the rates of their ends, without what rates were old.
  var ofWorth: [Fault] {
    found.map(\.fault).filter { [.monthUnrevalued, .revaluationEarly].contains($0.code) }
  }

  /// That rates were older than their table's rhythm: of each fact each rate once, at the last end, and
  /// nothing twice.
  private mutating func addOldRates(
    at ends: [EndOfMonths], _ openAt: [AccountingMonth: Set<Currency>], into book: Currency,
    _ rates: inout RateHistory
  ) {
    var told: Set<Fault> = []
    for (named, months) in ends {
      var uses: [ExchangeRate: CalendarDate] = [:]
      for month in months {
        for currency in openAt[month] ?? [] {
          let used = rates.rates(
            from: currency, to: book, on: month.lastDay, known: named.fact.entered)
          for rate in used { uses[rate] = month.lastDay }
        }
      }
      for use in uses.map({ RateUse(of: $0.key, on: $0.value) }).sorted() {
        guard let fault = use.rate.caution(on: use.date), told.insert(fault).inserted else {
          continue
        }
        found.append((named, fault))
      }
    }
  }

  /// That what is open at the end of a closed month is not carried at the rates of its last day, as they were
  /// known when it was closed.
  private mutating func addOtherWorths(
    at ends: [EndOfMonths], _ open: OpenCurrencies, of ledger: some Ledger,
    _ rates: inout RateHistory
  ) throws {
    // A month that was opened again was closed the last time.
    var closings: [AccountingMonth: NamedFact] = [:]
    var revalued: Set<AccountingMonth> = []
    for (named, months) in ends {
      if named.fact.kind == .close {
        for month in months where ledger.lock.isClosed(month.lastDay) { closings[month] = named }
      } else {
        revalued.formUnion(months)
      }
    }
    guard let last = closings.keys.max(), !open.accounts.isEmpty else { return }
    let book = ledger.names.head.currency
    var entries = try ledger.entries(on: open.accounts, through: last.lastDay, known: nil)
      .sorted { $0.date < $1.date }[...]
    var items = OpenItems(in: book)
    for (month, named) in closings.sorted(by: { $0.key < $1.key }) {
      while let entry = entries.first, entry.date <= month.lastDay {
        items.add(entry)
        entries.removeFirst()
      }
      var conversions: [Currency: Conversion] = [:]
      for currency in items.currencies {
        conversions[currency] = try rates.conversion(
          from: currency, to: book, on: month.lastDay, known: named.fact.entered)
      }
      let gains = try items.lines(by: conversions).gains
      guard let words = gains.words else { continue }
      guard let size = Int64(exactly: gains.reduce(0) { $0 + abs($1.gain) }) else {
        throw MoneyError.sumOverflow("what is open in \(book)")
      }
      let isEarly = revalued.contains(month)
      let fault = Fault(
        isEarly ? .revaluationEarly : .monthUnrevalued, month.description, words,
        Money(minorUnits: size, of: book).description, month.lastDay.description)
      found.append((named, fault))
    }
  }
}

/// A fact that revalued or closed months, and these.
private typealias EndOfMonths = (named: NamedFact, months: [AccountingMonth])

extension [NamedFact] {
  /// The months at whose ends each revaluation and closing took what was open, in a ledger that has entries
  /// since `first`; in the order in which they apply.
  fileprivate func endsOfMonths(since first: AccountingMonth?) -> [EndOfMonths] {
    var lock = PeriodLock()
    return compactMap { named in
      defer { lock.follow(named.fact.event) }
      switch named.fact.event {
      case .revaluation: return (named, [AccountingMonth(of: named.fact.posted)])
      case .close(let month): return (named, lock.months(closedBy: month, since: first))
      default: return nil
      }
    }
  }
}

extension [(key: OpenItems.Key, gain: Int128)] {
  /// The items for people, the first by name: `asset:receivable of A1 and 2 more`; nil where there is none.
  fileprivate var words: String? {
    guard let key = first?.key else { return nil }
    let owner = key.agreement ?? key.fund.agreement
    let name = key.account.text + (owner.map { " of \($0)" } ?? "")
    return count == 1 ? name : "\(name) and \(count - 1) more"
  }
}
