public import Bookkeeping
public import Funding
public import Monetary

/// An agreement as it stands on a day: its terms as amended, what came of them, and what is due.
public struct AgreementStanding: Hashable, Sendable {
  /// How far an agreement has come.
  public enum Stage: String, CaseIterable, Hashable, Sendable {
    /// Not yet in the funding records.
    case signed
    /// In the funding records, and the work it pays for has not begun.
    case recorded
    /// The work has begun, or no first day is agreed; its last day is not over, or none is agreed.
    case active
    /// The last day is over, and something is open, a report owed, or money to be paid back.
    case ended
    /// The last day is over, nothing is open or to be paid back, and every report is delivered.
    case closed
  }

  /// What it is called.
  public let reference: Reference
  /// Who signed it, as recorded.
  public let donor: DonorID
  /// Who gives, as recorded, each once: who signed, then who finances parts of it.
  public let donors: [DonorID]
  /// The day it was signed.
  public let signed: CalendarDate
  /// The last day of the work it pays for, as amended; nil where none is agreed.
  public let ends: CalendarDate?
  /// The last day on which its money may be spent, as amended; nil where no period is agreed.
  public let periodEnds: CalendarDate?
  /// How much, as amended, in its own currency.
  public let amount: Money
  /// Its conditions, in the order of its terms, and how far each is met.
  public let conditions: [ConditionStanding]
  /// What was settled of it less what is owed back, in its own currency.
  public let received: Money
  /// What is left to be settled, in its own currency; negative where a raise came after its money.
  public let open: Money
  /// What was written off of it or is owed back: `amount` less `received` and `open`.
  public let givenUp: Money
  /// What may still be spent of it, in the book currency; negative where more was.
  public let available: Money
  /// What was left of it when its period was over, in the book currency; nothing until then.
  public let lapsed: Money
  /// What of its money is the donor's.
  public let owedBack: OwedBack
  /// What is left to be paid of each refund, by the day it was due, in its currency; those paid are left out.
  public let refundsDue: [Instalment]
  /// How far it has come.
  public let stage: Stage
  /// What is left to be settled of each instalment, by the day it is due; those settled are left out.
  ///
  /// Money settles them in the order of their days. Together they are no more than what is open: what is
  /// written off is taken from the latest.
  public let instalments: [Instalment]
  /// The reports that it owes still, by the day they are due.
  public let reports: [ReportDuty]

  /// Makes the standings of the agreements that `facts` sign.
  ///
  /// - Parameters:
  ///   - facts: What counts by the day and was not undone, in the order in which it applied: agreements,
  ///     amendments, write-offs, refunds and reports delivered.
  ///   - sums: What was received of each and is left to spend, by reference.
  ///   - available: What is left to spend of those of which the sums do not tell, by reference.
  ///   - conditions: How far conditions are met, by reference.
  ///   - held: What accounts hold of each, by reference.
  ///   - bookCurrency: The currency of the books.
  ///   - day: The day on which they stand so.
  /// - Returns: One an agreement, the oldest first.
  /// - Throws: `.sumOverflow` where a sum is beyond what can be counted.
  public static func all(
    of facts: [Fact], sums: [Reference: AgreementSums], available: [Reference: Int128] = [:],
    conditions: [Reference: [ConditionStanding]] = [:], held: [Reference: HeldMoney] = [:],
    in bookCurrency: Currency, on day: CalendarDate
  ) throws(MoneyError) -> [AgreementStanding] {
    var drafts: [Reference: Draft] = [:]
    for fact in facts {
      if case .agreement(let agreement) = fact.event {
        drafts[agreement.reference] = Draft(agreement, in: fact)
      } else if let reference = fact.mentions.first(where: { drafts[$0] != nil }) {
        try drafts[reference]?.add(fact)
      }
    }
    var standings: [AgreementStanding] = []
    for (reference, draft) in drafts {
      let sums = sums[reference] ?? AgreementSums()
      let left = available[reference] ?? sums.available(isRecorded: draft.recorded <= day)
      standings.append(
        try AgreementStanding(
          draft, received: try Money(sum: sums.received, of: draft.schedule.amount.currency),
          left: try draft.left(left, in: bookCurrency, on: day),
          conditions: conditions[reference] ?? [],
          owedBack: try OwedBack(
            held[reference] ?? HeldMoney(), isOver: draft.schedule.isOver(on: day),
            in: bookCurrency), on: day))
    }
    return standings.sorted { ($0.signed, $0.reference) < ($1.signed, $1.reference) }
  }

  private init(
    _ draft: Draft, received: Money, left: Left, conditions: [ConditionStanding],
    owedBack: OwedBack, on day: CalendarDate
  ) throws(MoneyError) {
    let agreement = draft.agreement
    reference = agreement.reference
    donor = agreement.donor
    donors = draft.donors
    signed = draft.signed
    ends = draft.schedule.ends
    periodEnds = draft.schedule.period?.last
    amount = draft.schedule.amount
    self.conditions = conditions
    self.received = received
    available = left.available
    lapsed = left.lapsed
    let settled = try received.adding(draft.refunded)
    open = try amount.subtracting(settled).subtracting(draft.writtenOff)
    givenUp = try draft.writtenOff.adding(draft.refunded)
    instalments = draft.schedule.standings(settled: settled, writtenOff: draft.writtenOff)
      .filter(\.open.isPositive).map { Instalment(due: $0.instalment.due, amount: $0.open) }
    reports = draft.owed
    self.owedBack = owedBack
    refundsDue = draft.refunds.map { Instalment(due: $0.due, amount: $0.refund.unpaid(on: day)) }
      .filter(\.amount.isPositive)
    stage =
      if day < draft.recorded {
        .signed
      } else if draft.schedule.isOver(on: day) {
        open.isPositive || !reports.isEmpty || owedBack.total.isPositive ? .ended : .closed
      } else {
        agreement.starts.map { day < $0 } ?? false ? .recorded : .active
      }
  }

  /// What is left of an agreement's money: what may be spent, and what may not any more.
  private typealias Left = (available: Money, lapsed: Money)

  /// An agreement, and what its facts make of it.
  private struct Draft {
    let agreement: Agreement
    let signed: CalendarDate
    let recorded: CalendarDate
    var donors: [DonorID]
    var schedule: AgreementSchedule
    var writtenOff: Money
    var refunded: Money
    var refunds: [(due: CalendarDate, refund: Refund)] = []
    var delivered: [ReportDuty] = []

    init(_ agreement: Agreement, in fact: Fact) {
      self.agreement = agreement
      signed = fact.date
      recorded = fact.inRecords
      donors = agreement.donors
      schedule = AgreementSchedule(of: agreement)
      writtenOff = .zero(agreement.amount.currency)
      refunded = writtenOff
    }

    mutating func add(_ fact: Fact) throws(MoneyError) {
      donors = (donors + fact.financingDonors).distinct
      switch fact.event {
      case .amendment(let amendment): try schedule.amend(by: amendment, delivered: delivered)
      case .writeOff(let writeOff): writtenOff = try writtenOff.adding(writeOff.amount)
      case .refund(let refund):
        refunds.append((fact.date, refund))
        if !refund.isOfOverpayment { refunded = try refunded.adding(refund.amount) }
      case .reported(let delivery): delivered.append(delivery.duty)
      default: break
      }
    }

    /// What of so much that is left, in minor units of a currency, may be spent on a day, and what not.
    func left(
      _ left: Int128, in currency: Currency, on day: CalendarDate
    ) throws(MoneyError) -> Left {
      let available = schedule.spendable(of: left, on: day)
      return (
        try Money(sum: available, of: currency), try Money(sum: left - available, of: currency)
      )
    }

    /// The reports that were not delivered, by the day they are due.
    var owed: [ReportDuty] {
      schedule.reports.filter { !delivered.contains($0) }.sorted {
        ($0.due, $0.form.text) < ($1.due, $1.form.text)
      }
    }
  }
}
