/// A maximum flow that costs the least: arcs may cost, or save, so much for each unit that passes them.
///
/// By the primal-dual algorithm: of all ways on which more could pass, the cheapest are found, as much as
/// passes is pushed along these alone, and so on until none is left. As long as no cycle in the residual
/// network is cheaper than nothing, no flow of the same size is cheaper; the first flow, none, has no such
/// cycle where the arcs form none, and pushing along the cheapest ways alone makes none. What the cheapest way costs
/// rises from one round to the next, so that there are no more rounds than costs of ways; a round takes
/// O(*n* *m*) steps for what is cheapest, and a flow.
///
/// Source: L. R. Ford and D. R. Fulkerson, "Flows in Networks" (1962); R. K. Ahuja, T. L. Magnanti and J. B. Orlin,
/// "Network Flows: Theory, Algorithms, and Applications" (1993).
struct CheapestFlow {
  /// The network; it is filled by ``fill(from:to:)`` alone.
  private(set) var flow: FlowNetwork
  /// What a unit costs in each direction of each arc.
  private var costs: [Int] = []

  /// Makes a network of so many nodes and no arcs.
  init(nodes: Int) {
    flow = FlowNetwork(nodes: nodes)
  }

  /// Adds a node.
  /// - Returns: Its number.
  mutating func addNode() -> Int { flow.addNode() }

  /// Adds an arc that lets `capacity` pass one way, each unit at `cost`.
  ///
  /// - Precondition: The arcs form no cycle.
  /// - Returns: The arc.
  @discardableResult mutating func connect(
    _ source: Int, _ end: Int, capacity: Int128 = FlowNetwork.unbounded, cost: Int = 0
  ) -> FlowNetwork.Arc {
    costs += [cost, -cost]
    return flow.connect(source, end, capacity: capacity)
  }

  /// Pushes as much as passes from one node to another, so that it costs the least.
  mutating func fill(from source: Int, to sink: Int) {
    while true {
      let distances = distances(from: source)
      guard distances[sink] != nil else { return }
      let isCheapest = costs.indices.map { arc in
        guard let near = distances[flow.source(of: arc)], let far = distances[flow.end(of: arc)]
        else { return false }
        return near + costs[arc] == far
      }
      flow.augment(from: source, to: sink) { isCheapest[$0] }
    }
  }

  /// What the cheapest way to each node costs; nil where there is none.
  private func distances(from source: Int) -> [Int?] {
    var distances = [Int?](repeating: nil, count: flow.count)
    distances[source] = 0
    var isShorter = true
    while isShorter {
      isShorter = false
      for arc in costs.indices where flow.residual[arc] > 0 {
        guard let near = distances[flow.source(of: arc)] else { continue }
        let end = flow.end(of: arc)
        guard distances[end].map({ near + costs[arc] < $0 }) ?? true else { continue }
        distances[end] = near + costs[arc]
        isShorter = true
      }
    }
    return distances
  }
}
