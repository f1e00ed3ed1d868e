import Bookkeeping
import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// The agreements of a ledger on a day, and what falls due under them.
public struct ListAgreements: Hashable, Sendable {
  /// Those that this donor signed or finances part of, by its code, its name or an alias; nil for all.
  public var donor: String?
  /// Those whose money lies in this scope or situation, or was moved there; nil for all.
  public var scope: String?
  /// The day up to which facts count.
  public var asOf: CalendarDate
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?

  /// Asks for the agreements as of `asOf`.
  public init(
    donor: String? = nil, scope: String? = nil, asOf: CalendarDate, known: Instant? = nil
  ) {
    self.donor = donor
    self.scope = scope
    self.asOf = asOf
    self.known = known
  }

  /// Lists the agreements of `ledger`.
  /// - Throws: ``Refusal`` for a donor or a scope that is not declared; `MoneyError.sumOverflow`; what
  ///   reading the ledger throws.
  public func listing(of ledger: some Ledger) throws -> AgreementListing {
    let material = try material(of: ledger)
    return AgreementListing(
      material.agreements, material.focus, names: material.names, stamp: material.stamp)
  }

  /// Lists what of the agreements of `ledger` is overdue, or falls due up to `day`.
  /// - Throws: As ``listing(of:)`` does.
  public func due(through day: CalendarDate, of ledger: some Ledger) throws -> DueListing {
    let material = try material(of: ledger)
    return DueListing(
      material.agreements, through: day, material.focus, names: material.names,
      stamp: material.stamp)
  }

  /// What both listings are made of.
  private struct Material {
    let agreements: [AgreementStanding]
    let focus: AgreementListing.Focus
    let names: LedgerNames
    let stamp: ReportStamp
  }

  private func material(of ledger: some Ledger) throws -> Material {
    let names = ledger.names.asOf(asOf, known: known)
    let (donor, area) = try filter(by: names)
    let group = donor.map(names.donors.group(of:))
    let recorded = try ledger.facts(
      of: [.agreement, .amendment, .fulfilled, .writeOff, .refund, .reported, .reversal])
    // What counts by the day and was not undone by then, in the order in which it applied.
    var facts = recorded.standing(on: asOf, known: known).map(\.fact)
    if let group {
      let asked = facts.agreements(of: group)
      facts = facts.filter { $0.mentions.contains(where: asked.contains) }
    }
    let sums = try ledger.agreementSums(asOf: asOf, known: known)
    var agreements = try AgreementStanding.all(
      of: facts, sums: sums,
      available: try ledger.availableAfterAmendments(among: facts, asOf: asOf, known: known),
      conditions: try conditions(of: facts.conditional, amid: recorded, in: ledger),
      held: try ledger.held(ofAll: facts.signed, asOf: asOf, known: known),
      in: names.head.currency, on: asOf)
    if let group { agreements = agreements.filter { !group.isDisjoint(with: $0.donors) } }
    if let area {
      let funding = try funding(area, in: ledger)
      agreements = agreements.filter { funding.contains($0.reference) }
    }
    return Material(
      agreements: agreements,
      focus: AgreementListing.Focus(donor: donor, scope: area?.path), names: names,
      stamp: try ledger.stamp(asOf: asOf, known: known))
  }

  /// The donor and the scope that are asked for.
  /// - Throws: ``Refusal`` with what is wrong with either.
  private func filter(by names: LedgerNames) throws(Refusal) -> (DonorID?, Area?) {
    var wrong: [Diagnostic] = []
    func asked<Value>(_ text: String?, _ find: (String) throws(Refusal) -> Value) -> Value? {
      do throws(Refusal) {
        return try text.map(find)
      } catch {
        wrong += error.diagnostics
        return nil
      }
    }
    let donor = asked(donor) { text throws(Refusal) in
      names.donors.resolved(try names.requireDonor(text))
    }
    let area = asked(scope) { text throws(Refusal) in try names.requireArea(text) }
    guard wrong.isEmpty else { throw Refusal(wrong) }
    return (donor, area)
  }

  /// How far the conditions of some agreements are met. Of those whose conditions nothing that is recorded
  /// may have changed all waits, and the ledger is not asked.
  private func conditions(
    of agreements: [Agreement], amid recorded: [NamedFact], in ledger: some Ledger
  ) throws -> [Reference: [ConditionStanding]] {
    let changed = recorded.mayChangeConditions
    let asked = agreements.map(\.reference).filter(changed.contains)
    let unchanged = agreements.filter { !changed.contains($0.reference) }
    return try ledger.conditions(of: Set(asked), asOf: asOf, known: known)
      .merging(unchanged.map { ($0.reference, $0.conditions.map(ConditionStanding.init)) }) { $1 }
  }

  /// The agreements of which a part lies in an area, or money was moved there.
  private func funding(_ area: Area, in ledger: some Ledger) throws -> Set<Reference> {
    var parts: [Reference: Int] = [:]
    var moved: [Reference: Int128] = [:]
    for row in try rows([.signed, .allocated], area, in: ledger) {
      guard let reference = row.reference else { continue }
      parts[reference, default: 0] += row.count
      if row.measure == .allocated { moved[reference, default: 0] += Int128(row.amount.minorUnits) }
    }
    return Set(parts.filter { $1 > 0 }.keys).union(moved.filter { $1 > 0 }.keys)
  }

  private func rows(
    _ measures: Set<PositionRow.Measure>, _ area: Area, in ledger: some Ledger
  ) throws -> [PositionRow] {
    try ledger.rows(
      PositionQuery(.inside, area, year: nil, measures: measures, asOf: asOf, known: known)
    ).map(\.row)
  }
}

extension [Fact] {
  /// The agreements that they sign.
  fileprivate var signed: Set<Reference> {
    Set(compactMap { $0.kind == .agreement ? $0.reference : nil })
  }

  /// The agreements among them that have conditions.
  var conditional: [Agreement] {
    compactMap { fact in
      guard case .agreement(let agreement) = fact.event, !agreement.conditions.isEmpty
      else { return nil }
      return agreement
    }
  }
}

extension [NamedFact] {
  /// The agreements of whose conditions more may be told than their terms do: something meets one or gives
  /// money up, or what bore the name was reversed.
  fileprivate var mayChangeConditions: Set<Reference> {
    let reversed = Set(compactMap(\.fact.target))
    return reduce(into: []) { changed, named in
      switch named.fact.kind {
      case .fulfilled, .amendment, .writeOff, .refund: changed.formUnion(named.fact.mentions)
      case .agreement where reversed.contains(named.id): changed.formUnion(named.fact.mentions)
      default: break
      }
    }
  }
}
