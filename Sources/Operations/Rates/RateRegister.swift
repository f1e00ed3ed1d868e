import Diagnostics
import Funding
import Monetary
import Reporting

/// The rates of a ledger as they were on a day, or known at an instant.
struct RateRegister {
  /// Each rate, by table, currencies and day; of one day in the order in which they were learnt.
  let rates: [RecordedRate]

  /// Reads the rates of `ledger` that took effect by `asOf` and were entered by `known`.
  init(of ledger: some Ledger, asOf: CalendarDate, known: Instant?) throws {
    let head = ledger.names.head
    var stated: [(rate: ExchangeRate, quote: RateQuote, provenance: Provenance)] = []
    var latest: [RateDay: Int] = [:]
    for fact in try ledger.facts(of: [.rate]).map(\.fact)
    where fact.date <= asOf && (known.map { fact.entered <= $0 } ?? true) {
      guard case .rate(let quote) = fact.event else { continue }
      let rate = try ExchangeRate(
        quote: quote.quote, base: quote.base, units: quote.units, effective: fact.date,
        table: quote.table ?? head.rates)
      latest[RateDay(rate)] = stated.count
      stated.append((rate, quote, fact.provenance))
    }
    let order = stated.indices.sorted { left, right in
      let (first, second) = (RateDay(stated[left].rate), RateDay(stated[right].rate))
      return first == second ? left < right : first < second
    }
    rates = order.map { index in
      let (rate, quote, provenance) = stated[index]
      return RecordedRate(
        rate, as: quote, isInUse: latest[RateDay(rate)] == index, provenance: provenance)
    }
  }
}

/// Of what a table has one rate in use: two currencies and a day.
struct RateDay: Hashable, Comparable {
  private let table: RateTableName
  private let quote: Currency
  private let base: Currency
  private let date: CalendarDate

  /// What `rate` is of.
  init(_ rate: ExchangeRate) {
    table = rate.table
    quote = rate.quote
    base = rate.base
    date = rate.effective
  }

  static func < (left: RateDay, right: RateDay) -> Bool {
    (left.table, left.quote, left.base, left.date)
      < (right.table, right.quote, right.base, right.date)
  }
}
