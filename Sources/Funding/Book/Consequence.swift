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
  var uses: [AgreementUse] = []
  var pledges: [PledgeMovement] = []
  var requirement: RequirementMovement?

  /// Adds the entry that `draft` makes; one without legs, for money too small to book, is left out.
  mutating func append(_ draft: DraftEntry) throws(Fault) {
    guard !draft.postings.isEmpty else { return }
    entries.append(try draft.entry())
  }
}

/// What a fact adds to a requirement.
struct RequirementMovement: Hashable, Sendable {
  let key: Requirement.Key
  let change: Int64
}
