/// A fact with its identifier and what it came to.
public struct PostedFact: Hashable, Sendable {
  /// The fact.
  public let fact: Fact
  /// Its identifier, given or made.
  public let id: FactID
  /// What it came to.
  public let consequence: Consequence
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
