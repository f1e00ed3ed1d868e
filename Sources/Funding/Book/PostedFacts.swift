/// A fact with its identifier and what it came to.
public struct PostedFact: Hashable, Sendable {
  /// The fact.
  public let fact: Fact
  /// Its identifier, given or made.
  public let id: FactID
  /// What it came to.
  public let consequence: Consequence
}

extension Book {
  /// Who gives each part of the agreement that the fact `id` signed, in the order of its parts, those that
  /// amendments added among them; of one that was reversed, too.
  ///
  /// Parts that a posting's tags number from 1 on are these. None where no agreement was signed by it.
  /// - Complexity: O(*n*) in the facts of the book.
  public func donors(ofPartsIn id: FactID) -> [DonorID] {
    guard let fact = posted[id]?.fact, case .agreement(let agreement) = fact.event else {
      return []
    }
    // What was amended is not reversed: amendments of the name are those of the last agreement of it.
    let later = posted.inOrder.drop { $0.id != id }.dropFirst()
    let amended = later.prefix { $0.fact.kind != .agreement || $0.fact.reference != fact.reference }
      .last { $0.consequence.amendment?.agreement == agreement.reference }
    return amended?.consequence.amendment?.parts.map(\.donor)
      ?? agreement.effectiveParts(signed: fact.date).map(agreement.donor)
  }
}

/// The facts of a book, in the order in which they applied and by identifier.
///
/// A fact is large: it is held once, and found by its place.
public struct PostedFacts: Hashable, Sendable {
  /// All of them, in the order in which they applied.
  public private(set) var inOrder: [PostedFact] = []
  private var places: [FactID: Int32] = [:]

  /// The fact of that identifier.
  /// - Complexity: O(1).
  public subscript(id: FactID) -> PostedFact? { places[id].map { inOrder[Int($0)] } }

  /// Adds a fact.
  /// - Precondition: No fact has its identifier.
  mutating func append(_ fact: PostedFact) {
    let known = places.updateValue(Int32(inOrder.count), forKey: fact.id)
    precondition(known == nil, "an identifier is that of one fact")
    inOrder.append(fact)
  }
}
