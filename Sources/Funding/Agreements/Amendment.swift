public import Bookkeeping
public import Monetary

/// A change of an agreement: more, less, longer, or for something else.
public struct Amendment: Hashable, Sendable {
  /// What it is called: the agreement's reference, a slash, and more.
  public let reference: Reference
  /// The day it entered the funding records; nil means its own date.
  public var recorded: CalendarDate?
  /// By how much the agreement grows or, negative, shrinks.
  public var amount: Money?
  /// By how much each part grows or shrinks.
  public var parts: [AgreementPart]
  /// The new last day.
  public var ends: CalendarDate?
  /// The new earmark.
  public var earmark: Earmark?
  /// The only days on which it may be spent from now on.
  public var period: DateInterval?
  /// Ceilings on what may go to some scopes from its date on, instead of those that were agreed on them.
  public var limits: [LimitChange]
  /// Payments due, instead of those that were not received in full yet; empty where those stay.
  public var instalments: [Instalment]
  /// Reports owed, instead of those that were not delivered yet; empty where those stay.
  public var reports: [ReportDuty]
  /// The new rate of support cost, for cost from its date on.
  public var support: SupportRate?
  /// Why, in words.
  public var reason: String?

  /// Makes an amendment that changes nothing yet.
  public init(_ reference: Reference) {
    self.reference = reference
    parts = []
    limits = []
    instalments = []
    reports = []
  }

  /// The donors that its parts name, each once, in the order of its parts.
  public var donors: [DonorID] { parts.compactMap(\.donor).distinct }
}

/// A condition met, in whole or in part.
public struct Fulfilment: Hashable, Sendable {
  /// The agreement.
  public let agreement: Reference
  /// The condition's name.
  public let condition: String
  /// How much of it is met; nil means all.
  public let amount: Money?

  /// Makes a fulfilment.
  public init(_ agreement: Reference, condition: String, amount: Money? = nil) {
    self.agreement = agreement
    self.condition = condition
    self.amount = amount
  }
}
