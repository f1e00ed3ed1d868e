public import Bookkeeping
public import Diagnostics
import Monetary

/// What is requested, by scope and year, and the budget lines that follow from it.
///
/// A scope with a requirement and no requirement below it is a line of its own. Where there are
/// some below, what they leave is the line `S/*`; they may not ask for more than their ancestor.
public struct RequirementRegister: Hashable, Sendable {
  /// What is asked for under one key, and the facts that said so, oldest first.
  private struct Versions: Hashable {
    var total: Int64 = 0
    var facts: [FactID] = []
  }

  private var versions: [BudgetYear: [ScopePath: [[Tag]: Versions]]] = [:]

  /// Makes an empty register.
  public init() {}

  /// Refuses a version that comes before or after its turn.
  /// - Throws: `requirement-exists` for an original after another version, `requirement-none` for a
  ///   supplement to nothing.
  func requireTurn(of requirement: Requirement) throws(Fault) {
    let key = requirement.key
    let isKnown = versions[key.year]?[key.scope]?[key.tags] != nil
    if requirement.kind == .original, isKnown {
      throw Fault(.requirementExists, key.scope.text, key.year.description)
    }
    if requirement.kind == .supplementary, !isKnown {
      throw Fault(.requirementNone, key.scope.text, key.year.description)
    }
  }

  /// The change that a version of a requirement makes to its key's total.
  ///
  /// An original and a revision state the total, so that a revision may be the first that is known.
  /// - Precondition: It is its turn.
  /// - Throws: `requirement-negative` for a total below zero, `amount-overflow`.
  func change(by requirement: Requirement) throws(Fault) -> Int64 {
    let key = requirement.key
    let written = Int128(requirement.amount.minorUnits)
    let total = Int128(versions[key.year]?[key.scope]?[key.tags]?.total ?? 0)
    let after = requirement.kind == .supplementary ? total + written : written
    guard after >= 0 else {
      throw Fault(.requirementNegative, key.scope.text, key.year.description)
    }
    guard after <= Int64.max else {
      throw Fault(.amountOverflow, requirement.amount.description)
    }
    return Int64(after - total)
  }

  /// Adds the change made by `fact` to a key's total.
  ///
  /// - Returns: What each line gains or loses; lines that stay as they are are left out.
  /// - Throws: `requirement-children` where what is asked for below a scope exceeds its own,
  ///   `amount-overflow` where a line changes by more than 64 bits count; the register is then as it
  ///   was.
  /// - Complexity: O(*s* · depth) for *s* scopes with a requirement in that year.
  public mutating func apply(
    _ change: Int64, to key: Requirement.Key, by fact: FactID, in tree: ProgrammeTree
  ) throws(Fault) -> [ScopePath: Int64] {
    try update(key, in: tree) { versions in
      var changed = versions ?? Versions()
      changed.total += change
      changed.facts.append(fact)
      return changed
    }
  }

  /// Takes back the change made by `fact`, the latest version of its key.
  ///
  /// - Returns: As ``apply(_:to:by:in:)`` does.
  /// - Throws: `reversal-dependants` where a later version rests on it, `requirement-children`.
  public mutating func withdraw(
    _ change: Int64, of key: Requirement.Key, by fact: FactID, in tree: ProgrammeTree
  ) throws(Fault) -> [ScopePath: Int64] {
    let facts = versions[key.year]?[key.scope]?[key.tags]?.facts ?? []
    guard facts.last == fact else {
      let later = facts.drop { $0 != fact }.dropFirst()
      throw Fault(
        .reversalDependants, fact.text, later.map(\.text).joined(separator: ", "))
    }
    return try update(key, in: tree) { versions in
      guard var changed = versions, changed.facts.count > 1 else { return nil }
      changed.total -= change
      changed.facts.removeLast()
      return changed
    }
  }

  /// The scope's own requirement in minor units, all tags together; nil where it has none.
  public func own(_ scope: ScopePath, year: BudgetYear) -> Int128? {
    guard let keys = versions[year]?[scope] else { return nil }
    return keys.values.reduce(0) { $0 + Int128($1.total) }
  }

  private mutating func update(
    _ key: Requirement.Key, in tree: ProgrammeTree, by change: (Versions?) -> Versions?
  ) throws(Fault) -> [ScopePath: Int64] {
    let ancestor = ancestor(of: key.scope, year: key.year, in: tree)
    let touched = [key.scope] + (ancestor.map { [$0] } ?? [])
    let before = lines(of: touched, year: key.year, in: tree)
    var next = self
    let changed = change(versions[key.year]?[key.scope]?[key.tags])
    next.versions[key.year, default: [:]][key.scope, default: [:]][key.tags] = changed
    if next.versions[key.year]?[key.scope]?.isEmpty == true {
      next.versions[key.year]?[key.scope] = nil
    }
    let after = next.lines(of: touched, year: key.year, in: tree)
    for scope in touched where (after[scope.remainder] ?? 0) < 0 {
      throw Fault(.requirementChildren, scope.text, key.year.description)
    }
    var changes: [ScopePath: Int64] = [:]
    for line in Set(before.keys).union(after.keys).sorted() {
      let difference = (after[line] ?? 0) - (before[line] ?? 0)
      // The least number has no opposite, which the line's other side would need.
      guard let change = Int64(exactly: difference), change > .min else {
        throw Fault(.amountOverflow, line.text)
      }
      if change != 0 { changes[line] = change }
    }
    self = next
    return changes
  }

  /// The lines of the scopes given: each scope itself, or its remainder.
  private func lines(
    of scopes: [ScopePath], year: BudgetYear, in tree: ProgrammeTree
  ) -> [ScopePath: Int128] {
    var lines: [ScopePath: Int128] = [:]
    for scope in scopes {
      guard let own = own(scope, year: year) else { continue }
      let below = (versions[year] ?? [:]).keys.filter {
        $0 != scope && ancestor(of: $0, year: year, in: tree) == scope
      }
      if below.isEmpty {
        lines[scope] = own
      } else {
        lines[scope.remainder] = below.reduce(own) { $0 - (self.own($1, year: year) ?? 0) }
      }
    }
    return lines
  }

  /// The nearest scope above that has a requirement of its own.
  private func ancestor(
    of scope: ScopePath, year: BudgetYear, in tree: ProgrammeTree
  ) -> ScopePath? {
    tree.lineage(of: scope).dropFirst().first { own($0, year: year) != nil }
  }
}
