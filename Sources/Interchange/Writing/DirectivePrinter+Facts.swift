import Bookkeeping
import Funding
import Monetary

extension DirectivePrinter {
  /// What of a fact is written.
  enum Extent {
    /// All of it.
    case whole
    /// What it says, without its identifier, its author and the instant it was entered.
    case content
  }

  /// Writes the canonical directive of `fact`, a function of the fact alone.
  mutating func fact(_ fact: Fact, _ extent: Extent = .whole) {
    let provenance = fact.provenance
    begin(fact.kind == .ledger ? nil : fact.date, fact.kind)
    arguments(of: fact.event)
    if extent == .whole, let id = provenance.id {
      line(.id)
      name(id)
    }
    keys(of: fact.event)
    if let posted = provenance.posted {
      line(.posted)
      date(posted)
    }
    line(.source, provenance.source)
    line(.note, provenance.note)
    if let document = provenance.document {
      line(.document)
      text(document.path)
      word(document.sha256)
    }
    if extent == .whole {
      line(.by, provenance.by)
      if let entered = provenance.entered {
        line(.entered)
        word(entered.description)
      }
    }
    end()
  }
}
