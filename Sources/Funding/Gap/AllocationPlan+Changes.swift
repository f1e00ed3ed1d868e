extension AllocationPlan {
  /// What one contribution gives to one line, in an earlier plan and in this.
  public struct Change: Hashable, Sendable {
    /// The contribution.
    public let contribution: String
    /// The line.
    public let line: String
    /// How much in the earlier plan, in minor units.
    public let before: Int64
    /// How much in this.
    public let now: Int64
  }

  /// What of the plan of a problem is left to be done in a later one: what was planned and posted then, less what is
  /// posted now, where that is more than nothing.
  public func remaining(of problem: GapProblem, in later: GapProblem) -> AllocationPlan {
    var left = amounts
    for posting in problem.postings { left[Pair(of: posting), default: 0] += posting.amount }
    for posting in later.postings { left[Pair(of: posting), default: 0] -= posting.amount }
    return AllocationPlan(
      items: left.filter { $0.value > 0 }.sorted { $0.key.precedes($1.key) }.map { pair, amount in
        Item(pair.contribution, pair.line, amount)
      })
  }

  /// What differs from an earlier plan, by contribution and line.
  public func changes(since earlier: AllocationPlan) -> [Change] {
    let (before, now) = (earlier.amounts, amounts)
    return Set(before.keys).union(now.keys).sorted { $0.precedes($1) }.compactMap { pair in
      let amounts = (before[pair] ?? 0, now[pair] ?? 0)
      return amounts.0 == amounts.1
        ? nil
        : Change(
          contribution: pair.contribution, line: pair.line, before: amounts.0, now: amounts.1)
    }
  }

  private var amounts: [Pair: Int64] {
    items.reduce(into: [:]) { $0[Pair(of: $1), default: 0] += $1.amount }
  }
}

/// A contribution and a line.
private struct Pair: Hashable {
  let contribution: String
  let line: String

  init(of item: AllocationPlan.Item) {
    contribution = item.contribution
    line = item.line
  }

  init(of posting: GapProblem.Posting) {
    contribution = posting.contribution
    line = posting.line
  }

  func precedes(_ other: Pair) -> Bool {
    contribution == other.contribution
      ? line.precedes(other.line) : contribution.precedes(other.contribution)
  }
}
