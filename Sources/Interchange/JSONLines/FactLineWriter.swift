public import Funding

/// Writes facts as JSON Lines: one object a fact, on one line each.
///
/// Every field of a fact is there, defaults included; what a fact does not state is left out. Amounts are
/// decimal strings with their currency beside them. The shape is described by `Facts.schema.json`, a
/// JSON Schema in this target's documentation.
///
/// Source: jsonlines.org.
public struct FactLineWriter: Sendable {
  /// Makes a writer.
  public init() {}

  /// The line of one fact, with its line end; `id` is what the ledger calls it.
  /// - Complexity: O(*n*) in the length of the line.
  public func line(_ fact: Fact, id: FactID) -> [UInt8] {
    let provenance = fact.provenance
    let date = fact.kind == .ledger ? nil : fact.date
    var output: [UInt8] = []
    JSON.object(of: [
      "kind": .text(fact.kind.rawValue),
      "id": .text(id.text),
      "date": date.map(JSON.init),
      "event": fact.event.json,
      "posted": provenance.posted.map(JSON.init),
      "source": provenance.source.map(JSON.text),
      "note": provenance.note.map(JSON.text),
      "document": provenance.document?.json,
      "by": provenance.by.map(JSON.text),
      "entered": provenance.entered.map { .text($0.description) },
    ])
    .append(to: &output)
    output.append(UInt8(ascii: "\n"))
    return output
  }
}
