import Bookkeeping
import Funding
import Monetary

/// What moved in the months of a report, of one budget year or of all, in minor units of the book currency.
struct MonthlySums {
  typealias Lines = [MonthlyFunding.Kind: Int128]

  /// Where an agreement has money for a year.
  private struct Place: Hashable {
    let agreement: Reference
    let scope: ScopePath
    let year: BudgetYear
  }

  private let material: MonthlyFunding.Material
  /// The rows inside the area, of the year.
  private let rows: [PositionRow]
  /// Where agreements have money inside the area, for the year.
  private let places: Set<Place>

  /// Will sum what is of a budget year; with nil, of all.
  init(_ material: MonthlyFunding.Material, of year: BudgetYear? = nil) {
    self.material = material
    rows = year.map { year in material.rows.filter { $0.year == year } } ?? material.rows
    places = Set(
      rows.compactMap { row in
        row.reference.map { Place(agreement: $0, scope: row.scope, year: row.year) }
      })
  }

  /// What the rows up to a day come to; before the calendar begins, nothing.
  func position(on day: CalendarDate?) -> FundingPosition {
    guard let day else { return FundingPosition() }
    return FundingPosition(rows.filter { $0.day <= day })
  }

  /// What moved each account in a month.
  func sums(in month: AccountingMonth) -> [MonthlyFunding.Account: Lines] {
    let (first, last) = (month.firstDay, month.lastDay)
    let before = Totals(self, on: first.previous)
    let after = Totals(self, on: last)
    let rows = rows.filter { first <= $0.day && $0.day <= last }
    func moved(_ measure: PositionRow.Measure) -> Int128 {
      rows.reduce(0) { $1.measure == measure ? $0 + Int128($1.book.minorUnits) : $0 }
    }
    let recorded = changes(in: month)
    let refunded = refunds(among: rows, in: month)
    let settled = moved(.received) - refunded
    let carriedIn = moved(.carriedIn)
    let records: Lines = [
      .newAgreements: recorded[.agreement] ?? 0, .amendments: recorded[.amendment] ?? 0,
      .writtenOff: recorded[.writeOff] ?? 0,
    ]
    func account(_ value: (Totals) -> Int128, _ lines: Lines) -> Lines {
      let moved = lines.values.reduce(0, +)
      return lines.merging(
        [
          .opening: value(before), .closing: value(after),
          .other: value(after) - value(before) - moved,
        ]
      ) { $1 }
    }
    return [
      .funded: account(
        \.funded,
        records.merging([
          .refunds: recorded[.refund] ?? 0, .allocated: moved(.allocated), .carriedIn: carriedIn,
        ]) { $1 }),
      .receivable: account(
        \.receivable,
        records.merging([
          .allocated: moved(.allocated) - moved(.receivedAllocated), .settled: -settled,
        ]) { $1 }),
      .unspent: account(
        \.unspent,
        [
          .settled: settled, .refunds: refunded, .allocated: moved(.receivedAllocated),
          .exchange: after.exchange - before.exchange,
          .bankCharges: before.charges - after.charges, .spent: before.spent - after.spent,
          .supportCost: before.supported - after.supported,
        ]),
    ]
  }

  /// What stands on a day.
  private struct Totals {
    let position: FundingPosition
    let spent: Int128
    let supported: Int128
    let exchange: Int128
    let charges: Int128

    init(_ sums: MonthlySums, on day: CalendarDate?) {
      position = sums.position(on: day)
      // What no agreement pays for is not spent of what they gave.
      let ofAgreements = day.map { day in
        FundingPosition(sums.rows.filter { $0.day <= day && $0.reference != nil })
      }
      spent = ofAgreements?[.spent].book ?? 0
      supported = ofAgreements?[.supported].book ?? 0
      exchange =
        -sums.share(of: sums.material.gains, by: day) {
          $0.isRealisedExchange && $0.isWithin(.exchangeGain)
        }
        - sums.share(of: sums.material.losses, by: day) {
          $0.isRealisedExchange && $0.isWithin(.exchangeLoss)
        }
      charges = sums.share(of: sums.material.charges, by: day) { $0.isWithin(.bankCharges) }
    }

    var funded: Int128 { position.funded(on: .recorded).book }
    var received: Int128 { position[.received].book + position[.receivedAllocated].book }
    /// What was carried in was received, or is owed, in the year it comes from.
    var receivable: Int128 { funded - position[.carriedIn].book - received }
    var unspent: Int128 { received + exchange - charges - spent - supported }
  }

  /// What the records gained in a month, by the kind of fact; a reversal is of the kind it undoes.
  private func changes(in month: AccountingMonth) -> [FactKind: Int128] {
    var changes: [FactKind: Int128] = [:]
    for item in material.fundings where AccountingMonth(of: item.entry.date) == month {
      for posting in item.entry.postings
      where posting.account == .funded && place(of: posting).map(places.contains) == true {
        changes[kind(of: item), default: 0] -=
          posting.side.sign * Int128(posting.book.minorUnits)
      }
    }
    return changes
  }

  /// What of received money was found to be owed back.
  private func refunds(among rows: [PositionRow], in month: AccountingMonth) -> Int128 {
    struct Due: Hashable {
      let agreement: Reference?
      let day: CalendarDate
      let isUndone: Bool
    }
    let due = Set(
      material.refunds.filter { kind(of: $0) == .refund }.map { item in
        Due(
          agreement: item.entry.postings.lazy.compactMap(\.tags.agreement).first,
          day: item.entry.date, isUndone: item.entry.occasion == .reversed)
      })
    return rows.filter { row in
      row.measure == .received
        && due.contains(
          Due(agreement: row.reference, day: row.day, isUndone: row.book.isPositive))
    }.reduce(0) { $0 + Int128($1.book.minorUnits) }
  }

  private func kind(of item: JournalListing.Item) -> FactKind {
    guard case .reversal(let reversal) = item.fact.event else { return item.fact.kind }
    return material.undone[reversal.target]?.kind ?? .reversal
  }

  private func place(of posting: Posting) -> Place? {
    guard let agreement = posting.tags.agreement, let scope = posting.tags.scope,
      let year = posting.tags.year
    else { return nil }
    return Place(agreement: agreement, scope: scope, year: year)
  }

  /// What accounts were debited with by entries up to a day, as far as these are about the area.
  private func share(
    of items: [JournalListing.Item], by day: CalendarDate?, _ counts: (AccountCode) -> Bool
  ) -> Int128 {
    guard let day else { return 0 }
    return items.reduce(0) { sum, item in
      guard item.entry.date <= day else { return sum }
      let whole = item.entry.postings.reduce(Int128(0)) { sum, posting in
        counts(posting.account)
          ? sum + posting.side.sign * Int128(posting.book.minorUnits) : sum
      }
      let (inside, all) = weights(of: item.entry)
      // Sums of a few amounts of 64 bits multiply within 128.
      return all == 0 ? sum : sum + Rounding.halfEven.quotient(whole * inside, by: all)
    }
  }

  /// How much of an entry is about the area: by its legs that name places, else by what is recorded of
  /// its agreement by then.
  private func weights(of entry: JournalEntry) -> (inside: Int128, all: Int128) {
    let named = entry.postings.filter {
      !$0.account.isRealisedExchange && $0.account != .exchange && place(of: $0) != nil
    }
    guard named.isEmpty else {
      let inside = named.filter { place(of: $0).map(places.contains) == true }
      return (Self.size(of: inside.map(\.book)), Self.size(of: named.map(\.book)))
    }
    let agreement = entry.postings.lazy.compactMap(\.tags.agreement).first
    let recorded = material.recorded.filter { $0.reference == agreement && $0.day <= entry.date }
    let inside = recorded.filter { row in
      row.reference.map {
        places.contains(Place(agreement: $0, scope: row.scope, year: row.year))
      } == true
    }
    return (Self.size(of: inside.map(\.book)), Self.size(of: recorded.map(\.book)))
  }

  private static func size(of amounts: [Money]) -> Int128 {
    amounts.reduce(0) { $0 + Int128($1.minorUnits) }
  }
}

extension MonthlySums {
  /// Who agreed to what in the month; what was reversed in it counts down.
  func newAgreements() throws(MoneyError) -> [FundingSummary.DonorLine] {
    let month = material.month
    let new = Set(
      material.fundings.filter {
        AccountingMonth(of: $0.entry.date) == month && kind(of: $0) == .agreement
      }.flatMap { $0.entry.postings.compactMap(\.tags.agreement) })
    let rows = rows.filter { row in
      row.measure == .recorded && row.count != 0 && AccountingMonth(of: row.day) == month
        && row.reference.map(new.contains) == true
    }
    let names = material.names
    var lines: [FundingSummary.DonorLine] = []
    for (donor, position) in FundingPosition.grouped(
      rows, by: { $0.donor.map(names.donors.resolved) })
    {
      let tally = position[.recorded]
      guard !tally.isZero else { continue }
      lines.append(
        FundingSummary.DonorLine(
          donor: donor, name: names.donors.name(of: donor),
          book: try Money(sum: tally.book, of: names.head.currency), conditional: nil,
          original: tally.original, count: tally.count))
    }
    return lines.sorted {
      ($1.book.minorUnits, $0.name, $0.donor.text) < ($0.book.minorUnits, $1.name, $1.donor.text)
    }
  }

  /// What was funded at the end of each month of the calendar year, up to the report's.
  func monthEnds() throws(MoneyError) -> [MonthlyFunding.MonthEnd] {
    var ends: [MonthlyFunding.MonthEnd] = []
    var month: AccountingMonth? = material.month
    while let current = month, current.year == material.month.year {
      let sum = position(on: current.lastDay).funded(on: .recorded).book
      ends.insert(
        MonthlyFunding.MonthEnd(
          month: current, funded: try Money(sum: sum, of: material.names.head.currency)),
        at: 0)
      month = current.previous
    }
    return ends
  }
}
