/// What of a fact an entry records; a fact may have several entries, on different days.
public enum Occasion: String, CaseIterable, Hashable, Sendable {
  /// A balance that the ledger begins with.
  case opened
  /// Money requested, or a request changed.
  case requested
  /// A promise.
  case pledged
  /// A promise, or part of it, taken up by an agreement.
  case converted
  /// An agreement signed.
  case signed
  /// An agreement taken into the funding records.
  case recorded
  /// Money received.
  case received
  /// Money moved to a budget line.
  case allocated
  /// Money spent.
  case spent
  /// An entry written by hand.
  case entered
  /// Another entry undone.
  case reversed
}
