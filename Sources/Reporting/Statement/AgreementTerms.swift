import Bookkeeping
public import Funding
public import Monetary

/// What was agreed, as amended: what a statement says of an agreement beside its figures.
public struct AgreementTerms: Hashable, Sendable {
  /// A rate of support cost, and since when it is agreed.
  public struct Support: Hashable, Sendable {
    /// The first day; nil from the beginning.
    public let since: CalendarDate?
    /// The rate.
    public let rate: SupportRate
  }

  /// A report that was agreed.
  public struct Duty: Hashable, Sendable {
    /// The report.
    public let report: ReportDuty
    /// Whether it was delivered.
    public let isDelivered: Bool
  }

  /// The agreement as it was signed.
  public let agreement: Agreement
  /// The day it was signed.
  public let signed: CalendarDate
  /// How much it is, when it ends and what falls due under it, as amended.
  public let schedule: AgreementSchedule
  /// The rates of support cost, the oldest first; none where it takes none.
  public let support: [Support]
  /// The reports that were agreed, the earliest first, and whether each was delivered.
  public let duties: [Duty]
  /// What was signed and amended, in order.
  public let facts: [Fact]

  /// Takes the terms from what was signed and amended, in the order in which it applies.
  ///
  /// Of an agreement whose name was given again after a reversal, the last one counts.
  /// - Throws: `.sumOverflow` where the amount is beyond what can be counted.
  public init?(_ facts: [Fact]) throws(MoneyError) {
    guard
      let place = facts.lastIndex(where: { $0.kind == .agreement }),
      case .agreement(let agreement) = facts[place].event
    else { return nil }
    var schedule = AgreementSchedule(of: agreement)
    var support = agreement.support.map { [Support(since: nil, rate: $0)] } ?? []
    var delivered: [ReportDuty] = []
    for fact in facts[place...] {
      switch fact.event {
      case .amendment(let amendment):
        try schedule.amend(by: amendment, delivered: delivered)
        if let rate = amendment.support { support.append(Support(since: fact.date, rate: rate)) }
      case .reported(let delivery): delivered.append(delivery.duty)
      default: break
      }
    }
    duties = schedule.reports.sorted { ($0.due, $0.form) < ($1.due, $1.form) }.map { report in
      Duty(report: report, isDelivered: delivered.contains(report))
    }
    self.agreement = agreement
    self.facts = facts
    self.schedule = schedule
    self.support = support
    signed = facts[place].date
  }

  /// The rate for cost of `day`; nil where there is none.
  func supportRate(on day: CalendarDate) -> Support? {
    support.last { rate in rate.since.map { $0 <= day } ?? true }
  }
}

extension SupportRate {
  /// The rate in words: `7 % on direct`.
  var words: String { "\(percent) % \(base.rawValue)" }

  /// What it means, in words.
  var explanation: String {
    switch base {
    case .onDirect: "\(percent) are kept for support with each 100 that are spent"
    case .ofGross: "of each 100, support included, \(percent) are kept for support"
    }
  }
}

extension LimitChange {
  /// What becomes of the ceiling, in words: `at most 35,000.00 CHF on mali/health`.
  fileprivate var words: String {
    amount.map { "at most \($0) on \(scope)" } ?? "no limit on \(scope)"
  }
}

extension AgreementTerms {
  /// What it is called and how much it is, as signed and as amended where that differs.
  var title: String {
    let signed = agreement.amount
    let amount = schedule.amount
    let amounts = amount == signed ? "\(amount)" : "\(signed) as signed, \(amount) as amended"
    return "Agreement \(agreement.reference), \(amounts)"
  }

  /// When and over what time it was signed, and what for.
  var words: String {
    let term = [agreement.starts.map { "from \($0)" }, schedule.ends.map { "to \($0)" }]
      .compactMap(\.self).joined(separator: " ")
    let span = (["Signed \(signed)", term].filter { !$0.isEmpty }).joined(separator: ", ")
    return agreement.purpose.map { "\($0). \(span)" } ?? span
  }
}

extension Fact {
  /// What an agreement or an amendment brought, in words; nil for other facts.
  var termsInWords: String? {
    switch event {
    case .agreement: return "signed"
    case .amendment(let amendment):
      let changes = [
        amendment.amount.map { $0.isNegative ? "cut" : "raised" },
        amendment.ends.map { "ends \($0)" },
        amendment.limits.isEmpty ? nil : amendment.limits.map(\.words).joined(separator: ", "),
        amendment.period.map { "to be spent from \($0.first) to \($0.last)" },
        amendment.instalments.isEmpty ? nil : "instalments restated",
        amendment.reports.isEmpty ? nil : "reports restated",
        amendment.earmark.map { "earmark \($0.category.label.lowercased())" },
        amendment.support.map { "support \($0.words)" }, amendment.reason,
      ].compactMap(\.self)
      return changes.isEmpty ? "amended" : changes.joined(separator: "; ")
    default: return nil
    }
  }
}
