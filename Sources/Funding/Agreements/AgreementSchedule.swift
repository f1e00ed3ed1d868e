public import Bookkeeping
public import Diagnostics
public import Monetary

/// When an agreement's money may be spent, when it ends, and what falls due under it, as amended.
public struct AgreementSchedule: Hashable, Sendable {
  /// How much is agreed, in the agreement's currency.
  public private(set) var amount: Money
  /// The last day of the work it pays for; nil where none is agreed.
  public private(set) var ends: CalendarDate?
  /// The only days on which its money may be spent; nil where none are agreed.
  public private(set) var period: DateInterval?
  /// Payments due; those that an amendment left as they were come first, then each by its day.
  public private(set) var instalments: [Instalment]
  /// Reports owed, delivered or not.
  public private(set) var reports: [ReportDuty]

  /// What was signed.
  public init(of agreement: Agreement) {
    amount = agreement.amount
    ends = agreement.ends
    period = agreement.terms.period
    instalments = agreement.instalments.byDay
    reports = agreement.reports
  }

  /// Takes in an amendment.
  ///
  /// Its instalments take the place of the last ones: those before them stay that, together with these,
  /// come to no more than is agreed now. Its reports take the place of those that were not `delivered`.
  /// - Throws: `.sumOverflow`.
  public mutating func amend(
    by amendment: Amendment, delivered: some Sequence<ReportDuty>
  ) throws(MoneyError) {
    if let change = amendment.amount { amount = try amount.adding(change) }
    ends = amendment.ends ?? ends
    period = amendment.period ?? period
    if !amendment.instalments.isEmpty {
      let kept = Int128(amount.minorUnits) - amendment.instalments.sum
      instalments = instalments.paid(by: kept) + amendment.instalments.byDay
    }
    if !amendment.reports.isEmpty {
      let delivered = Set(delivered)
      reports = reports.filter(delivered.contains) + amendment.reports
    }
  }
}

extension AgreementSchedule {
  /// Whether the last day of the work is over on `day`; never where none is agreed.
  public func isOver(on day: CalendarDate) -> Bool { ends.map { $0 < day } ?? false }

  /// That instalments are agreed, and come to another amount than is agreed by now; nil where they do not.
  public func caution(about agreement: Reference) -> Fault? {
    instalments.isEmpty ? nil : fault(ofInstalmentsOf: agreement, summingTo: instalments.sum)
  }

  /// That the instalments of an amendment, with those that were received in full by then, sum to another
  /// amount than is agreed now, by this schedule as amended; nil where they do not, or where it has none.
  ///
  /// `earlier` is the schedule before, and `settled` what was received by then, in minor units.
  func fault(
    ofInstalmentsIn amendment: Amendment, of agreement: Reference, after earlier: AgreementSchedule,
    settled: Int64
  ) -> Fault? {
    guard !amendment.instalments.isEmpty else { return nil }
    let received = earlier.instalments.paid(by: Int128(settled))
    return fault(
      ofInstalmentsOf: agreement, summingTo: received.sum + amendment.instalments.sum)
  }

  private func fault(ofInstalmentsOf agreement: Reference, summingTo sum: Int128) -> Fault? {
    guard sum != Int128(amount.minorUnits) else { return nil }
    return Fault(
      .amendmentInstalments, agreement.text,
      Money(minorUnits: Int64(clamping: sum), of: amount.currency).description, amount.description)
  }
}

extension AgreementSchedule {
  /// Whether an amendment makes it another one, whatever the order of its reports.
  func isChanged(by amendment: Amendment, delivered: some Sequence<ReportDuty>) -> Bool {
    var amended = self
    // What is beyond counting is refused as such.
    guard (try? amended.amend(by: amendment, delivered: delivered)) != nil else { return true }
    return amended.amount != amount || amended.ends != ends || amended.period != period
      || amended.instalments != instalments || amended.reports.byDay != reports.byDay
  }

  /// What may still be spent on a day of money that is left: none of it once its period is over.
  ///
  /// - Parameters:
  ///   - left: In minor units; negative where more was spent than there is.
  ///   - day: The day.
  /// - Returns: The same, and nothing instead of what is left once the period is over.
  public func spendable(of left: Int128, on day: CalendarDate) -> Int128 {
    guard let period, period.last < day else { return left }
    return min(left, 0)
  }
}

extension Agreement {
  /// What falls due before the day on which it is signed, instalments first, and forms of reports nobody knows.
  public func cautions(signed: CalendarDate) -> [Fault] {
    Self.cautions(about: reference, signed: signed, instalments, reports)
  }

  /// That it is signed before the day on which its pledge was made; nil where it is not, or takes up none.
  public func caution(signed: CalendarDate, pledged: CalendarDate?) -> Fault? {
    guard let pledge, let pledged, signed < pledged else { return nil }
    return Fault(
      .agreementBeforePledge, signed.description, reference.text, pledge.text, pledged.description)
  }

  /// That nobody says where some of its money may be used: not even that it is not stated.
  var cautionOfUse: Fault? {
    let isSaid = terms.earmark != nil || !parts.isEmpty && parts.allSatisfy { $0.earmark != nil }
    return isSaid ? nil : Fault(.earmarkMissing, reference.text)
  }

  fileprivate static func cautions(
    about agreement: Reference, signed: CalendarDate, _ instalments: [Instalment],
    _ reports: [ReportDuty]
  ) -> [Fault] {
    instalments.filter { $0.due < signed }.map {
      Fault(
        .instalmentBeforeSigning, $0.due.description, agreement.text, signed.description)
    }
      + reports.filter { $0.due < signed }.map {
        Fault(.reportBeforeSigning, $0.due.description, agreement.text, signed.description)
      } + reports.compactMap(\.form.caution)
  }
}

extension Amendment {
  /// What falls due by it before the day on which the agreement was signed, instalments first, and forms of
  /// reports nobody knows.
  public func cautions(about agreement: Reference, signed: CalendarDate) -> [Fault] {
    Agreement.cautions(about: agreement, signed: signed, instalments, reports)
  }
}

extension [ReportDuty] {
  /// In the order of their days; those of one day by their form.
  fileprivate var byDay: [ReportDuty] {
    sorted { ($0.due, $0.form.text) < ($1.due, $1.form.text) }
  }
}

extension [Instalment] {
  /// In the order of their days; those of one day as they are stated.
  public var byDay: [Instalment] {
    enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
      .map(\.element)
  }

  /// What they sum to, in minor units.
  fileprivate var sum: Int128 { reduce(0) { $0 + Int128($1.amount.minorUnits) } }

  /// Those that so much money pays in full, taken in their order.
  fileprivate func paid(by money: Int128) -> [Instalment] {
    var left = money
    return Array(
      prefix { instalment in
        left -= Int128(instalment.amount.minorUnits)
        return left >= 0
      })
  }
}
