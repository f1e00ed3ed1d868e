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

  /// What is told of each write-off and refund that left less than was spent by its day; of what was `reversed`
  /// nothing.
  static func shortfalls(
    in ledger: some Ledger, without reversed: Set<FactID>
  ) throws -> [Diagnostic] {
    let given = try ledger.facts(of: [.writeOff, .refund]).filter { !reversed.contains($0.id) }
    let found = try ledger.shortfalls(of: Set(given.compactMap(\.fact.agreementGivenUp)))
    return given.compactMap { named in
      found[named.id].map { warning(of: $0, in: named, of: ledger) }
    }
  }
}
