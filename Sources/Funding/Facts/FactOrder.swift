import Bookkeeping
import Monetary

/// The order in which facts apply, whatever the order in which they stand in a file.
///
/// Declarations come first. The others follow by the instant the ledger learnt them (``Fact/entered``:
/// as stated, else the day it was recorded, else its own); then by ``FactKind``, reference, amount and
/// all else they say. A fact never comes before the agreement or pledge it speaks of, nor a reversal
/// before its target: what is known about a thing is known after the thing. So a ledger written by
/// hand applies by date, one written out by the store in the order in which it was entered, and both
/// post the same cents when read again.
public enum FactOrder {
  /// The indices of `facts` in the order in which they apply; only facts that say the same in every
  /// word keep the order of the input.
  /// - Complexity: O(*n* log *n*).
  public static func indices(of facts: [Fact]) -> [Int] {
    let moments = FactMoments(of: facts)
    let depths = depths(of: facts)
    let keys = facts.indices.map { index in
      let fact = facts[index]
      return Key(
        moment: moments[index], rank: fact.kind.rank, depth: depths[index] ?? 0,
        reference: fact.sortText, amount: fact.sortNumber)
    }
    // Few facts are alike in kind, day, reference and amount; only those are written out.
    var texts: [Int: String] = [:]
    func text(of index: Int) -> String {
      if let text = texts[index] { return text }
      let text = String(describing: facts[index])
      texts[index] = text
      return text
    }
    return facts.indices.sorted { left, right in
      if let precedes = keys[left].precedes(keys[right]) { return precedes }
      let (leftText, rightText) = (text(of: left), text(of: right))
      return leftText == rightText
        ? left < right : leftText.utf8.lexicographicallyPrecedes(rightText.utf8)
    }
  }

  private struct Key {
    let moment: FactMoments.Moment
    let rank: Int
    let depth: Int
    let reference: String
    let amount: Int64

    /// Whether this key comes first; nil where the two are equal.
    func precedes(_ other: Key) -> Bool? {
      if moment != other.moment { return moment < other.moment }
      if rank != other.rank { return rank < other.rank }
      if depth != other.depth { return depth < other.depth }
      if reference != other.reference {
        return reference.utf8.lexicographicallyPrecedes(other.reference.utf8)
      }
      return amount == other.amount ? nil : amount < other.amount
    }
  }

  /// How deep each declared scope lies, so that parents come first.
  ///
  /// Parents that name each other in a loop are refused when they apply; here a loop just ends.
  /// - Complexity: O(*n*) in the number of scopes.
  private static func depths(of facts: [Fact]) -> [Int: Int] {
    var parents: [ScopePath: ScopePath] = [:]
    var declared: [(index: Int, path: ScopePath)] = []
    for (index, fact) in facts.enumerated() {
      guard case .scope(let scope) = fact.event, scope.path != .global else { continue }
      // Of two declarations, one of which will be refused, the order of the input must not choose.
      let parent = ProgrammeTree.parent(of: scope)
      parents[scope.path] = min(parents[scope.path] ?? parent, parent)
      declared.append((index, scope.path))
    }
    var known: [ScopePath: Int] = [:]
    var depths: [Int: Int] = [:]
    for (index, path) in declared {
      var climbed: [ScopePath] = []
      var next: ScopePath? = path
      while let current = next, known[current] == nil, let parent = parents[current] {
        // Until its depth is known a scope counts as a root, so that a loop ends where it began.
        known[current] = 0
        climbed.append(current)
        next = parent
      }
      var depth = next.flatMap { known[$0] } ?? 0
      for path in climbed.reversed() {
        depth += 1
        known[path] = depth
      }
      depths[index] = known[path]
    }
    return depths
  }
}

extension Fact {
  /// What facts of one kind and moment are ordered by first.
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
    case .spendingPlan(let plan): plan.scope.text
    case .acknowledgement(let acknowledgement): acknowledgement.donor.text
    case .note(let note): note.scope.text
    case .reversal(let reversal): reversal.target.text
    default: reference?.text ?? ""
    }
  }

  /// What facts of one kind, moment and reference are ordered by: an amount in minor units, or the
  /// order in which versions of a requirement follow each other.
  fileprivate var sortNumber: Int64 {
    switch event {
    // By day, so that each is compared with the one before; what revises comes after what it revises.
    case .rate(let quote): Int64(date.dayNumber) * 2 + (quote.revises == nil ? 0 : 1)
    case .requirement(let requirement):
      switch requirement.kind {
      case .original: 0
      case .revised: 1
      case .supplementary: 2
      }
    case .spendingPlan(let plan): plan.amount.minorUnits
    case .opening(let opening): opening.amount.minorUnits
    case .receipt(let receipt): receipt.settled.minorUnits
    case .expenditure(let expenditure): expenditure.amount.minorUnits
    case .allocation(let allocation): allocation.amount.minorUnits
    case .acknowledgement(let acknowledgement): acknowledgement.amount.minorUnits
    default: 0
    }
  }
}
