import Bookkeeping

/// When each of many facts applies: when the ledger learnt it, but never before what it speaks of.
struct FactMoments {
  /// A place in time, and among the kinds of that time.
  struct Moment: Comparable {
    /// Microseconds as ``Instant`` counts them; the least number for declarations.
    var microseconds: Int64
    /// The kind's rank, or that of what the fact waits for where that comes later.
    var stage: Int
    /// 1 for a fact that waits for another of its stage, 2 for one that waits for that.
    var delay = 0

    static func < (left: Moment, right: Moment) -> Bool {
      (left.microseconds, left.stage, left.delay) < (right.microseconds, right.stage, right.delay)
    }

    /// Moves this moment behind `other`, unless it is later already.
    mutating func wait(for other: Moment) {
      guard self <= other else { return }
      self = other
      delay += 1
    }
  }

  private var moments: [Moment]

  /// The moments of `facts`.
  /// - Complexity: O(*n*).
  init(of facts: [Fact]) {
    moments = facts.map { fact in
      Moment(
        microseconds: fact.kind.isDeclaration ? .min : fact.entered.microseconds,
        stage: fact.kind.rank)
    }
    // Pledges stand before agreements, which may take them up, both before the facts that speak of
    // them, and all of these before their reversals.
    var makers: [Reference: Int] = [:]
    for kind in [FactKind.pledge, .unidentified, .agreement] {
      for (index, fact) in facts.enumerated() where fact.kind == kind {
        wait(index, for: fact.mentions.dropFirst(), among: makers)
      }
      for (index, fact) in facts.enumerated() where fact.kind == kind {
        if let own = fact.mentions.first { keepEarliest(index, as: own, in: &makers) }
      }
    }
    for (index, fact) in facts.enumerated() where !fact.makesReference {
      wait(index, for: fact.mentions[...], among: makers)
    }
    var names: [FactID: Int] = [:]
    for (index, fact) in facts.enumerated() {
      if let name = fact.givenName { keepEarliest(index, as: name, in: &names) }
    }
    for (index, fact) in facts.enumerated() {
      guard case .reversal(let reversal) = fact.event, let target = names[reversal.target],
        target != index
      else { continue }
      moments[index].wait(for: moments[target])
    }
  }

  /// When the fact at `index` applies.
  subscript(index: Int) -> Moment { moments[index] }

  private mutating func wait(
    _ index: Int, for references: ArraySlice<Reference>, among makers: [Reference: Int]
  ) {
    for reference in references {
      if let maker = makers[reference] { moments[index].wait(for: moments[maker]) }
    }
  }

  /// A reference that was reversed may be used again; what speaks of it waits for the first.
  private func keepEarliest<Name: Hashable>(
    _ index: Int, as name: Name, in makers: inout [Name: Int]
  ) {
    if let known = makers[name], moments[known] <= moments[index] { return }
    makers[name] = index
  }
}

extension Fact {
  /// Whether the fact's own reference is one that others speak of.
  fileprivate var makesReference: Bool {
    switch kind {
    case .pledge, .unidentified, .agreement: true
    default: false
    }
  }

  /// What a reversal calls the fact where its name is not made from its content.
  fileprivate var givenName: FactID? {
    if let id = provenance.id { return id }
    return makesReference ? reference.map(FactID.init(of:)) : nil
  }
}
