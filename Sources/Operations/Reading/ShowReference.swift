import Bookkeeping
import Diagnostics
import Funding
import Interchange
public import Monetary
public import Reporting

/// Everything about one agreement, pledge or fact.
public struct ShowReference: Hashable, Sendable {
  /// The reference or the identifier.
  public var name: String
  /// The day that stamps the dossier, unless it has a later entry.
  public var asOf: CalendarDate

  /// Asks for everything about `name`.
  public init(_ name: String, asOf: CalendarDate) {
    self.name = name
    self.asOf = asOf
  }

  /// Makes the dossier from `ledger`.
  /// - Throws: ``Refusal`` where nothing bears the name; what reading the ledger throws.
  public func dossier(of ledger: some Ledger) throws -> Dossier {
    var facts = try ledger.facts(about: name)
    for named in facts {
      // What reverses one of them speaks of that fact alone.
      for other in try ledger.facts(about: named.id.text) where !facts.contains(other) {
        facts.append(other)
      }
    }
    guard !facts.isEmpty else {
      let known = try ledger.references().map(\.text)
      throw Refusal(Fault(.referenceUnknown, name).suggesting(among: known))
    }
    let state = try Reference(name).flatMap { try ledger.state(of: $0) }
    let conditions = try ledger.conditions(
      of: facts.map(\.fact).conditional, asOf: .latest, known: nil)
    let writer = LedgerTextWriter()
    var items: [Dossier.Item] = []
    for named in facts {
      items.append(
        Dossier.Item(
          id: named.id, fact: named.fact,
          text: String(decoding: writer.directive(named.fact), as: UTF8.self),
          entries: try ledger.entries(of: named)))
    }
    let lastDay = items.flatMap(\.entries).map(\.date).max() ?? asOf
    return Dossier(
      name, state: state, conditions: state.flatMap { conditions[$0.agreement.reference] } ?? [],
      names: ledger.names, items: items,
      stamp: try ledger.stamp(asOf: max(asOf, lastDay), known: nil))
  }
}
