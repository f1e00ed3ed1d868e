public import Bookkeeping
public import Funding
public import Monetary

extension Forecast {
  /// What a ledger has to say for a forecast.
  public struct Material: Sendable {
    /// The budget year of the request.
    public var year: BudgetYear
    /// By when money counts as funded.
    public var basis: FundingBasis
    /// The last month.
    public var through: AccountingMonth
    /// What moved money of the area up to the month of the day; its stamp is of the day.
    public let money: MonthlyFunding.Material
    /// Rows inside the area, of all years, up to the day.
    let rows: [PositionRow]
    /// Every agreement as it stands on the day.
    public var agreements: [AgreementStanding] = []
    /// Pledges that were not undone by then.
    public var pledges: [Fact] = []
    /// Spending plans that were not undone by then, in the order in which they applied.
    public var plans: [Fact] = []
    /// The rates of the currencies of what is to come.
    public var rates: RateHistory

    /// Makes material without anything to come.
    public init(
      year: BudgetYear, basis: FundingBasis, through: AccountingMonth,
      money: MonthlyFunding.Material
    ) {
      self.year = year
      self.basis = basis
      self.through = through
      self.money = money
      rows = money.rows.filter { $0.day <= money.stamp.asOf }
      rates = money.rates
    }

    /// The day on which it stands so.
    var day: CalendarDate { money.stamp.asOf }
  }

  /// Makes the forecast of what a ledger said.
  /// - Throws: `.missingRate` where what is to come has no rate on the day; `.sumOverflow` where a sum is
  ///   beyond what can be counted.
  public init(_ material: Material) throws(MoneyError) {
    let money = material.money
    let names = money.names
    let currency = names.head.currency
    var gathering = try Gathering(material)
    try gathering.addInstalments()
    try gathering.addPledges()
    items = gathering.items.sorted(by: ExpectedMoney.precedes)
    rateUses = gathering.rateUses.sorted()
    let position = FundingPosition(material.rows)
    let lapsed = material.agreements.filter { $0.periodEnds.map { $0 < material.day } ?? false }
    let available = try AvailableMoney(
      money, leavingOut: Set(lapsed.map(\.reference)), on: material.day)
    self.available = try Money(sum: available.total, of: currency)
    availableByEarmark = available.lines
    obligated = try Money(sum: position[.obligated].book, of: currency)
    let planning = Planning(material.plans, of: money.area, in: names.programme)
    plans = planning.plansInForce(through: material.through, from: material.day)
    let first = AccountingMonth(of: material.day)
    let planned = try planning.planned(in: first)
    let spent = material.rows.reduce(Int128(0)) { sum, row in
      [.spent, .supported].contains(row.measure) && AccountingMonth(of: row.day) == first
        ? sum + Int128(row.book.minorUnits) : sum
    }
    firstMonth =
      if let planned {
        FirstMonth(planned: planned, spent: try Money(sum: spent, of: currency))
      } else { nil }
    months = try Self.months(
      from: first, through: material.through, opening: self.available, items, planning,
      spent: spent)
    request = try gathering.request(
      in: FundingPosition(material.rows.filter { $0.year == material.year }))
    scope = money.area.path
    scopeName = names.programme.name(of: scope)
    year = material.year
    basis = material.basis
    self.currency = currency
    stamp = money.stamp
  }

  private static func months(
    from first: AccountingMonth, through last: AccountingMonth, opening: Money,
    _ items: [ExpectedMoney], _ planning: Planning, spent: Int128
  ) throws(MoneyError) -> [Month] {
    let currency = opening.currency
    let byMonth = Dictionary(grouping: items, by: \.month)
    var months: [Month] = []
    var closings = [Outlook: Int128](
      uniqueKeysWithValues: Outlook.allCases.map { ($0, Int128(opening.minorUnits)) })
    var current: AccountingMonth? = first
    while let month = current, month <= last {
      let items = byMonth[month] ?? []
      func sum(_ value: (ExpectedMoney) -> Money, where counts: (ExpectedMoney) -> Bool) -> Int128 {
        items.reduce(0) { counts($1) ? $0 + Int128(value($1).minorUnits) : $0 }
      }
      let instalments = sum(\.book) { $0.kind == .instalment }
      let pledged = sum(\.book) { $0.kind == .pledge }
      let expected = sum(\.expected) { $0.kind == .pledge }
      var planned = try planning.planned(in: month).map { Int128($0.minorUnits) }
      if month == first { planned = planned.map { max($0 - max(spent, 0), 0) } }
      let start = closings[.likely] ?? 0
      for (outlook, come) in [(Outlook.none, 0), (.likely, expected), (.all, pledged)] {
        closings[outlook, default: 0] += instalments + come - (planned ?? 0)
      }
      func amount(_ sum: Int128?) throws(MoneyError) -> Money {
        try Money(sum: sum ?? 0, of: currency)
      }
      months.append(
        Month(
          month: month, opening: try amount(start), instalments: try amount(instalments),
          overdue: try amount(sum(\.book) { $0.kind == .instalment && $0.isOverdue }),
          pledged: try amount(pledged), expected: try amount(expected),
          planned: planned == nil ? nil : try amount(planned),
          closing: try amount(closings[.likely]),
          closingWithoutPledges: try amount(closings[.none]),
          closingWithAllPledges: try amount(closings[.all])))
      current = month.next
    }
    return months
  }
}

/// The gathering of what is to come.
private struct Gathering {
  let material: Forecast.Material
  var items: [ExpectedMoney] = []
  var rateUses: Set<RateUse> = []
  private var rates: RateHistory
  private let currency: Currency
  /// The pledges for the budget year of the request.
  private var pledged: Int128 = 0
  private var expected: Int128 = 0

  init(_ material: Forecast.Material) throws(MoneyError) {
    self.material = material
    rates = material.rates
    currency = material.money.names.head.currency
  }

  /// Adds what of agreements is open in the area: by their instalments, and what these leave.
  ///
  /// Where only part of an agreement is for the area, so much of its instalments up to any of them is as what
  /// is open there is of all that is open, rounded to the nearest minor unit, a half up; together they are
  /// what is open there.
  mutating func addInstalments() throws(MoneyError) {
    let measures: [PositionRow.Measure: Int128] = [
      .signed: 1, .allocated: 1, .received: -1, .receivedAllocated: -1,
    ]
    var open: [Reference: Int128] = [:]
    for row in material.rows {
      guard let sign = measures[row.measure], let reference = row.reference else { continue }
      open[reference, default: 0] += sign * Int128(row.amount.minorUnits)
    }
    for agreement in material.agreements {
      guard let here = open[agreement.reference], here > 0 else { continue }
      let inside = try Money(sum: here, of: agreement.amount.currency)
      let outside = Int64(clamping: Int128(agreement.open.minorUnits) - here)
      var (due, shared) = (Money.zero(inside.currency), Money.zero(inside.currency))
      for instalment in agreement.instalments {
        due = try due.adding(instalment.amount)
        let share = due.allocated(by: [inside.minorUnits, max(outside, 0)])[0]
        let part = try share.subtracting(shared)
        shared = share
        guard part.isPositive else { continue }
        try add(.instalment, agreement.reference, agreement.donor, part, on: instalment.due)
      }
      let undated = try inside.subtracting(shared)
      if undated.isPositive { try add(.open, agreement.reference, agreement.donor, undated) }
    }
  }

  /// Adds what no agreement took up of the pledges for the area.
  mutating func addPledges() throws(MoneyError) {
    let rows = material.rows.filter { $0.measure == .pledged }
    let positions = FundingPosition.grouped(rows, by: \.reference)
    let years = Dictionary(rows.map { ($0.reference, $0.year) }) { $1 }
    for fact in material.pledges {
      guard case .pledge(let pledge) = fact.event, let position = positions[pledge.reference]
      else { continue }
      let outstanding = try position[.pledged].original.amount(in: pledge.amount.currency)
      guard outstanding.isPositive else { continue }
      let item = try add(
        .pledge, pledge.reference, pledge.donor, outstanding, on: pledge.expected,
        pledge.probability)
      if years[pledge.reference] == material.year {
        pledged += Int128(item.book.minorUnits)
        expected += Int128(item.expected.minorUnits)
      }
    }
  }

  /// How much of the request is funded and will be, where `position` is what the year's rows come to.
  func request(in position: FundingPosition) throws(MoneyError) -> RequestOutlook {
    let names = material.money.names
    let funded = position.funded(on: material.basis).book
    return RequestOutlook(
      requested: try Money(sum: position[.requested].book, of: currency),
      funded: try Money(sum: funded, of: currency),
      agreed: try Money(sum: position.funded(on: .signed).book - funded, of: currency),
      pledged: try Money(sum: pledged, of: currency),
      expected: try Money(sum: expected, of: currency),
      isComplete: material.money.area.roots.allSatisfy(names.programme.showsPercentage(of:)))
  }

  @discardableResult
  private mutating func add(
    _ kind: ExpectedMoney.Kind, _ reference: Reference, _ donor: DonorID, _ amount: Money,
    on due: CalendarDate? = nil, _ probability: Probability? = nil
  ) throws(MoneyError) -> ExpectedMoney {
    let (day, donors) = (material.day, material.money.names.donors)
    let conversion = try rates.conversion(
      from: amount.currency, to: currency, on: day, known: material.money.stamp.known)
    rateUses.formUnion(conversion.rates.map { RateUse(of: $0, on: day) })
    let book = try conversion.converting(amount)
    let month = due.map { AccountingMonth(of: max($0, day)) }
    let item = ExpectedMoney(
      kind: kind, reference: reference, donor: donors.resolved(donor),
      name: donors.name(of: donors.resolved(donor)), due: due,
      month: month.flatMap { $0 <= material.through ? $0 : nil },
      isOverdue: due.map { $0 < day } ?? false, original: amount, book: book,
      probability: probability,
      expected: kind == .pledge ? probability?.expected(of: book) ?? .zero(currency) : book)
    items.append(item)
    return item
  }
}
