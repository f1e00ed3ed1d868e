import Bookkeeping
public import Funding

/// Names the facts of a ledger, each by the identifier its author gave or by one made from what it says.
///
/// An agreement, a pledge, an amendment and unidentified money are called by their references. Any
/// other fact without `id:` is called by its kind and a number of 13 letters, made from its canonical
/// directive without `id:`, `by:` and `entered:`: whoever records the same fact elsewhere gets the same
/// name. Where several facts say the same, the second is `…-2`, the third `…-3`, in the order in which
/// they are named; so is an agreement recorded anew, `agreement:A0309-2`, after the first was reversed.
public struct FactNamer: Sendable {
  private var printer = DirectivePrinter()
  private var occurrences: [UInt64: Int] = [:]

  /// Makes a namer that has named nothing.
  public init() {}

  /// The name of the next fact of the ledger.
  /// - Complexity: O(*n*) in the length of its directive.
  public mutating func name(_ fact: Fact) -> FactID {
    if let id = fact.provenance.id { return id }
    let key = key(of: fact)
    let rank = occurrences[key.fingerprint.value, default: 0] + 1
    occurrences[key.fingerprint.value] = rank
    return key.name(rank: rank)
  }

  /// The name of a fact that joins others; `kind` tells what kind of fact bears a name, nil for none.
  ///
  /// A reference that a fact of another kind bears is no other occurrence: it stays, to be refused.
  /// - Throws: What `kind` throws.
  public mutating func name(
    _ fact: Fact, among kind: (FactID) throws -> FactKind?
  ) rethrows -> FactID {
    if let id = fact.provenance.id { return id }
    let key = key(of: fact)
    var rank = 1
    while try kind(key.name(rank: rank)) == fact.kind { rank += 1 }
    return key.name(rank: rank)
  }

  /// What a name is made of.
  private struct Key {
    let kind: FactKind
    /// The fact's own reference, where it has one.
    let reference: Reference?
    let fingerprint: Fingerprint

    func name(rank: Int) -> FactID {
      let suffix = rank == 1 ? "" : "-\(rank)"
      guard let reference else {
        return FactID(made: kind, number: fingerprint.text + suffix)
      }
      return rank == 1
        ? FactID(of: reference) : FactID(made: kind, number: reference.text + suffix)
    }
  }

  private mutating func key(of fact: Fact) -> Key {
    printer.output.removeAll(keepingCapacity: true)
    let reference: Reference? =
      switch fact.event {
      case .agreement(let agreement): agreement.reference
      case .pledge(let pledge): pledge.reference
      case .amendment(let amendment): amendment.reference
      case .unidentified(let receipt): receipt.reference
      default: nil
      }
    if let reference {
      printer.output += Array("\(fact.kind.rawValue) \(reference)".utf8)
    } else {
      printer.fact(fact, .content)
    }
    return Key(
      kind: fact.kind, reference: reference, fingerprint: Fingerprint(of: printer.output.span))
  }
}
