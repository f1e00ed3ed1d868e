public import Bookkeeping
public import Funding
public import Monetary

/// Everything a ledger holds about one donor: who it is, what it promised and agreed to, what came of
/// that, and the entries.
public struct DonorDossier: Hashable, Sendable {
  /// A pledge, and what of it no agreement has taken up.
  public struct PledgeLine: Hashable, Sendable {
    /// How far a pledge has come.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
      /// No agreement has taken up anything of it.
      case open
      /// Agreements have taken up some of it.
      case partlyAgreed = "partly agreed"
      /// Agreements have taken up all of it.
      case agreed
    }

    /// What it is called.
    public let reference: Reference
    /// The day it was made.
    public let made: CalendarDate
    /// How much, in the donor's currency.
    public let amount: Money
    /// The same in the book currency, at the rate of that day.
    public let book: Money
    /// What no agreement has taken up, in the donor's currency.
    public let open: Money
    /// How far it has come.
    public let stage: Stage
  }

  /// What of an agreement the donor gives, and what of that was received.
  public struct AgreementLine: Hashable, Sendable {
    /// How far an agreement has come.
    public enum Stage: String, CaseIterable, Hashable, Sendable {
      /// Not yet in the funding records.
      case signed
      /// In the funding records, and nothing is received.
      case recorded
      /// Something is received, and something open.
      case partlyReceived = "partly received"
      /// Nothing is open.
      case received
    }

    /// What it is called.
    public let reference: Reference
    /// The day it was signed.
    public let signed: CalendarDate
    /// How much, in its own currency.
    public let amount: Money
    /// The same in the book currency, at its frozen rate.
    public let book: Money
    /// What was settled of it, in its own currency.
    public let received: Money
    /// What is left to be settled, in its own currency.
    public let open: Money
    /// How far it has come.
    public let stage: Stage
    /// Who gives beside the donor, after all merges: who signed it first, if another did.
    public let others: [DonorID]
    /// What is remarked on it; nil for nothing.
    public let note: String?
  }

  /// The donor.
  public let donor: Donor
  /// The donors that were merged into it, by code.
  public let merged: [Donor]
  /// What it promised, the oldest first.
  public let pledges: [PledgeLine]
  /// What it agreed to, the oldest first.
  public let agreements: [AgreementLine]
  /// What no agreement has taken up of its pledges, in the book currency.
  public let pledged: Money
  /// What it agreed to, in the book currency.
  public let agreed: Money
  /// What was received of that, in the book currency at the agreements' frozen rates.
  public let received: Money
  /// What of it is left to be received: `agreed` less `received`.
  public let open: Money
  /// The rates by which that, and what is behind the entries, was converted, with the days on which they
  /// were used.
  public let rateUses: [RateUse]
  /// The entries of its agreements, with the stamp of the whole.
  public let journal: JournalListing
  let donors: DonorRegister

  /// Makes the dossier of a donor.
  ///
  /// `facts` are the pledges of the donor and those merged into it that stand, and the agreements that they
  /// signed or finance part of, with what amends these; `rows` tell them apart by reference and donor. They
  /// and what is behind the entries of `journal` were converted by `rates`.
  /// - Throws: `.sumOverflow` where a sum is beyond what can be counted.
  public init(
    _ donor: Donor, facts: [Fact], rows: [PositionRow], names: LedgerNames,
    journal: JournalListing, rates: RateHistory
  ) throws(MoneyError) {
    let currency = names.head.currency
    let references = Set(facts.filter { $0.kind != .amendment }.compactMap(\.reference))
    let group = names.donors.group(of: donor.id)
    let rows = rows.filter { row in
      row.reference.map(references.contains) ?? false && row.donor.map(group.contains) ?? false
    }
    let giving = facts.reduce(into: [Reference: [DonorID]]()) { giving, fact in
      guard let signed = fact.signedOrAmended(among: references) else { return }
      giving[signed, default: []] += fact.financingDonors
    }
    let positions = FundingPosition.grouped(rows, by: \.reference)
    let total = FundingPosition(rows)
    var pledges: [PledgeLine] = []
    var agreements: [AgreementLine] = []
    for fact in facts {
      guard let reference = fact.reference else { continue }
      let position = positions[reference] ?? FundingPosition()
      switch fact.event {
      case .pledge(let pledge):
        let made = rows.first {
          $0.reference == pledge.reference && $0.day == fact.posted && $0.count == 1
        }
        pledges.append(
          try PledgeLine(
            pledge, made: fact.date, worth: made?.book ?? .zero(currency), position))
      case .agreement(let agreement):
        agreements.append(
          try AgreementLine(
            agreement, in: fact, position, currency: currency,
            beside: names.donors.beside(donor.id, among: giving[reference] ?? [])))
      default: break
      }
    }
    self.donor = donor
    merged = group.subtracting([donor.id]).sorted().compactMap(names.donors.donor)
    self.pledges = pledges.sorted { ($0.made, $0.reference) < ($1.made, $1.reference) }
    self.agreements = agreements.sorted { ($0.signed, $0.reference) < ($1.signed, $1.reference) }
    pledged = try Money(sum: total[.pledged].book, of: currency)
    agreed = try Money(sum: total[.signed].book, of: currency)
    received = try Money(sum: total[.received].book, of: currency)
    open = try agreed.subtracting(received)
    rateUses = [RateUse](
      by: facts + journal.items.map(\.fact), to: currency, through: journal.stamp.asOf, rates)
    self.journal = journal
    self.donors = names.donors
  }

  /// What the dossier was made from.
  public var stamp: ReportStamp { journal.stamp }
}

extension DonorDossier.PledgeLine {
  fileprivate init(
    _ pledge: Pledge, made: CalendarDate, worth book: Money, _ position: FundingPosition
  ) throws(MoneyError) {
    reference = pledge.reference
    self.made = made
    amount = pledge.amount
    self.book = book
    open = try position[.pledged].original.amount(in: pledge.amount.currency)
    stage = open == amount ? .open : open.isZero ? .agreed : .partlyAgreed
  }
}

extension DonorDossier.AgreementLine {
  fileprivate init(
    _ agreement: Agreement, in fact: Fact, _ position: FundingPosition, currency: Currency,
    beside others: [DonorID]
  ) throws(MoneyError) {
    let agreed = agreement.amount.currency
    reference = agreement.reference
    signed = fact.date
    amount = try position[.signed].original.amount(in: agreed)
    book = try Money(sum: position[.signed].book, of: currency)
    received = try position[.received].original.amount(in: agreed)
    open = try amount.subtracting(received)
    stage =
      if position[.recorded].book != position[.signed].book {
        .signed
      } else if received.isZero {
        .recorded
      } else {
        open.isZero ? .received : .partlyReceived
      }
    self.others = others
    note = fact.provenance.note
  }
}
