public import Bookkeeping
import Diagnostics

/// What a fact comes to: its entries and position rows, and what it changes in the book's memory.
///
/// What it adds a reversal takes away again; claims on pledges and requirements are worked out anew.
public struct Consequence: Hashable, Sendable {
  /// Entries, each balanced, perhaps on different days.
  public internal(set) var entries: [JournalEntry] = []
  /// Rows to add to the funding positions.
  public internal(set) var positions: [PositionRow] = []
  var parts: [PartMovement] = []
  var pledges: [PledgeMovement] = []
  var obligations: [ObligationMovement] = []
  var unapplied: [UnappliedMovement] = []
  var amendment: AgreementAmendment?

  /// Adds the entry that `draft` makes; one without legs, for money too small to book, is left out.
  mutating func append(_ draft: DraftEntry) throws(Fault) {
    guard !draft.postings.isEmpty else { return }
    entries.append(try draft.entry())
  }

  /// Adds the entries, rows and movements of another.
  mutating func add(_ other: Consequence) {
    entries += other.entries
    positions += other.positions
    parts += other.parts
    pledges += other.pledges
    obligations += other.obligations
    unapplied += other.unapplied
  }
}

extension Consequence {
  /// What a ledger of record keeps of a consequence; the rest is worked out from the fact again.
  public struct Stored: Hashable, Sendable {
    /// The entries.
    public let entries: [JournalEntry]
    /// The position rows.
    public let positions: [PositionRow]

    /// Makes what was kept.
    public init(entries: [JournalEntry], positions: [PositionRow]) {
      self.entries = entries
      self.positions = positions
    }
  }
}
