import Bookkeeping
import Diagnostics
import Funding
import Monetary

/// What somebody should look at again in the agreements of a ledger, as they are amended by now.
struct AgreementCautions {
  /// Each with the fact that is told of it, in the order in which the facts applied.
  private(set) var found: [(fact: NamedFact, fault: Fault)] = []
  /// What is agreed by now, by agreement.
  private(set) var schedules: [Reference: AgreementSchedule] = [:]
  private var signed: [Reference: CalendarDate] = [:]
  private var pledged: [Reference: CalendarDate] = [:]

  /// Looks at facts that were not reversed, in the order in which they apply.
  /// - Throws: `.sumOverflow`.
  init(of facts: [NamedFact]) throws(MoneyError) {
    var changed: [Reference: NamedFact] = [:]
    var delivered: [Reference: [ReportDuty]] = [:]
    for named in facts {
      switch named.fact.event {
      case .agreement(let agreement):
        schedules[agreement.reference] = AgreementSchedule(of: agreement)
        signed[agreement.reference] = named.fact.date
        let pledged = agreement.pledge.flatMap { self.pledged[$0] }
        found += agreement.cautions(signed: named.fact.date).map { (named, $0) }
        if let fault = agreement.caution(signed: named.fact.date, pledged: pledged) {
          found.append((named, fault))
        }
      case .pledge(let pledge): pledged[pledge.reference] = named.fact.date
      case .amendment(let amendment):
        guard let reference = amendment.reference.prefixes.first(where: { schedules[$0] != nil }),
          let signed = signed[reference]
        else { continue }
        try schedules[reference]?.amend(by: amendment, delivered: delivered[reference] ?? [])
        found += amendment.cautions(about: reference, signed: signed).map { (named, $0) }
        changed[reference] = named
      case .reported(let delivery): delivered[delivery.agreement, default: []].append(delivery.duty)
      default: break
      }
    }
    for (reference, named) in changed.sorted(by: { $0.key < $1.key }) {
      if let fault = schedules[reference]?.caution(about: reference) {
        found.append((named, fault))
      }
    }
  }
}
