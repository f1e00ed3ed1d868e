import Bookkeeping
import Diagnostics
import Funding
import Monetary

// What was agreed beyond what was pledged.
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
}
