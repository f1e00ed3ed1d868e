import Bookkeeping
import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// Everything about one donor on a day.
public struct ShowDonor: Hashable, Sendable {
  /// The donor, by its code, its name or an alias.
  public var donor: String
  /// The day up to which facts count.
  public var asOf: CalendarDate
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?

  /// Asks for everything about `donor` on `asOf`.
  public init(_ donor: String, asOf: CalendarDate, known: Instant? = nil) {
    self.donor = donor
    self.asOf = asOf
    self.known = known
  }

  /// Makes the dossier from `ledger`.
  /// - Throws: ``Refusal`` where no donor bears the name; `MoneyError.sumOverflow`; what reading the
  ///   ledger throws.
  public func dossier(of ledger: some Ledger) throws -> DonorDossier {
    let names = ledger.names.asOf(asOf, known: known)
    let id = names.donors.resolved(try names.requireDonor(donor))
    guard let found = names.donors.donor(id) else { throw Refusal(Fault(unknownDonor: donor)) }
    var entries = ListJournal(to: asOf)
    entries.donor = id.text
    entries.known = known
    entries.showsMemorandum = false
    let facts = try standing(of: names.donors.group(of: id), in: ledger)
    let journal = try entries.listing(of: ledger)
    return try DonorDossier(
      found, facts: facts,
      rows: try ledger.rows(
        PositionQuery(
          .inside, Area(of: .global), year: nil,
          measures: [.pledged, .signed, .recorded, .received],
          asOf: asOf, known: known)
      ).map(\.row),
      names: names, journal: journal,
      rates: try ledger.rates(of: (facts + journal.items.map(\.fact)).flatMap(\.conversions)))
  }

  /// The pledges of `donors`, and the agreements that they signed or finance part of with what amends
  /// these, that were not reversed by the day.
  private func standing(of donors: Set<DonorID>, in ledger: some Ledger) throws -> [Fact] {
    let facts = try ledger.facts(of: [.pledge, .agreement, .amendment, .reversal])
      .standing(on: asOf, known: known).map(\.fact)
    let agreements = facts.agreements(of: donors)
    return facts.filter { fact in
      switch fact.event {
      case .pledge(let pledge): donors.contains(pledge.donor)
      case .agreement, .amendment: fact.signedOrAmended(among: agreements) != nil
      default: false
      }
    }
  }
}
