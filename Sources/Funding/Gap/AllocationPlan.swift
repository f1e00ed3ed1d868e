/// Which contribution fills which line, so that each is used as the order of use says, and each line has its
/// fair share.
///
/// The two are always payable together. The plan itself is one of many: contributions in the order of
/// their use fill lines by identifier.
public struct AllocationPlan: Hashable, Sendable {
  /// So much of a contribution for a line; what is posted is no part of it.
  public struct Item: Hashable, Sendable {
    /// The contribution.
    public let contribution: String
    /// The line.
    public let line: String
    /// How much; positive, in minor units.
    public let amount: Int64
  }

  /// The items, by the order of use, then by line.
  public let items: [Item]
}

extension GapSolver {
  /// A plan that pays the fair share of every line in the order of use.
  public func plan() -> AllocationPlan {
    var planner = Planner(
      merged, uses: UseOrder.uses(in: merged), funded: FairShare.of(merged).funded)
    return AllocationPlan(items: planner.items())
  }
}

/// Pays lines from contributions.
private struct Planner {
  private let merged: MergedGap
  private let uses: [Int64]
  /// What each place still gets.
  private var wanted: [Int64]
  /// The places of each class that still get something, the next one last.
  private var queues: [[Int]]

  init(_ merged: MergedGap, uses: [Int64], funded: [Int64]) {
    self.merged = merged
    self.uses = uses
    wanted = zip(funded, merged.index.posted).map { $0 - $1 }
    queues = merged.classes.map { places in
      places.sorted { merged.index.line($1).precedes(merged.index.line($0)) }
    }
  }

  mutating func items() -> [AllocationPlan.Item] {
    let index = merged.index
    var items: [AllocationPlan.Item] = []
    for turn in index.money.indices where uses[turn] > 0 {
      guard let place = merged.ownPlace(of: turn) else { continue }
      wanted[place] -= uses[turn]
      items.append(item(turn, place, uses[turn]))
    }
    var flows = tapFlows()
    for turn in index.money.indices where uses[turn] > 0 {
      guard let tap = merged.tap(of: turn) else { continue }
      items += pay(turn, from: tap, &flows)
    }
    let order = Dictionary(
      uniqueKeysWithValues: index.money.indices.map { (index.contribution($0), $0) })
    return items.sorted { left, right in
      let turns = (order[left.contribution] ?? 0, order[right.contribution] ?? 0)
      return turns.0 != turns.1 ? turns.0 < turns.1 : left.line.precedes(right.line)
    }
  }

  private func item(_ turn: Int, _ place: Int, _ amount: Int64) -> AllocationPlan.Item {
    AllocationPlan.Item(
      contribution: merged.index.contribution(turn), line: merged.index.line(place),
      amount: amount)
  }

  /// How much of each tap, and of those below it, goes to each class.
  private func tapFlows() -> [[(to: Int, amount: Int64)]] {
    var network = GapNetwork(
      merged,
      roles: merged.classes.map { places in
        .open(places.reduce(0) { $0 + Int128(wanted[$1]) })
      })
    // Each contribution is used as the order of use says, and no more.
    var sums = Array(repeating: Int64(0), count: merged.taps.count)
    for turn in uses.indices { if let tap = merged.tap(of: turn) { sums[tap] += uses[turn] } }
    for (tap, sum) in sums.enumerated() where merged.taps[tap].parent == nil {
      network.flow.seal(network.tapArcs[tap])
      network.flow.widen(network.tapArcs[tap], by: Int128(sum))
    }
    network.fill()
    return network.feeds.map { feeds in
      feeds.compactMap { feed in
        let amount = Int64(network.flow.flow(feed.arc))
        return amount > 0 ? (feed.to, amount) : nil
      }
    }
  }

  /// Pays from a tap and, where limits bind, from those below it.
  private mutating func pay(
    _ turn: Int, from tap: Int, _ flows: inout [[(to: Int, amount: Int64)]]
  ) -> [AllocationPlan.Item] {
    let taps =
      merged.tapOfLimited[turn] == nil
      ? tap..<tap + 1 : tap..<tap + 1 + (merged.index.limits[turn]?.count ?? 0)
    var rest = uses[turn]
    var items: [AllocationPlan.Item] = []
    for tap in taps {
      while rest > 0, let flow = flows[tap].last {
        let amount = min(rest, flow.amount)
        rest -= amount
        flows[tap].removeLast()
        if flow.amount > amount { flows[tap].append((flow.to, flow.amount - amount)) }
        items += fill(flow.to, with: amount, of: turn)
      }
    }
    return items
  }

  /// Gives so much to the next lines of a class.
  private mutating func fill(
    _ number: Int, with amount: Int64, of turn: Int
  ) -> [AllocationPlan.Item] {
    var rest = amount
    var items: [AllocationPlan.Item] = []
    while rest > 0, let place = queues[number].last {
      let taken = min(rest, wanted[place])
      if taken > 0 { items.append(item(turn, place, taken)) }
      rest -= taken
      wanted[place] -= taken
      if wanted[place] == 0 { queues[number].removeLast() }
    }
    return items
  }
}
