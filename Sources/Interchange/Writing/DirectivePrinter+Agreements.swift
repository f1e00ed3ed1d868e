import Bookkeeping
import Funding
import Monetary

// Agreements and amendments, which have the most to say.
extension DirectivePrinter {
  /// Writes what stands below an agreement.
  mutating func keys(of agreement: Agreement) {
    terms(agreement.terms)
    for part in agreement.parts { self.part(part, isSigned: false) }
    line(.starts, agreement.starts)
    line(.ends, agreement.ends)
    line(.recorded, agreement.recorded)
    line(.purpose, agreement.purpose)
    line(.pledge, agreement.pledge)
    instalments(agreement.instalments)
    for condition in agreement.conditions { self.condition(condition) }
    line(.laterYears, word: agreement.deferral?.rawValue)
    support(agreement.support)
    reports(agreement.reports)
  }

  /// Writes what stands below an amendment.
  mutating func keys(of amendment: Amendment) {
    if let change = amendment.amount {
      line(.amount)
      amount(change, isSigned: true)
    }
    for part in amendment.parts { self.part(part, isSigned: true) }
    line(.earmark, amendment.earmark)
    line(.period, amendment.period)
    for limit in amendment.limits { self.limit(limit.amount, on: limit.scope) }
    line(.ends, amendment.ends)
    line(.recorded, amendment.recorded)
    instalments(amendment.instalments)
    support(amendment.support)
    reports(amendment.reports)
    line(.reason, amendment.reason)
  }

  private mutating func terms(_ terms: Agreement.Terms) {
    line(.earmark, terms.earmark)
    line(.modality, word: terms.modality?.rawValue)
    line(.year, terms.year)
    line(.period, terms.period)
    for requirement in terms.requirements {
      line(.require)
      name(requirement.key)
      list(requirement.values)
    }
    for limit in terms.limits { self.limit(limit.amount, on: limit.scope) }
  }

  private mutating func limit(_ ceiling: Money?, on scope: ScopePath) {
    line(.limit)
    if let ceiling { amount(ceiling) } else { word("none") }
    word("on")
    name(scope)
  }

  private mutating func line(_ key: Key, _ days: DateInterval?) {
    if let days { line(key, word: "\(days.first)..\(days.last)") }
  }

  private mutating func part(_ part: AgreementPart, isSigned: Bool) {
    line(.part)
    word(part.year.description)
    amount(part.amount, isSigned: isSigned)
    if let earmark = part.earmark { self.earmark(earmark) }
    donor(part.donor)
  }

  private mutating func instalments(_ instalments: [Instalment]) {
    for instalment in instalments {
      line(.instalment)
      date(instalment.due)
      amount(instalment.amount)
    }
  }

  private mutating func reports(_ reports: [ReportDuty]) {
    for report in reports {
      line(.report)
      date(report.due)
      name(report.form)
    }
  }

  private mutating func support(_ rate: SupportRate?) {
    guard let rate else { return }
    line(.support)
    word(rate.percent.description)
    word("%")
    word(rate.base.rawValue)
  }

  private mutating func condition(_ condition: Condition) {
    line(.condition)
    text(condition.name)
    amount(condition.amount)
    guard let part = condition.part else { return }
    word("on part")
    self.part(part)
  }
}
