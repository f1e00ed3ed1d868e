/// Which contribution fills which line, so that each is used as the order of use says, and each line has its
/// fair share.
///
/// The two are always payable together. The plan itself is one of many: the one that differs least from an
/// earlier plan or, where there is none, the one in which contributions in the order of their use fill lines by
/// identifier.
public struct AllocationPlan: Hashable, Sendable {
  /// So much of a contribution for a line; what is posted is no part of it.
  public struct Item: Hashable, Sendable {
    /// The contribution.
    public let contribution: String
    /// The line.
    public let line: String
    /// How much; positive, in minor units.
    public let amount: Int64

    /// Makes an item.
    public init(_ contribution: String, _ line: String, _ amount: Int64) {
      self.contribution = contribution
      self.line = line
      self.amount = amount
    }
  }

  /// The items, by the order of use, then by line.
  public let items: [Item]

  /// Makes a plan of items, from which another is to differ least.
  public init(items: [Item]) {
    self.items = items
  }
}

extension GapSolver {
  /// A plan that pays the fair share of every line in the order of use.
  ///
  /// Of all plans that do, it is one that differs least from an `earlier` one: what each contribution gives to each line
  /// more or less than before, summed over all. What contributions and lines it names that are not of this problem,
  /// or that the problem keeps apart, are passed over.
  public func plan(changingLeast earlier: AllocationPlan? = nil) -> AllocationPlan {
    var planner = Planner(
      merged, uses: UseOrder.uses(in: merged), funded: FairShare.of(merged).funded)
    return AllocationPlan(items: planner.items(keeping: earlier?.items ?? []))
  }
}

/// Pays lines from contributions.
private struct Planner {
  private let merged: MergedGap
  /// What of each contribution is still to be used.
  private var uses: [Int64]
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

  mutating func items(keeping earlier: [AllocationPlan.Item]) -> [AllocationPlan.Item] {
    let index = merged.index
    var payments: [Payment] = []
    for turn in index.money.indices where uses[turn] > 0 {
      guard let place = merged.ownPlace(of: turn) else { continue }
      wanted[place] -= uses[turn]
      payments.append(Payment(turn: turn, place: place, amount: uses[turn]))
    }
    var flows: [[(to: Int, amount: Int64)]]
    if earlier.isEmpty {
      flows = tapFlows()
    } else {
      let reuse = PlanReuse(of: merged, uses: uses, wanted: wanted, earlier: known(among: earlier))
      for kept in reuse.kept {
        uses[kept.turn] -= kept.amount
        wanted[kept.place] -= kept.amount
      }
      payments += reuse.kept
      flows = reuse.flows
    }
    for turn in index.money.indices where uses[turn] > 0 && merged.tap(of: turn) != nil {
      payments += pay(turn, &flows)
    }
    return payments.summed.sorted { left, right in
      left.turn != right.turn
        ? left.turn < right.turn : index.line(left.place).precedes(index.line(right.place))
    }.map { payment in
      AllocationPlan.Item(
        index.contribution(payment.turn), index.line(payment.place), payment.amount)
    }
  }

  /// The payments of an earlier plan, by contribution and place; of those that the problem knows.
  private func known(among items: [AllocationPlan.Item]) -> [Payment] {
    let index = merged.index
    let turns = Dictionary(
      uniqueKeysWithValues: index.money.indices.map { (ExactText(index.contribution($0)), $0) })
    let places = Dictionary(
      uniqueKeysWithValues: index.required.indices.map { (ExactText(index.line($0)), $0) })
    return items.compactMap { item in
      guard let turn = turns[ExactText(item.contribution)],
        let place = places[ExactText(item.line)]
      else { return nil }
      return Payment(turn: turn, place: place, amount: item.amount)
    }.summed
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
    return network.feeds.map(network.flow.amounts)
  }

  /// Pays from a tap and, where limits bind, from those below it.
  private mutating func pay(
    _ turn: Int, _ flows: inout [[(to: Int, amount: Int64)]]
  ) -> [Payment] {
    var rest = uses[turn]
    var payments: [Payment] = []
    for tap in merged.taps(of: turn) {
      while rest > 0, let flow = flows[tap].last {
        let amount = min(rest, flow.amount)
        rest -= amount
        flows[tap].removeLast()
        if flow.amount > amount { flows[tap].append((flow.to, flow.amount - amount)) }
        payments += fill(flow.to, with: amount, of: turn)
      }
    }
    return payments
  }

  /// Gives so much to the next lines of a class.
  private mutating func fill(
    _ number: Int, with amount: Int64, of turn: Int
  ) -> [Payment] {
    var rest = amount
    var payments: [Payment] = []
    while rest > 0, let place = queues[number].last {
      let taken = min(rest, wanted[place])
      if taken > 0 { payments.append(Payment(turn: turn, place: place, amount: taken)) }
      rest -= taken
      wanted[place] -= taken
      if wanted[place] == 0 { queues[number].removeLast() }
    }
    return payments
  }
}
