public import Funding
public import Monetary

/// A rate as a ledger recorded it: who says so, since when, and whether it is still in use.
public struct RecordedRate: Hashable, Sendable {
  /// The rate.
  public let rate: ExchangeRate
  /// Whether no other of its table, currencies and day has taken its place.
  public let isInUse: Bool
  /// Why it took the place of another; nil where it was the first.
  public let revises: String?
  /// Whether somebody looked at it again, since it is far off the one before.
  public let isConfirmed: Bool
  /// Who recorded it, and where it was read.
  public let provenance: Provenance

  /// Makes it; `quote` is what the fact states of it.
  public init(
    _ rate: ExchangeRate, as quote: RateQuote, isInUse: Bool, provenance: Provenance
  ) {
    self.rate = rate
    self.isInUse = isInUse
    revises = quote.revises
    isConfirmed = quote.isConfirmed
    self.provenance = provenance
  }
}
