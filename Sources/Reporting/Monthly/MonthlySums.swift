import Bookkeeping
import Funding
import Monetary

/// What moved in the months of a report, of one budget year or of all, in minor units of the book currency.
struct MonthlySums {
  typealias Lines = [MonthlyFunding.Kind: Int128]

  private let index: MonthlyIndex
  /// The budget year; nil for all.
  private let year: BudgetYear?
  /// What the rows inside the area come to, of the year.
  private let sums: DailySums

  private var material: MonthlyFunding.Material { index.material }

  /// Will sum what is of a budget year; with nil, of all.
  init(_ index: MonthlyIndex, of year: BudgetYear? = nil) {
    self.index = index
    self.year = year
    sums =
      year.map { index.sumsOfYear[$0] ?? DailySums() }
      ?? index.sumsOfYear.values.reduce(into: DailySums()) { $0.add($1) }
  }

  /// What the rows up to a day come to; before the calendar begins, nothing.
  func position(on day: CalendarDate?) -> DailySums.Position { sums.position(on: day) }

  /// What was received and not spent by a day.
  func unspent(on day: CalendarDate) -> Int128 { Totals(self, on: day).unspent }

  /// What moved each account in a month.
  func sums(in month: AccountingMonth) -> [MonthlyFunding.Account: Lines] {
    let (first, last) = (month.firstDay, month.lastDay)
    let before = Totals(self, on: first.previous)
    let after = Totals(self, on: last)
    func moved(_ measure: PositionRow.Measure) -> Int128 {
      after.position[measure] - before.position[measure]
    }
    let recorded = changes(of: .funded, told: .recorded, by: material.fundings, in: month)
    let signed = changes(of: .signed, told: .signed, by: material.signings, in: month)
    let refunded = refunds(in: month)
    let restated = restated(in: month)
    let settled = moved(.received) - refunded - restated
    let carriedIn = moved(.carriedIn)
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
        Self.agreements(recorded).merging([
          .refunds: recorded[.refund] ?? 0, .allocated: moved(.allocated), .carriedIn: carriedIn,
        ]) { $1 }),
      .receivable: account(
        \.receivable,
        Self.agreements(signed).merging([
          .allocated: moved(.allocated) - moved(.receivedAllocated), .settled: -settled,
          .exchange: after.claimExchange - before.claimExchange - restated,
          .byHand: after.otherClaims - before.otherClaims,
        ]) { $1 }),
      .unspent: account(
        \.unspent,
        [
          .settled: settled, .refunds: refunded, .allocated: moved(.receivedAllocated),
          .exchange: after.unspentExchange - before.unspentExchange + restated,
          .bankCharges: after.charges - before.charges,
          .byHand: after.otherMoney - before.otherMoney, .brought: after.brought - before.brought,
          .spent: before.spent - after.spent, .supportCost: before.supported - after.supported,
        ]),
    ]
  }

  /// What facts made of what was agreed, by their kind.
  private static func agreements(_ changes: [FactKind: Int128]) -> Lines {
    [
      .newAgreements: changes[.agreement] ?? 0, .amendments: changes[.amendment] ?? 0,
      .writtenOff: changes[.writeOff] ?? 0,
    ]
  }

  /// What stands on a day.
  private struct Totals {
    let position: DailySums.Position
    let exchange: Int128
    let charges: Int128
    let brought: Int128
    let signed: Int128
    let claimExchange: Int128
    let settlementExchange: Int128
    let otherClaims: Int128
    let otherMoney: Int128

    init(_ sums: MonthlySums, on day: CalendarDate?) {
      position = sums.position(on: day)
      exchange = sums.share(of: sums.index.exchange, by: day)
      charges = sums.share(of: sums.index.charges, by: day)
      brought = sums.index.brought.amount(by: day, of: sums.year)
      signed = sums.index.claims.signed(by: day, of: sums.year)
      claimExchange = sums.index.claims.exchange(by: day, of: sums.year)
      settlementExchange = sums.index.claims.settlementExchange(by: day, of: sums.year)
      otherClaims = sums.index.claims.others(by: day, of: sums.year)
      otherMoney = sums.index.claims.enteredMoney(by: day, of: sums.year)
    }

    var funded: Int128 { position.funded }
    var received: Int128 { position.received }
    /// What was carried in was received, or is owed, in the year it comes from.
    var receivable: Int128 {
      signed + position[.allocated] - received + claimExchange + otherClaims
    }
    /// What no agreement pays for is not spent of what they gave.
    var spent: Int128 { position.ofAgreements(.spent) }
    var supported: Int128 { position.ofAgreements(.supported) }
    /// What was realised by exchange, and by how much the books took what was settled at more than its frozen rate.
    var unspentExchange: Int128 { exchange + settlementExchange }
    var unspent: Int128 {
      received + unspentExchange + charges + brought + otherMoney - spent - supported
    }
  }

  /// What entries credited an account with in a month, and rows of a measure tell, by the kind of fact; a reversal is
  /// of the kind it undoes.
  private func changes(
    of account: AccountCode, told measure: PositionRow.Measure, by items: [JournalListing.Item],
    in month: AccountingMonth
  ) -> [FactKind: Int128] {
    var changes: [FactKind: Int128] = [:]
    var inside = MonthlyIndex.insideRows(of: measure, in: material)
    for item in items where AccountingMonth(of: item.entry.date) == month {
      for posting in item.entry.postings
      where posting.account == account && index.holds(posting, of: year)
        && inside?.take(posting) ?? true
      {
        changes[kind(of: item), default: 0] -=
          posting.side.sign * Int128(posting.book.minorUnits)
      }
    }
    return changes
  }

  /// What of money received was found to be owed back in a month.
  private func refunds(in month: AccountingMonth) -> Int128 {
    struct Due: Hashable {
      let agreement: Reference?
      let day: CalendarDate
      let isUndone: Bool
    }
    let due = Set(
      material.refunds.filter {
        AccountingMonth(of: $0.entry.date) == month && kind(of: $0) == .refund
          && !$0.entry.postings.contains { $0.account.isWithin(.overpayments) }
      }.map { item in
        Due(
          agreement: item.entry.postings.lazy.compactMap(\.tags.agreement).first,
          day: item.entry.date, isUndone: item.entry.occasion == .reversed)
      })
    guard !due.isEmpty else { return 0 }
    // What is owed back is taken out of what was signed, too; what no longer came is not.
    var given = Dictionary(grouping: material.rows.filter { $0.measure == .signed }) {
      GivenBack($0)
    }.mapValues(\.count)
    return material.rows.filter { row in
      guard row.measure == .received, !row.amount.isZero, isOfYear(row),
        due.contains(Due(agreement: row.reference, day: row.day, isUndone: row.book.isPositive)),
        let count = given[GivenBack(row)], count > 0
      else { return false }
      given[GivenBack(row)] = count - 1
      return true
    }.reduce(0) { $0 + Int128($1.book.minorUnits) }
  }

  /// What tells a row of what is owed back from others of its day.
  private struct GivenBack: Hashable {
    let agreement: Reference?
    let scope: ScopePath
    let year: BudgetYear
    let amount: Money
    let book: Money

    init(_ row: PositionRow) {
      agreement = row.reference
      scope = row.scope
      year = row.year
      amount = row.amount
      book = row.book
    }
  }

  /// By how much more what had been received is worth in a month, since its frozen rate is another.
  private func restated(in month: AccountingMonth) -> Int128 {
    material.rows.reduce(0) { sum, row in
      row.measure == .received && row.amount.isZero && isOfYear(row)
        && AccountingMonth(of: row.day) == month ? sum + Int128(row.book.minorUnits) : sum
    }
  }

  private func isOfYear(_ row: PositionRow) -> Bool { year.map { $0 == row.year } ?? true }

  private func kind(of item: JournalListing.Item) -> FactKind {
    guard case .reversal(let reversal) = item.fact.event else { return item.fact.kind }
    return material.undone[reversal.target]?.kind ?? .reversal
  }

  /// What accounts were credited with by entries up to a day, as far as these are about the year.
  private func share(of entries: [MonthlyIndex.Share], by day: CalendarDate?) -> Int128 {
    guard let day else { return 0 }
    return entries.reduce(0) { $1.day <= day ? $0 + $1.amount(of: year) : $0 }
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
    let rows = material.rows.filter { row in
      row.measure == .recorded && row.count != 0 && isOfYear(row)
        && AccountingMonth(of: row.day) == month && row.reference.map(new.contains) == true
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
      let sum = position(on: current.lastDay).funded
      ends.insert(
        MonthlyFunding.MonthEnd(
          month: current, funded: try Money(sum: sum, of: material.names.head.currency)),
        at: 0)
      month = current.previous
    }
    return ends
  }
}
