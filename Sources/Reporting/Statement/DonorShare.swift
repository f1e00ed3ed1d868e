import Bookkeeping
public import Funding
public import Monetary

/// What of an agreement that several donors finance is one's: what was agreed, settled and is owed of its
/// parts.
///
/// What of the claim names no part is the lead donor's, so that the shares of all donors are the whole.
public struct DonorShare: Hashable, Sendable {
  /// Who gives it, after all merges.
  public let donor: DonorID
  /// The donor's name for people.
  public let name: String
  /// Whether the donor signed the agreement.
  public let isLead: Bool
  /// How much it is, as amended up to the last day, in the agreement's currency.
  public let agreed: Money
  /// The lines of what is owed, as those of the whole agreement; what month-end rates make of it apart.
  public let receivable: [StatementLine]
  /// What of it was found to be owed back in the period, in the agreement's currency.
  public let owedBack: Money
}

/// An agreement in the statement of a donor that finances part of it and did not sign it.
///
/// What was spent, and what accounts hold, is in the statement of the donor that leads.
public struct ShareStatement: Hashable, Sendable {
  /// What was agreed.
  public let terms: AgreementTerms
  /// The name of the donor that signed.
  public let lead: String
  /// What of it is the donor's own.
  public let share: DonorShare
}

/// Who gives which part of an agreement.
public struct Financing: Hashable, Sendable {
  /// Who signed it, after all merges.
  public let lead: DonorID
  /// Who gives each part, after all merges, in the order of the parts.
  public let parts: [DonorID]
  /// What was posted to an earlier agreement of the same name, whose parts are not these.
  private let former: Set<FactID>

  /// Takes who gives what.
  public init(lead: DonorID, parts: [DonorID], former: Set<FactID>) {
    self.lead = lead
    self.parts = parts
    self.former = former
  }

  /// The donors, the lead first, then the others in the order of their parts.
  public var donors: [DonorID] { ([lead] + parts).distinct }

  /// Whose a posting is.
  func donor(of posting: Posting, in entry: StatementEntry) -> DonorID {
    guard let part = posting.tags.part, parts.indices.contains(part - 1),
      !former.contains(entry.item.id)
    else { return lead }
    return parts[part - 1]
  }
}

extension DonorShare {
  /// Whether nothing was agreed, settled or given up up to the last day.
  public var isEmpty: Bool {
    agreed.isZero && owedBack.isZero && receivable.allSatisfy(\.isZero)
  }

  /// The shares of an agreement's donors, the lead's first; none where one donor gives all.
  /// - Throws: `.sumOverflow`.
  static func all(
    of material: FundStatement.Material, _ terms: AgreementTerms?, over period: StatementPeriod
  ) throws(MoneyError) -> [DonorShare] {
    guard let terms, let financing = material.financing, financing.donors.count > 1 else {
      return []
    }
    var shares: [DonorShare] = []
    for donor in financing.donors {
      let own = material.entries.map { entry in
        StatementEntry(
          item: entry.item, origin: entry.origin, movement: entry.movement,
          postings: entry.postings.filter { financing.donor(of: $0, in: entry) == donor })
      }
      let currency = terms.agreement.amount.currency
      let promised = own.filter { [.agreed, .amended].contains($0.movement) }
      let entries = own.filter { !period.isAfter($0.item.entry.date) }
      shares.append(
        DonorShare(
          donor: donor, name: material.names.donors.name(of: donor),
          isLead: donor == financing.lead,
          agreed: try Money(
            sum: promised.sum { $0.amount(in: currency, \.isReceivable) }, of: currency),
          receivable: try StatementLine.receivable(
            of: entries, after: own.filter { period.isAfter($0.item.entry.date) },
            agreed: currency, in: material.names.head.currency),
          owedBack: try Money(
            sum: -entries.of(.refundDue).sum {
              // What was paid too much was owed back before.
              $0.amount(in: currency) { $0.isWithin(.refundsDue) || $0.isWithin(.overpayments) }
            }, of: currency)))
    }
    return shares
  }
}

extension ShareStatement {
  /// States what of an agreement is that donor's; nil where it gives nothing of it.
  /// - Throws: `.sumOverflow` where a sum is beyond what can be counted.
  public init?(
    of donor: DonorID, in material: FundStatement.Material, over period: StatementPeriod
  ) throws(MoneyError) {
    guard let terms = try AgreementTerms(material.facts), let lead = material.financing?.lead,
      let share = try DonorShare.all(of: material, terms, over: period)
        .first(where: { $0.donor == donor && !$0.isLead })
    else { return nil }
    self.terms = terms
    self.lead = material.names.donors.name(of: lead)
    self.share = share
  }
}
