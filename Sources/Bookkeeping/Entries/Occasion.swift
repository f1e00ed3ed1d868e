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
  /// Money of an agreement that became revenue: a condition was met, or its year began.
  case released
  /// An agreement raised or cut.
  case amended
  /// Money received.
  case received
  /// Money received that nobody can name yet.
  case unidentified
  /// The same, found to settle an agreement.
  case matched
  /// A claim given up.
  case writtenOff = "written-off"
  /// Money found to be owed back.
  case refundDue = "refund-due"
  /// Money paid back.
  case refundPaid = "refund-paid"
  /// Money committed to a partner.
  case obligated
  /// What is paid out on an obligation is owed no longer.
  case disbursed
  /// Goods delivered.
  case delivered
  /// Goods used.
  case used
  /// Money moved to a budget line.
  case allocated
  /// Money taken over into a later budget year.
  case carriedOver = "carried-over"
  /// Money spent.
  case spent
  /// Support cost taken with it.
  case supported
  /// What is open in foreign currencies, taken at the rates of a month's end.
  case revalued
  /// An entry written by hand.
  case entered
  /// Another entry undone.
  case reversed
}
