public import Monetary

/// One thing that happened, as somebody recorded it; the only thing a ledger stores.
///
/// Everything else follows from facts: entries by the posting rules, positions and reports by
/// folding. A fact is never edited or deleted; a reversal, itself a fact, cancels one.
public struct Fact: Hashable, Sendable {
  /// The fact's own day: signed, value date at the bank; it picks the rate.
  public let date: CalendarDate
  /// What happened.
  public let event: Event
  /// Who says so, since when, and where it is written.
  public let provenance: Provenance

  /// Makes a fact of `event` on `date`.
  public init(_ date: CalendarDate, _ event: Event, provenance: Provenance = Provenance()) {
    self.date = date
    self.event = event
    self.provenance = provenance
  }

  /// What kind of thing happened.
  public var kind: FactKind { event.kind }

  /// The accounting day: the fact's own, or the later one it was given where its month was closed.
  public var posted: CalendarDate { provenance.posted ?? date }

  /// Whether it was posted later than on its own day, whose month was closed.
  public var isLate: Bool { posted > date }

  /// The day it counts as known in the funding records, where the fact states one.
  public var recorded: CalendarDate? {
    switch event {
    case .agreement(let agreement): agreement.recorded
    case .amendment(let amendment): amendment.recorded
    default: nil
    }
  }

  /// The day from which what it agrees is in the funding records: as stated, else its own, and not before its
  /// accounting day.
  public var inRecords: CalendarDate { max(recorded ?? date, posted) }

  /// The instant the ledger learnt it: as stated, else the start of `recorded`, else of `date`.
  public var entered: Instant { provenance.entered ?? Instant(startOf: recorded ?? date) }

  /// The day from which what it says counts: its own of what was agreed and reported, however late that was
  /// posted; else its accounting day.
  public var counted: CalendarDate {
    switch kind {
    case .agreement, .amendment, .reported: date
    default: posted
    }
  }

  /// Whether it counts on a day, as the books were known at an instant; nil stands for all that was entered.
  public func counts(on day: CalendarDate, known: Instant?) -> Bool {
    counted <= day && (known.map { entered <= $0 } ?? true)
  }
}
