public import Funding

/// Names the facts of a ledger, each by the identifier its author gave or by one made from what it says.
///
/// An agreement, a pledge, an amendment and unidentified money are called by their references. Any
/// other fact without `id:` is called by its kind and a number of 13 letters, made from its canonical
/// directive without `id:`, `by:` and `entered:`: whoever records the same fact elsewhere gets the same
/// name. Where several facts say the same, the second is `…-2`, the third `…-3`, in the order in which
/// they are named.
public struct FactNamer: Sendable {
  private var printer = DirectivePrinter()
  private var occurrences: [UInt64: Int] = [:]

  /// Makes a namer that has named nothing.
  public init() {}

  /// The name of the next fact of the ledger.
  /// - Complexity: O(*n*) in the length of its directive.
  public mutating func name(_ fact: Fact) -> FactID {
    if let id = fact.provenance.id { return id }
    switch fact.event {
    case .agreement(let agreement): return FactID(of: agreement.reference)
    case .pledge(let pledge): return FactID(of: pledge.reference)
    case .amendment(let amendment): return FactID(of: amendment.reference)
    case .unidentified(let receipt): return FactID(of: receipt.reference)
    default: return madeName(of: fact)
    }
  }

  private mutating func madeName(of fact: Fact) -> FactID {
    printer.output.removeAll(keepingCapacity: true)
    printer.fact(fact, .content)
    let fingerprint = Fingerprint(of: printer.output.span)
    let rank = occurrences[fingerprint.value, default: 0] + 1
    occurrences[fingerprint.value] = rank
    return FactID(made: fact.kind, number: fingerprint.text + (rank == 1 ? "" : "-\(rank)"))
  }
}
