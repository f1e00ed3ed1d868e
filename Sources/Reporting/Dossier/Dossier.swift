public import Bookkeeping
public import Funding
public import Monetary

/// Everything a ledger holds about one agreement, pledge or fact.
public struct Dossier: Hashable, Sendable {
  /// One fact, as it is written, with what it came to.
  public struct Item: Hashable, Sendable {
    /// The fact's identifier.
    public let id: FactID
    /// The fact.
    public let fact: Fact
    /// The fact in the text form.
    public let text: String
    /// The entries it came to.
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
  /// The agreement as it stands; nil where the name is no agreement's.
  public let state: AgreementState?
  /// Its conditions, in the order of its terms, and how far each is met by all that is recorded.
  public let conditions: [ConditionStanding]
  /// The donor's name; nil without an agreement.
  public let donor: String?
  /// The names of other donors that finance parts of it, in the order of these.
  public let cofinancing: [String]
  /// The book currency.
  public let currency: Currency
  /// The facts that speak of it, in the order in which they apply.
  public let items: [Item]
  /// What it was made from.
  public let stamp: ReportStamp

  /// Makes a dossier.
  public init(
    _ name: String, state: AgreementState?, conditions: [ConditionStanding] = [],
    names: LedgerNames, items: [Item], stamp: ReportStamp
  ) {
    self.name = name
    self.state = state
    self.conditions = conditions
    donor = state.map { names.donors.name(of: names.donors.resolved($0.agreement.donor)) }
    cofinancing =
      state.map { names.donors.beside($0.agreement.donor, among: $0.parts.map(\.donor)) }?
      .map(names.donors.name(of:)) ?? []
    currency = names.head.currency
    self.items = items
    self.stamp = stamp
  }
}
