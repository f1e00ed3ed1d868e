import Bookkeeping
import Monetary

/// The order in which facts apply, whatever the order in which they stand in a file.
///
/// Declarations come first. The others follow by the instant the ledger learnt them where they
/// state it, else by their own date; then by ``FactKind``, reference, amount and place in the input.
/// A fact never comes before the agreement or pledge it speaks of: what is known about a thing is
/// known after the thing. So a ledger written by hand applies by date, one written out by the store
/// in the order in which it was entered, and both post the same cents when read again.
public enum FactOrder {
  /// The indices of `facts` in the order in which they apply.
  /// - Complexity: O(*n* log *n*).
  public static func indices(of facts: [Fact]) -> [Int] {
    let instants = instants(of: facts)
    let depths = depths(of: facts)
    let keys = facts.indices.map { index in
      let fact = facts[index]
      return Key(
        isDeclaration: fact.kind.isDeclaration,
        moment: fact.kind.isDeclaration ? 0 : instants[index],
        rank: fact.kind.rank, depth: depths[index] ?? 0, reference: fact.sortText,
        amount: fact.sortAmount)
    }
    return facts.indices.sorted { left, right in
      keys[left] == keys[right] ? left < right : keys[left].precedes(keys[right])
    }
  }

  private struct Key: Equatable {
    let isDeclaration: Bool
    let moment: Int64
    let rank: Int
    let depth: Int
    let reference: String
    let amount: Int64

    func precedes(_ other: Key) -> Bool {
      if isDeclaration != other.isDeclaration { return isDeclaration }
      if moment != other.moment { return moment < other.moment }
      if rank != other.rank { return rank < other.rank }
      if depth != other.depth { return depth < other.depth }
      if reference != other.reference {
        return reference.utf8.lexicographicallyPrecedes(other.reference.utf8)
      }
      return amount < other.amount
    }
  }

  /// The instant of each fact, not before that of what it mentions.
  private static func instants(of facts: [Fact]) -> [Int64] {
    var instants = facts.map {
      ($0.provenance.entered ?? Instant(startOf: $0.posted)).microseconds
    }
    var makers: [Reference: Int] = [:]
    // Pledges stand before agreements, which may take them up, and both before all others.
    for kind in [FactKind.pledge, .unidentified, .agreement, nil] {
      for (index, fact) in facts.enumerated() where fact.matches(kind) {
        for reference in fact.mentions {
          guard let maker = makers[reference], maker != index else { continue }
          instants[index] = max(instants[index], instants[maker])
        }
        if kind != nil, let own = fact.mentions.first, makers[own] == nil {
          makers[own] = index
        }
      }
    }
    return instants
  }

  /// How deep each declared scope lies, so that parents come first; loops end at the count of scopes.
  private static func depths(of facts: [Fact]) -> [Int: Int] {
    var parents: [ScopePath: ScopePath] = [:]
    var declared: [(index: Int, path: ScopePath)] = []
    for (index, fact) in facts.enumerated() {
      guard case .scope(let scope) = fact.event else { continue }
      parents[scope.path] = ProgrammeTree.parent(of: scope)
      declared.append((index, scope.path))
    }
    var depths: [Int: Int] = [:]
    for (index, path) in declared {
      var depth = 0
      var path = path
      while let parent = parents[path], path != .global, depth <= declared.count {
        depth += 1
        path = parent
      }
      depths[index] = depth
    }
    return depths
  }
}

extension Fact {
  /// Whether the fact is of `kind`, or with nil of none that makes references.
  fileprivate func matches(_ kind: FactKind?) -> Bool {
    if let kind { return self.kind == kind }
    return ![.pledge, .unidentified, .agreement].contains(self.kind)
  }

  /// What facts of one kind and day are ordered by first.
  fileprivate var sortText: String {
    switch event {
    case .scope(let scope): scope.path.text
    case .account(let account): account.text
    case .donor(let donor): donor.id.text
    case .situation(let situation): situation.path.text
    case .merge(let merge): merge.duplicate.text
    case .opening(let opening): opening.account.text
    case .rate(let quote): quote.quote.code
    case .requirement(let requirement): requirement.key.scope.text
    case .acknowledgement(let acknowledgement): acknowledgement.donor.text
    case .note(let note): note.scope.text
    case .reversal(let reversal): reversal.target.text
    default: reference?.text ?? ""
    }
  }

  /// What facts of one kind, day and reference are ordered by, in minor units.
  fileprivate var sortAmount: Int64 {
    switch event {
    case .receipt(let receipt): receipt.settled.minorUnits
    case .expenditure(let expenditure): expenditure.amount.minorUnits
    case .allocation(let allocation): allocation.amount.minorUnits
    case .acknowledgement(let acknowledgement): acknowledgement.amount.minorUnits
    default: 0
    }
  }
}
