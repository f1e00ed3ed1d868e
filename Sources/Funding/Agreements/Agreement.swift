public import Bookkeeping
public import Monetary

/// A signed contribution or grant agreement, as it was signed.
public struct Agreement: Hashable, Sendable {
  /// What it is called.
  public let reference: Reference
  /// Who signs it and, where a part names no other donor, gives.
  public let donor: DonorID
  /// How much, in the agreement's own currency; positive.
  public let amount: Money
  /// Who may use the money, when and for what.
  public var terms: Terms
  /// The parts it is divided into; empty means one part of the whole amount.
  public var parts: [AgreementPart]
  /// The day it entered the funding records; nil means the day it was signed.
  public var recorded: CalendarDate?
  /// The first day of the work it pays for.
  public var starts: CalendarDate?
  /// The last day of the work it pays for.
  public var ends: CalendarDate?
  /// What it is for, in words.
  public var purpose: String?
  /// The pledge it takes up.
  public var pledge: Reference?
  /// Payments due.
  public var instalments: [Instalment]
  /// What must be met before money counts as revenue.
  public var conditions: [Condition]
  /// Whether later years' parts wait for their year to be revenue.
  public var deferral: Deferral?
  /// What share of spending the organisation keeps for support.
  public var support: SupportRate?
  /// Reports owed to the donor.
  public var reports: [ReportDuty]

  /// Makes an agreement of one part, with nothing else agreed.
  public init(_ reference: Reference, donor: DonorID, amount: Money) {
    self.reference = reference
    self.donor = donor
    self.amount = amount
    terms = Terms()
    parts = []
    instalments = []
    conditions = []
    reports = []
  }

  /// Who signs, then others that finance parts of it, each once, in the order of its parts.
  public var donors: [DonorID] { ([donor] + parts.compactMap(\.donor)).distinct }

  /// Who gives a part: the donor that it names, else the one that signs.
  func donor(of part: AgreementPart) -> DonorID { part.donor ?? donor }

  /// Who may use an agreement's money, when and for what, where a part states nothing else.
  public struct Terms: Hashable, Sendable {
    /// Where it may be used; nil means not stated.
    public var earmark: Earmark?
    /// Which of the twelve modalities, if stated.
    public var modality: EarmarkModality?
    /// The budget year; nil means that of the signing.
    public var year: BudgetYear?
    /// The only days on which it may be spent, if stated.
    public var period: DateInterval?
    /// What a budget line must be for, one list of values a property.
    public var requirements: [TagRequirement]
    /// Ceilings on what may go to a scope.
    public var limits: [SubLimit]

    /// Makes terms that state nothing.
    public init() {
      requirements = []
      limits = []
    }
  }
}
