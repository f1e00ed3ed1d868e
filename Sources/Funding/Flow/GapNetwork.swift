/// The network of a merged problem: from the source through taps to classes of lines, and to the sink.
struct GapNetwork {
  /// What a class of lines is to a network.
  enum Role: Hashable {
    /// It may take so much.
    case open(Int128)
    /// It takes what it has with all others that are settled, together.
    case settled
    /// It takes nothing.
    case absent
  }

  /// Where all flow comes from.
  static let source = 0
  /// Where all flow goes to.
  static let sink = 1

  /// The flow.
  var flow: FlowNetwork
  /// From the source, or from the tap above, to each tap.
  private(set) var tapArcs: [FlowNetwork.Arc] = []
  /// From each tap to the classes it feeds, in the order of its list; those to absent ones are left out.
  private(set) var feeds: [[(arc: FlowNetwork.Arc, to: Int)]] = []
  /// From each class to the sink; those of settled and absent classes are nil.
  private(set) var classArcs: [FlowNetwork.Arc?]
  private var nodes: [Int?]

  /// Makes the network of `merged`.
  ///
  /// - Parameters:
  ///   - merged: The problem.
  ///   - scale: What all capacities of taps are multiplied by.
  ///   - settled: What all settled classes take together.
  ///   - roles: What each class is.
  init(
    _ merged: MergedGap, scale: Int128 = 1, settled: Int128 = 0, roles: [Role]
  ) {
    flow = FlowNetwork(nodes: 2 + merged.taps.count)
    classArcs = Array(repeating: nil, count: roles.count)
    nodes = classArcs
    if roles.contains(.settled) {
      let node = flow.addNode()
      flow.connect(node, Self.sink, capacity: settled)
      for number in roles.indices where roles[number] == .settled { nodes[number] = node }
    }
    for (number, role) in roles.enumerated() {
      guard case .open(let capacity) = role else { continue }
      let node = flow.addNode()
      nodes[number] = node
      classArcs[number] = flow.connect(node, Self.sink, capacity: capacity)
    }
    for (number, tap) in merged.taps.enumerated() {
      let above = tap.parent.map(Self.node(ofTap:)) ?? Self.source
      let node = Self.node(ofTap: number)
      tapArcs.append(flow.connect(above, node, capacity: Int128(tap.capacity) * scale))
      var feeds: [(arc: FlowNetwork.Arc, to: Int)] = []
      var isFeedingSettled = false
      for place in tap.classes {
        guard let end = nodes[place] else { continue }
        if classArcs[place] == nil {
          guard !isFeedingSettled else { continue }
          isFeedingSettled = true
        }
        feeds.append((flow.connect(node, end), place))
      }
      self.feeds.append(feeds)
    }
  }

  /// The network in which each class takes what its lines ask for, and the flow through it.
  init(filling merged: MergedGap) {
    self.init(
      merged,
      roles: merged.classes.map { places in
        .open(places.reduce(0) { $0 + Int128(merged.open($1)) })
      })
    flow.augment(from: Self.source, to: Self.sink)
  }

  /// The node of a tap.
  static func node(ofTap tap: Int) -> Int { 2 + tap }

  /// The node of a class; nil where it is absent.
  func node(ofClass number: Int) -> Int? { nodes[number] }

  /// Pushes as much as passes from the source to the sink, and no more than `most`.
  /// - Returns: How much was pushed.
  @discardableResult mutating func fill(atMost most: Int128 = FlowNetwork.unbounded) -> Int128 {
    flow.augment(from: Self.source, to: Self.sink, atMost: most)
  }

  /// How much flows into a class.
  func flow(intoClass number: Int) -> Int128 { classArcs[number].map(flow.flow) ?? 0 }

  /// How much flows into all classes together, which no problem makes more than 64 bits.
  var flowIntoClasses: Int64 { Int64(classArcs.indices.reduce(0) { $0 + flow(intoClass: $1) }) }
}
