import Bookkeeping
import Diagnostics
import Funding
import Monetary

// What was agreed beyond what was pledged, and spent beyond what is left of an agreement.
extension CheckLedger {
  /// What is told of agreements that are worth more than their pledges had left; of those that were `reversed`
  /// nothing.
  static func beyondPledges(
    in ledger: some Ledger, without reversed: Set<FactID>
  ) throws -> [Diagnostic] {
    var pledges: [Reference: PledgeState] = [:]
    var cautions: [Diagnostic] = []
    for named in try ledger.facts(of: [.agreement]) where !reversed.contains(named.id) {
      guard case .agreement(let agreement) = named.fact.event, let pledge = agreement.pledge
      else { continue }
      if pledges[pledge] == nil {
        pledges[pledge] = try ledger.standing(ofPledge: pledge, asOf: .latest, known: nil)
      }
      if let fault = pledges[pledge]?.caution(about: agreement.reference) {
        cautions.append(warning(of: fault, in: named, of: ledger))
      }
    }
    return cautions
  }

  /// What is told of agreements that are worth less than was spent since something was given up of them, each
  /// at the last that gave up something; of what was `reversed` nothing.
  static func shortfalls(
    in ledger: some Ledger, without reversed: Set<FactID>
  ) throws -> [Diagnostic] {
    var last: [Reference: NamedFact] = [:]
    for named in try ledger.facts(of: [.writeOff, .refund]) where !reversed.contains(named.id) {
      if let reference = named.fact.agreementGivenUp { last[reference] = named }
    }
    guard !last.isEmpty else { return [] }
    let sums = try ledger.agreementSums(asOf: .latest, known: nil)
    return last.sorted { $0.key < $1.key }.compactMap { reference, named in
      let left = sums[reference]?.available(isRecorded: true) ?? 0
      return Fault.shortfall(of: reference, having: left, in: ledger.names.head.currency).map {
        warning(of: $0, in: named, of: ledger)
      }
    }
  }
}
