public import Bookkeeping
public import Funding
public import Monetary

/// Everything a ledger holds about one agreement, pledge or fact on a day.
public struct Dossier: Hashable, Sendable {
  /// One fact, as it is written, with what it came to.
  public struct Item: Hashable, Sendable {
    /// The fact's identifier.
    public let id: FactID
    /// The fact.
    public let fact: Fact
    /// The fact in the text form.
    public let text: String
    /// The entries it came to; those of later days than the dossier's are only counted in it.
    public let entries: [JournalEntry]

    /// Makes an item.
    public init(id: FactID, fact: Fact, text: String, entries: [JournalEntry]) {
      self.id = id
      self.fact = fact
      self.text = text
      self.entries = entries
    }
  }

  /// What was asked for.
  public let name: String
  /// The agreement as it stood on the day; nil where the name is no agreement's.
  public let state: AgreementState?
  /// What of the agreement's money is the donor's; nil where the name is no agreement's.
  public let owedBack: OwedBack?
  /// The pledge as it stood on the day; nil where the name is no pledge's.
  public let pledge: PledgeState?
  /// Its conditions, in the order of its terms, and how far each was met by then.
  public let conditions: [ConditionStanding]
  /// The donor's name; nil without an agreement or a pledge.
  public let donor: String?
  /// The names of other donors that finance parts of it, in the order of these.
  public let cofinancing: [String]
  /// The book currency.
  public let currency: Currency
  /// The facts that speak of it, in the order in which they apply, with their entries up to the day.
  public let items: [Item]
  /// The days of entries that are left out because they lie after the dossier's day, in order.
  public let laterEntries: [CalendarDate]
  /// The rates by which the facts were converted up to the day, with the days on which they were used.
  public let rateUses: [RateUse]
  /// What it was made from.
  public let stamp: ReportStamp

  /// Makes a dossier as of the day of `stamp`; `items` were posted by then, converted by `rates`.
  public init(
    _ name: String, agreement: StandingAgreement?, owedBack: OwedBack? = nil,
    pledge: PledgeState? = nil, names: LedgerNames, items: [Item], rates: RateHistory,
    stamp: ReportStamp
  ) {
    self.name = name
    state = agreement?.state
    self.owedBack = owedBack
    self.pledge = pledge
    conditions = agreement?.conditions ?? []
    donor = (state?.agreement.donor ?? pledge?.pledge.donor).map {
      names.donors.name(of: names.donors.resolved($0))
    }
    cofinancing =
      state.map { names.donors.beside($0.agreement.donor, among: $0.parts.map(\.donor)) }?
      .map(names.donors.name(of:)) ?? []
    currency = names.head.currency
    self.items = items.map { $0.through(stamp.asOf) }
    laterEntries = items.flatMap(\.entries).map(\.date).filter { $0 > stamp.asOf }.sorted()
    rateUses = [RateUse](
      by: items.map(\.fact), to: names.head.currency, through: stamp.asOf, rates)
    self.stamp = stamp
  }
}

extension Dossier.Item {
  /// The fact with its entries up to a day.
  fileprivate func through(_ day: CalendarDate) -> Self {
    Self(id: id, fact: fact, text: text, entries: entries.filter { $0.date <= day })
  }
}
