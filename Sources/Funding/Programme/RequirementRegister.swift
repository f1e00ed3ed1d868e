public import Bookkeeping
public import Diagnostics
public import Monetary

/// What is requested, by scope and year, on every day, and the budget lines that follow from it.
///
/// A scope with a requirement and no requirement below it is a line of its own. Where there are
/// some below, what they leave is the line `S/*`; they may not ask for more than their ancestor.
///
/// A version that is learnt late takes its place among the others by its own day: a revision of March
/// that is recorded in July changes what was requested from March on, up to that of June.
public struct RequirementRegister: Hashable, Sendable {
  /// One version of what is asked for under one key.
  private struct Version: Hashable {
    let fact: FactID
    /// Its own day, which tells its place among the others.
    let date: CalendarDate
    let kind: Requirement.Kind
    /// A total, or an increment.
    let amount: Int64
    /// What that is counted in.
    let currency: Currency
    /// From which day on the books hold it.
    let from: CalendarDate
    /// From which day on they no longer do; nil where it was not taken back.
    var until: CalendarDate?

    func stands(on day: CalendarDate) -> Bool { from <= day && until.map { day < $0 } ?? true }
  }

  /// What a line gains or, negative, loses on a day, in minor units of the book currency.
  public struct Change: Hashable, Sendable {
    /// The day.
    public let day: CalendarDate
    /// The scope, or the remainder of one.
    public let line: ScopePath
    /// Never zero.
    public let amount: Int64
  }

  /// Versions of a key, by their own days; of one day, in the order in which they came.
  private var versions: [BudgetYear: [ScopePath: [[Tag]: [Version]]]] = [:]

  /// Makes an empty register.
  public init() {}

  /// Adds a version that `fact` states on its own `date`, and that the books hold from `day` on.
  ///
  /// An original and a revision state the total, so that a revision may be the first that is known.
  /// - Returns: What each line gains or loses, by day and line.
  /// - Throws: `requirement-exists` for an original after another version, `requirement-none` for a
  ///   supplement to nothing, `requirement-negative` for a total below zero on some day,
  ///   `requirement-children` where what is asked for below a scope exceeds its own, `sum-overflow`
  ///   where a total or a change is beyond 64 bits; the register is then as it was.
  /// - Complexity: O(*d* · *s* · depth) for *s* scopes with a requirement in that year, and *d* days
  ///   from `day` on on which one of them changes.
  public mutating func add(
    _ requirement: Requirement, by fact: FactID, dated date: CalendarDate, from day: CalendarDate,
    in tree: ProgrammeTree
  ) throws(Fault) -> [Change] {
    try requireTurn(of: requirement, dated: date)
    let version = Version(
      fact: fact, date: date, kind: requirement.kind, amount: requirement.amount.minorUnits,
      currency: requirement.amount.currency, from: day)
    return try update(requirement.key, from: day, in: tree) { versions in
      versions.insert(version, at: versions.firstIndex { $0.date > date } ?? versions.endIndex)
    }
  }

  /// Takes back the version that `fact` states, from `day` on.
  ///
  /// - Returns: As ``add(_:by:dated:from:in:)`` does.
  /// - Throws: `reversal-dependants` where supplements rest on it; otherwise as
  ///   ``add(_:by:dated:from:in:)``.
  public mutating func withdraw(
    _ fact: FactID, of key: Requirement.Key, from day: CalendarDate, in tree: ProgrammeTree
  ) throws(Fault) -> [Change] {
    let resting = supplements(to: fact, of: key)
    guard resting.isEmpty else {
      throw Fault(
        .reversalDependants, fact.text, resting.map(\.text).joined(separator: ", "))
    }
    return try update(key, from: day, in: tree) { versions in
      for index in versions.indices where versions[index].fact == fact {
        versions[index].until = day
      }
    }
  }

  /// Refuses a version that comes before or after its turn.
  /// - Throws: `requirement-exists`, `requirement-none`.
  func requireTurn(of requirement: Requirement, dated date: CalendarDate) throws(Fault) {
    let key = requirement.key
    let standing = versions(of: key).filter { $0.until == nil }
    let isPreceded = standing.contains { $0.date <= date }
    let hasOriginal = standing.contains { $0.kind == .original }
    if requirement.kind == .original, isPreceded || hasOriginal {
      throw Fault(.requirementExists, key.scope.text, key.year.description)
    }
    if requirement.kind == .supplementary, !isPreceded {
      throw Fault(
        .requirementNone, key.scope.text, key.year.description, date.description)
    }
  }

  /// The scope's own requirement in minor units, all tags together, as it stands after all that is
  /// known or on a day; nil where it has none.
  public func own(
    _ scope: ScopePath, year: BudgetYear, on day: CalendarDate = .latest
  ) -> Int128? {
    guard let keys = versions[year]?[scope] else { return nil }
    let standing = keys.values.lazy.map { $0.filter { $0.stands(on: day) } }.filter { !$0.isEmpty }
    return standing.isEmpty ? nil : standing.reduce(0) { $0 + Self.total($1) }
  }

  private static func total(_ versions: [Version]) -> Int128 {
    versions.reduce(0) { $1.kind.total(after: $0, stating: $1.amount) }
  }

  private func versions(of key: Requirement.Key) -> [Version] {
    versions[key.year]?[key.scope]?[key.tags] ?? []
  }

  /// The supplements that add to the total which `fact` states.
  private func supplements(to fact: FactID, of key: Requirement.Key) -> [FactID] {
    let standing = versions(of: key).filter { $0.until == nil }
    guard let place = standing.firstIndex(where: { $0.fact == fact }),
      standing[place].kind != .supplementary
    else { return [] }
    return standing[(place + 1)...].prefix { $0.kind == .supplementary }.map(\.fact)
  }

  private mutating func update(
    _ key: Requirement.Key, from first: CalendarDate, in tree: ProgrammeTree,
    by change: (inout [Version]) -> Void
  ) throws(Fault) -> [Change] {
    var next = self
    change(&next.versions[key.year, default: [:]][key.scope, default: [:]][key.tags, default: []])
    var changes: [Change] = []
    var before: [ScopePath: Int128] = [:]
    for day in next.days(of: key.year, from: first) {
      try next.check(key, on: day)
      let after = try next.differences(to: self, around: key, on: day, in: tree)
      for line in Set(before.keys).union(after.keys).sorted() {
        let difference = (after[line] ?? 0) - (before[line] ?? 0)
        // The least number has no opposite, which the line's other side would need.
        guard let amount = Int64(exactly: difference), amount > .min else {
          throw Fault(.sumOverflow, "the requirement of \(line)")
        }
        if amount != 0 { changes.append(Change(day: day, line: line, amount: amount)) }
      }
      before = after
    }
    self = next
    return changes
  }

  /// The days on which something of a year changes, `first` and those after it.
  private func days(of year: BudgetYear, from first: CalendarDate) -> [CalendarDate] {
    var days: Set = [first]
    for versions in (versions[year] ?? [:]).values.lazy.flatMap(\.values) {
      for version in versions {
        days.insert(version.from)
        if let until = version.until { days.insert(until) }
      }
    }
    return days.filter { $0 >= first }.sorted()
  }

  private func check(_ key: Requirement.Key, on day: CalendarDate) throws(Fault) {
    let total = Self.total(versions(of: key).filter { $0.stands(on: day) })
    guard total >= 0 else {
      throw Fault(
        .requirementNegative, key.scope.text, key.year.description, day.description)
    }
    guard total <= Int64.max else { throw Fault(.sumOverflow, "the requirement of \(key.scope)") }
  }

  /// By how much the lines of a key's scope, and of those above it, are more on a day than in `other`.
  /// - Throws: `requirement-children`.
  private func differences(
    to other: Self, around key: Requirement.Key, on day: CalendarDate, in tree: ProgrammeTree
  ) throws(Fault) -> [ScopePath: Int128] {
    let ancestor = ancestor(of: key.scope, year: key.year, on: day, in: tree)
    let touched = [key.scope] + (ancestor.map { [$0] } ?? [])
    var lines = lines(of: touched, year: key.year, on: day, in: tree)
    for scope in touched {
      guard let left = lines[scope.remainder], left < 0,
        let own = own(scope, year: key.year, on: day),
        let currency = versions(of: key).first?.currency
      else { continue }
      func shown(_ sum: Int128) -> String {
        Money(minorUnits: Int64(clamping: sum), of: currency).description
      }
      throw Fault(
        .requirementChildren, scope.text, key.year.description, day.description,
        shown(own - left), shown(own))
    }
    for (line, amount) in other.lines(of: touched, year: key.year, on: day, in: tree) {
      lines[line, default: 0] -= amount
    }
    return lines.filter { $0.value != 0 }
  }

  /// The lines of the scopes given: each scope itself, or its remainder.
  private func lines(
    of scopes: [ScopePath], year: BudgetYear, on day: CalendarDate, in tree: ProgrammeTree
  ) -> [ScopePath: Int128] {
    var lines: [ScopePath: Int128] = [:]
    for scope in scopes {
      guard let own = own(scope, year: year, on: day) else { continue }
      let below = (versions[year] ?? [:]).keys.compactMap { other -> Int128? in
        guard other != scope, tree.contains(other, in: scope),
          ancestor(of: other, year: year, on: day, in: tree) == scope
        else { return nil }
        return self.own(other, year: year, on: day)
      }
      lines[below.isEmpty ? scope : scope.remainder] = below.reduce(own, -)
    }
    return lines
  }

  /// The nearest scope above that has a requirement of its own.
  private func ancestor(
    of scope: ScopePath, year: BudgetYear, on day: CalendarDate, in tree: ProgrammeTree
  ) -> ScopePath? {
    tree.lineage(of: scope).dropFirst().first { own($0, year: year, on: day) != nil }
  }
}
