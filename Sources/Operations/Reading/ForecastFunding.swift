public import Bookkeeping
import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// What money there will be for a scope against what will be spent: asks a ledger what the report needs.
public struct ForecastFunding: Hashable, Sendable {
  /// How far to look ahead.
  public enum Horizon: Hashable, Sendable {
    /// To the end of the budget year of the request.
    case endOfYear
    /// So many months, that of the day among them; at least 1.
    case months(Int)
    /// To the end of a month.
    case month(AccountingMonth)
  }

  /// The scope or situation, by its path; nil as for ``SummariseFunding``.
  public var scope: String?
  /// The budget year of the request; nil means that of `asOf`.
  public var year: BudgetYear?
  /// The day up to which facts count.
  public var asOf: CalendarDate
  /// By when money counts as funded.
  public var basis: FundingBasis
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?
  /// How far to look ahead.
  public var horizon = Horizon.endOfYear

  /// Asks for the forecast of `scope` from `asOf` on.
  public init(
    scope: String?, asOf: CalendarDate, year: BudgetYear? = nil, basis: FundingBasis = .recorded,
    known: Instant? = nil
  ) {
    self.scope = scope
    self.asOf = asOf
    self.year = year
    self.basis = basis
    self.known = known
  }

  /// Makes the forecast from `ledger`.
  /// - Throws: ``Refusal`` for a scope that is not declared, or a horizon that is over; `MoneyError`; what
  ///   reading the ledger throws.
  public func report(of ledger: some Ledger) throws -> Forecast {
    let names = ledger.names.asOf(asOf, known: known)
    let area = try names.requireArea(scope ?? names.mainScope.text)
    let year = year ?? BudgetYear(of: asOf)
    let follow = FollowMonth(AccountingMonth(of: asOf), scope: scope, known: known)
    var money = try follow.money(in: area, of: ledger, names)
    money.stamp = try ledger.stamp(asOf: asOf, known: known)
    var material = Forecast.Material(
      year: year, basis: basis, through: try lastMonth(in: year), money: money)
    let facts = try ledger.facts(
      of: [
        .agreement, .amendment, .writeOff, .refund, .reported, .pledge, .spendingPlan, .reversal,
      ]
    ).standing(on: asOf, known: known).map(\.fact)
    material.agreements = try AgreementStanding.all(
      of: facts.filter { ![.pledge, .spendingPlan].contains($0.kind) },
      sums: try ledger.agreementSums(asOf: asOf, known: known), in: names.head.currency, on: asOf)
    material.pledges = facts.filter { $0.kind == .pledge }
    material.plans = facts.filter { $0.kind == .spendingPlan }
    let currencies =
      material.agreements.map(\.amount.currency) + material.pledges.flatMap(\.currencies)
    material.rates = try ledger.rates(of: currencies.map { ($0, asOf) })
    return try Forecast(material)
  }

  /// The last month that is looked at.
  private func lastMonth(in year: BudgetYear) throws(Refusal) -> AccountingMonth {
    let first = AccountingMonth(of: asOf)
    let last: AccountingMonth
    switch horizon {
    case .endOfYear: last = AccountingMonth(lastOf: year)
    case .months(let count): last = (1..<count).reduce(first) { month, _ in month.next ?? month }
    case .month(let month): last = month
    }
    guard last >= first else {
      throw Refusal(Fault(.forecastHorizon, last.description, asOf.description))
    }
    return last
  }
}
