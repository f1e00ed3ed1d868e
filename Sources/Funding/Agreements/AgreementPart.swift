public import Bookkeeping
public import Monetary

/// A share of an agreement for one budget year, of one donor.
public struct AgreementPart: Hashable, Sendable {
  /// The budget year.
  public let year: BudgetYear
  /// How much, in the agreement's currency; signed only in an amendment.
  public let amount: Money
  /// Where it may be used; nil means as the agreement says.
  public let earmark: Earmark?
  /// Who gives it; nil means the donor that signs the agreement.
  public let donor: DonorID?

  /// Makes a part.
  public init(
    year: BudgetYear, amount: Money, earmark: Earmark? = nil, donor: DonorID? = nil
  ) {
    self.year = year
    self.amount = amount
    self.earmark = earmark
    self.donor = donor
  }
}

/// Names parts of an agreement: by their budget year and, where that is not enough, scope, earmark and donor.
public struct PartSelector: Hashable, Sendable, CustomStringConvertible {
  /// The budget year.
  public let year: BudgetYear
  /// The part's place, where the year has several parts.
  public let scope: ScopePath?
  /// The part's earmark as the agreement has it now, where several parts lie at one place.
  public let earmark: Earmark?
  /// The part's donor as the agreement names it, where several give.
  public let donor: DonorID?

  /// Makes a selector.
  public init(
    year: BudgetYear, scope: ScopePath? = nil, earmark: Earmark? = nil, donor: DonorID? = nil
  ) {
    self.year = year
    self.scope = scope
    self.earmark = earmark
    self.donor = donor
  }

  /// As it is written: `2018 niger by norway`, `2018 as earmarked niger except niger/education`.
  public var description: String {
    [
      year.description, scope?.text, earmark.map { "as \($0)" }, donor.map { "by \($0)" },
    ].compactMap(\.self).joined(separator: " ")
  }
}

/// A payment that is due.
public struct Instalment: Hashable, Sendable {
  /// The day it is due.
  public let due: CalendarDate
  /// How much; positive.
  public let amount: Money

  /// Makes an instalment.
  public init(due: CalendarDate, amount: Money) {
    self.due = due
    self.amount = amount
  }
}

/// Something that must be met before part of an agreement counts as revenue.
public struct Condition: Hashable, Sendable {
  /// What must be met, in words; it names the condition.
  public let name: String
  /// How much depends on it; positive.
  public let amount: Money
  /// The part it belongs to; nil spreads it over all parts by amount.
  public let part: PartSelector?

  /// Makes a condition.
  public init(_ name: String, amount: Money, part: PartSelector? = nil) {
    self.name = name
    self.amount = amount
    self.part = part
  }
}

/// When the parts of later budget years become revenue.
public enum Deferral: String, CaseIterable, Hashable, Sendable {
  /// When the agreement is signed.
  case onSigning = "on-signing"
  /// When their year begins.
  case deferred
}

/// A report owed to the donor.
public struct ReportDuty: Hashable, Sendable, CustomStringConvertible {
  /// The day it is due.
  public let due: CalendarDate
  /// What kind of report.
  public let form: ReportForm

  /// Makes a duty.
  public init(due: CalendarDate, form: ReportForm) {
    self.due = due
    self.form = form
  }

  /// As it is written: `2018-03-31 financial`.
  public var description: String { "\(due) \(form)" }
}

/// A report delivered to the donor.
public struct ReportDelivery: Hashable, Sendable {
  /// The agreement that owed it.
  public let agreement: Reference
  /// The report, by the day it was due and its form.
  public let duty: ReportDuty

  /// Makes a delivery.
  public init(_ agreement: Reference, _ duty: ReportDuty) {
    self.agreement = agreement
    self.duty = duty
  }
}

/// A first and a last day, both included.
public struct DateInterval: Hashable, Sendable {
  /// The first day.
  public let first: CalendarDate
  /// The last day, not before the first.
  public let last: CalendarDate

  /// Takes two days, the second not before the first.
  public init?(_ first: CalendarDate, _ last: CalendarDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }
}

/// What a budget line must be for: one property with any of some values.
public struct TagRequirement: Hashable, Sendable {
  /// The property.
  public let key: Slug
  /// The values that will do, at least one.
  public let values: [Slug]

  /// Makes a requirement.
  public init(_ key: Slug, values: [Slug]) {
    self.key = key
    self.values = values
  }
}
