/// How much of an earlier plan stays, and what the rest flows through: of all plans that use as much of each
/// contribution and give as much to each line, one that differs least from the earlier.
///
/// Two plans of the same sums differ by what each has beyond what both have, summed over all pairs of contribution and
/// line. Both sums are given, so that they differ least where most is kept. A unit that is kept saves one: beside the
/// ways of the merged network each pair of the earlier plan has an arc of its own, from where its money flows to its
/// line, as wide as the pair and cheaper by one. The cheapest of the greatest flows keeps the most.
struct PlanReuse {
  /// What stays.
  private(set) var kept: [Payment] = []
  /// How much of each tap goes to each class beside that.
  private(set) var flows: [[(to: Int, amount: Int64)]]

  private let merged: MergedGap
  private var network: CheapestFlow
  private var pairs: [(turn: Int, place: Int, arc: FlowNetwork.Arc)] = []
  private var feeds: [[(arc: FlowNetwork.Arc, to: Int)]] = []
  private var classNodes: [Int] = []

  private static let source = GapNetwork.source
  private static let sink = GapNetwork.sink

  /// Keeps what can be kept.
  ///
  /// - Parameters:
  ///   - merged: The problem.
  ///   - uses: How much of each contribution is used.
  ///   - wanted: How much each place gets that is not set aside for it.
  ///   - earlier: The earlier plan; each contribution and place once.
  init(
    of merged: MergedGap, uses: [Int64], wanted: [Int64],
    earlier: [Payment]
  ) {
    self.merged = merged
    network = CheapestFlow(nodes: 2 + merged.taps.count)
    flows = []
    let known = earlier.filter { pair in
      merged.tap(of: pair.turn) != nil && uses[pair.turn] > 0 && wanted[pair.place] > 0
        && merged.index.lines(for: pair.turn).contains(pair.place)
    }
    let lineNodes = connectLines(wanted, apart: Set(known.map(\.place)))
    connectTaps()
    let turnNodes = connectTurns(uses, apart: Set(known.map(\.turn)))
    for pair in known {
      guard let from = turnNodes[pair.turn] ?? tapNode(of: pair.turn, at: pair.place),
        let to = lineNodes[pair.place]
      else { continue }
      let arc = network.connect(from, to, capacity: Int128(pair.amount), cost: -1)
      pairs.append((pair.turn, pair.place, arc))
    }
    network.fill(from: Self.source, to: Self.sink)
    kept = pairs.compactMap { pair in
      let amount = Int64(network.flow.flow(pair.arc))
      return amount > 0 ? Payment(turn: pair.turn, place: pair.place, amount: amount) : nil
    }
    flows = feeds.map(network.flow.amounts)
  }

  /// Connects classes to the sink: by a node for each place that stands apart, and for all others together.
  private mutating func connectLines(_ wanted: [Int64], apart: Set<Int>) -> [Int: Int] {
    var nodes: [Int: Int] = [:]
    for places in merged.classes {
      let node = network.addNode()
      classNodes.append(node)
      var others: Int128 = 0
      for place in places {
        guard apart.contains(place) else {
          others += Int128(wanted[place])
          continue
        }
        let line = network.addNode()
        nodes[place] = line
        network.connect(node, line)
        network.connect(line, Self.sink, capacity: Int128(wanted[place]))
      }
      if others > 0 { network.connect(node, Self.sink, capacity: others) }
    }
    return nodes
  }

  /// Connects each tap to the classes it feeds, and those of limits to the tap above.
  private mutating func connectTaps() {
    for (number, tap) in merged.taps.enumerated() {
      let node = GapNetwork.node(ofTap: number)
      if let parent = tap.parent {
        network.connect(GapNetwork.node(ofTap: parent), node, capacity: Int128(tap.capacity))
      }
      feeds.append(tap.classes.map { (network.connect(node, classNodes[$0]), $0) })
    }
  }

  /// Connects the source to the taps: by a node for each contribution without limits that stands apart, and for all
  /// others together.
  private mutating func connectTurns(_ uses: [Int64], apart: Set<Int>) -> [Int: Int] {
    var nodes: [Int: Int] = [:]
    var sums = merged.taps.map { _ in Int128(0) }
    for turn in uses.indices where uses[turn] > 0 {
      guard let tap = merged.tap(of: turn) else { continue }
      guard apart.contains(turn), merged.tapOfLimited[turn] == nil else {
        sums[tap] += Int128(uses[turn])
        continue
      }
      let node = network.addNode()
      nodes[turn] = node
      network.connect(Self.source, node, capacity: Int128(uses[turn]))
      network.connect(node, GapNetwork.node(ofTap: tap))
    }
    for (tap, sum) in sums.enumerated() where sum > 0 {
      network.connect(Self.source, GapNetwork.node(ofTap: tap), capacity: sum)
    }
    return nodes
  }

  /// The tap of a contribution with limits that feeds a place.
  private func tapNode(of turn: Int, at place: Int) -> Int? {
    merged.taps(of: turn).first { merged.taps[$0].lines.contains(place) }
      .map(GapNetwork.node(ofTap:))
  }
}
