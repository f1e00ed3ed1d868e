import Bookkeeping
import Diagnostics
public import Funding
import Interchange
public import Monetary
public import Reporting

/// Everything about one agreement, pledge or fact on a day.
public struct ShowReference: Hashable, Sendable {
  /// The reference or the identifier.
  public var name: String
  /// The day up to which facts count.
  public var asOf: CalendarDate
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?

  /// Asks for everything about `name` on `asOf`.
  public init(_ name: String, asOf: CalendarDate, known: Instant? = nil) {
    self.name = name
    self.asOf = asOf
    self.known = known
  }

  /// Makes the dossier from `ledger`.
  /// - Throws: ``Refusal`` where nothing bears the name, or not yet; what reading the ledger throws.
  public func dossier(of ledger: some Ledger) throws -> Dossier {
    let facts = try counting(among: try facts(in: ledger), of: ledger)
    let writer = LedgerTextWriter()
    var items: [Dossier.Item] = []
    for named in facts {
      items.append(
        Dossier.Item(
          id: named.id, fact: named.fact,
          text: String(decoding: writer.directive(named.fact), as: UTF8.self),
          entries: try ledger.entries(of: named)))
    }
    let agreement = try Reference(name).flatMap {
      try ledger.standing(of: $0, asOf: asOf, known: known)
    }
    return Dossier(
      name,
      agreement: agreement, owedBack: try agreement.map { try owedBack(of: $0.state, in: ledger) },
      pledge: try Reference(name).flatMap {
        try ledger.standing(ofPledge: $0, asOf: asOf, known: known)
      },
      names: ledger.names.asOf(asOf, known: known), items: items,
      rates: try ledger.rates(of: facts.flatMap(\.fact.conversions)),
      stamp: try ledger.stamp(asOf: asOf, known: known))
  }

  /// What of an agreement's money is the donor's.
  private func owedBack(of state: AgreementState, in ledger: some Ledger) throws -> OwedBack {
    let reference = state.agreement.reference
    let held = try ledger.held(of: [reference], asOf: asOf, known: known)[reference]
    return try OwedBack(
      held ?? HeldMoney(), isOver: state.schedule.isOver(on: asOf), in: ledger.names.head.currency)
  }

  /// What speaks of the name, whenever it was posted and entered, and what reverses any of that.
  private func facts(in ledger: some Ledger) throws -> [NamedFact] {
    var facts = try ledger.facts(about: name)
    for named in facts {
      // What reverses one of them speaks of that fact alone.
      for other in try ledger.facts(about: named.id.text) where !facts.contains(other) {
        facts.append(other)
      }
    }
    return facts
  }

  /// Those of `facts` that count on the day, what bears the name among them.
  /// - Throws: ``Refusal`` where that is not there, was not known, or not yet.
  private func counting(
    among facts: [NamedFact], of ledger: some Ledger
  ) throws -> [NamedFact] {
    let bearers = facts.filter { named in
      named.id.text == name || Reference(name).map(named.fact.bears) ?? false
    }.map(\.fact)
    guard let entered = bearers.map(\.entered).min() else {
      let names = try ledger.references().map(\.text)
      throw Refusal(Fault(.referenceUnknown, name).suggesting(among: names))
    }
    if let known, known < entered {
      throw Refusal(
        Fault(.referenceNotKnown, name, known.description, entered.description))
    }
    let days = bearers.filter { $0.counts(on: .latest, known: known) }.map(\.counted)
    if let day = days.min(), asOf < day {
      throw Refusal(Fault(.referenceNotYet, name, asOf.description, day.description))
    }
    return facts.filter { $0.fact.counts(on: asOf, known: known) }
  }
}
