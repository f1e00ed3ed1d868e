public import Funding
public import Monetary

/// What a report was made from and how, so that anybody can print it again and get the same.
public struct ReportStamp: Hashable, Sendable {
  /// Where the facts came from.
  public enum Origin: Hashable, Sendable {
    /// A text, by the SHA-256 of its bytes.
    case text(sha256: String)
    /// A store, by the hash of its last fact.
    case store(head: String)
    /// A fact that was not recorded.
    case preview
  }

  /// The ledger's name.
  public let ledger: String
  /// The text's checksum or the store's head.
  public let origin: Origin
  /// How many facts the ledger holds.
  public let facts: Int
  /// The day up to which facts count.
  public let asOf: CalendarDate
  /// Up to when what was entered counts; nil for all.
  public let known: Instant?
  /// The table that amounts were converted by.
  public let rates: RateTableName

  /// Makes a stamp.
  public init(
    ledger: String, origin: Origin, facts: Int, asOf: CalendarDate, known: Instant?,
    rates: RateTableName
  ) {
    self.ledger = ledger
    self.origin = origin
    self.facts = facts
    self.asOf = asOf
    self.known = known
    self.rates = rates
  }
}
