/// A network through which flow is pushed from one node to another, as much as its arcs let pass.
///
/// The flow is found by the algorithm of Dinitz: arcs that lead away from the source are sought in breadth,
/// and blocked in depth, until the target is out of reach. That takes O(*n*² *m*) steps for *n* nodes
/// and *m* arcs at worst; the networks of the gap calculator are merged first, and have few of both.
///
/// Capacities are whole, and have 128 bits: a level of fairness multiplies 64 bits by 64 bits.
///
/// Source: E. A. Dinitz (1970), the algorithm of blocking flows.
struct FlowNetwork {
  /// A direction of an arc; an even one runs as the arc was connected, the odd one after it back.
  typealias Arc = Int

  /// More than any sum of capacities that are met.
  static let unbounded = Int128.max >> 1

  private var first: [Int32]
  private var following: [Int32] = []
  private var target: [Int32] = []
  /// How much more each direction lets pass.
  private(set) var residual: [Int128] = []

  // What a search notes; kept, so that a search takes no memory.
  private var level: [Int32]
  private var current: [Int32]
  private var queue: [Int32]
  private var path: [Int32] = []

  /// Makes a network of so many nodes and no arcs.
  init(nodes: Int) {
    first = Array(repeating: -1, count: nodes)
    level = first
    current = first
    queue = first
  }

  /// The number of nodes.
  var count: Int { first.count }

  /// Adds a node.
  /// - Returns: Its number.
  mutating func addNode() -> Int {
    first.append(-1)
    level.append(-1)
    current.append(-1)
    queue.append(-1)
    return first.count - 1
  }

  /// Adds an arc that lets `capacity` pass one way, and nothing back.
  /// - Returns: The arc.
  @discardableResult mutating func connect(
    _ source: Int, _ end: Int, capacity: Int128 = Self.unbounded
  ) -> Arc {
    let arc = target.count
    target += [Int32(end), Int32(source)]
    following += [first[source], first[end]]
    residual += [capacity, 0]
    first[source] = Int32(arc)
    first[end] = Int32(arc + 1)
    return arc
  }

  /// Where an arc starts.
  func source(of arc: Arc) -> Int { Int(target[arc ^ 1]) }

  /// Where an arc ends.
  func end(of arc: Arc) -> Int { Int(target[arc]) }

  /// How much passes an arc.
  func flow(_ arc: Arc) -> Int128 { residual[arc ^ 1] }

  /// How much passes some arcs, with what each leads to; those that nothing passes are left out.
  func amounts(through feeds: [(arc: Arc, to: Int)]) -> [(to: Int, amount: Int64)] {
    feeds.compactMap { feed in
      let amount = Int64(flow(feed.arc))
      return amount > 0 ? (feed.to, amount) : nil
    }
  }

  /// Lets so much more pass an arc.
  mutating func widen(_ arc: Arc, by amount: Int128) { residual[arc] += amount }

  /// Lets no more pass an arc than passes it.
  mutating func seal(_ arc: Arc) { residual[arc] = 0 }

  /// Takes back so much of what passes an arc, and lets it pass no more.
  ///
  /// The caller takes it from the arcs before and after too, or has pushed it elsewhere.
  mutating func withdraw(_ amount: Int128, from arc: Arc) { residual[arc ^ 1] -= amount }

  /// Takes an arc out, with all that passes it.
  mutating func cut(_ arc: Arc) {
    residual[arc] = 0
    residual[arc ^ 1] = 0
  }

  /// Pushes so much along an arc that lets it pass.
  mutating func push(_ amount: Int128, along arc: Arc) {
    residual[arc] -= amount
    residual[arc ^ 1] += amount
  }

  /// Pushes as much as passes from one node to another, and no more than `most`.
  /// - Returns: How much was pushed.
  @discardableResult mutating func augment(
    from source: Int, to sink: Int, atMost most: Int128 = Self.unbounded
  ) -> Int128 {
    var pushed: Int128 = 0
    while pushed < most, sortIntoLevels(from: source, to: sink) {
      for node in current.indices { current[node] = first[node] }
      while pushed < most {
        let amount = pushPath(from: source, to: sink, atMost: most - pushed)
        guard amount > 0 else { break }
        pushed += amount
      }
    }
    return pushed
  }

  /// Pushes as much as passes from one node to another along some arcs alone.
  ///
  /// - Precondition: Where an arc is taken, so is the opposite direction, unless nothing passes it.
  mutating func augment(from source: Int, to sink: Int, along isTaken: (Arc) -> Bool) {
    var closed: [(arc: Arc, residual: Int128)] = []
    for arc in residual.indices where residual[arc] > 0 && !isTaken(arc) {
      closed.append((arc, residual[arc]))
      residual[arc] = 0
    }
    augment(from: source, to: sink)
    for (arc, amount) in closed { residual[arc] += amount }
  }

  /// Notes how many arcs each node is from the source, up to the sink.
  /// - Returns: Whether the sink is in reach.
  private mutating func sortIntoLevels(from source: Int, to sink: Int) -> Bool {
    for node in level.indices { level[node] = -1 }
    level[source] = 0
    queue[0] = Int32(source)
    var head = 0
    var tail = 1
    while head < tail {
      let node = Int(queue[head])
      head += 1
      var arc = Int(first[node])
      while arc >= 0 {
        let end = Int(target[arc])
        if residual[arc] > 0, level[end] < 0 {
          level[end] = level[node] + 1
          guard end != sink else { return true }
          queue[tail] = Int32(end)
          tail += 1
        }
        arc = Int(following[arc])
      }
    }
    return false
  }

  /// Pushes along one path that leads away from the source.
  /// - Returns: How much was pushed; 0 where all paths are blocked.
  private mutating func pushPath(from source: Int, to sink: Int, atMost most: Int128) -> Int128 {
    path.removeAll(keepingCapacity: true)
    var node = source
    while node != sink {
      let arc = Int(current[node])
      if arc < 0 {
        guard let last = path.popLast() else { return 0 }
        // The node leads nowhere: step back, and take the next arc there.
        node = Int(target[Int(last) ^ 1])
        current[node] = following[Int(last)]
      } else if residual[arc] > 0, level[Int(target[arc])] == level[node] + 1 {
        path.append(Int32(arc))
        node = Int(target[arc])
      } else {
        current[node] = following[arc]
      }
    }
    let amount = path.reduce(most) { min($0, residual[Int($1)]) }
    for arc in path { push(amount, along: Int(arc)) }
    return amount
  }

  /// The nodes that more could be pushed to from `source`.
  func reached(from source: Int) -> [Bool] {
    search(from: source) { residual[$0] > 0 }
  }

  /// The nodes from which more could be pushed to `sink`.
  func reaching(_ sink: Int) -> [Bool] {
    search(from: sink) { residual[$0 ^ 1] > 0 }
  }

  private func search(from start: Int, across isOpen: (Arc) -> Bool) -> [Bool] {
    var found = Array(repeating: false, count: count)
    found[start] = true
    var open = [start]
    while let node = open.popLast() {
      var arc = Int(first[node])
      while arc >= 0 {
        let end = Int(target[arc])
        if !found[end], isOpen(arc) {
          found[end] = true
          open.append(end)
        }
        arc = Int(following[arc])
      }
    }
    return found
  }
}
