/// By how much more lines would be filled if some money could go to other lines, or if there were new money.
///
/// As a function of what one arc lets pass, the flow is the lesser of a constant, and of the flow without the
/// arc plus what it lets pass. So one flow in which all money of one eligibility may go elsewhere serves each
/// contribution of it: alone it gains as much, and no more than it is. The same holds for new money for the
/// lines of one class.
struct GapGains {
  /// Which money may go where.
  private struct Move: Hashable {
    /// One of the index's sets: the money that may go there; nil for new money.
    let set: Int?
    /// The lines to which it may go.
    let lines: LineSet
  }

  private let merged: MergedGap
  private let network: GapNetwork
  private var gains: [Move: Int64] = [:]
  private var gainOfClass: [Int: Int64] = [:]
  /// What each class lacks at some lines.
  private var lacks: [LineSet: [(class: Int, open: Int128)]] = [:]

  /// Finds gains beyond a maximum flow in the network of a merged problem.
  init(_ merged: MergedGap, _ network: GapNetwork) {
    self.merged = merged
    self.network = network
  }

  /// What any amount of new money for some lines would fill.
  mutating func gain(ofNewMoneyFor lines: LineSet) -> Int64 {
    guard let place = lines.single else { return gain(of: Move(set: nil, lines: lines)) }
    let number = merged.classOf[place]
    let ofClass =
      gainOfClass[number]
      ?? gain(
        of: Move(
          set: nil,
          lines: LineSet(union: merged.classes[number].map { Int32($0)..<Int32($0) + 1 })))
    gainOfClass[number] = ofClass
    return min(ofClass, merged.open(place))
  }

  /// What more would be filled if a contribution without limits could go to `lines`, which those are among
  /// to which it may go already.
  mutating func gain(of turn: Int, goingTo lines: LineSet) -> Int64 {
    min(
      merged.index.left(turn), gain(of: Move(set: merged.index.reach[turn], lines: lines)))
  }

  private mutating func gain(of move: Move) -> Int64 {
    if let known = gains[move] { return known }
    var flow = network.flow
    let node = flow.addNode()
    // Money that is set aside for a line goes through the network once it may leave it.
    var returned: Int128 = 0
    var home: Int?
    if let tap = move.set.flatMap({ merged.tapOfSet[$0] }) {
      flow.connect(GapNetwork.node(ofTap: tap), node)
    } else if let set = move.set, let place = merged.index.sets[set].single {
      flow.connect(GapNetwork.source, node, capacity: Int128(merged.own[place]))
      returned = Int128(merged.filled(place))
      home = merged.classOf[place]
    } else {
      flow.connect(GapNetwork.source, node)
    }
    for (number, open) in lacking(at: move.lines) {
      guard let end = network.node(ofClass: number), let arc = network.classArcs[number]
      else { continue }
      if number == home { flow.widen(arc, by: returned) }
      flow.connect(node, end, capacity: number == home ? open + returned : open)
    }
    let gain = Int64(flow.augment(from: GapNetwork.source, to: GapNetwork.sink) - returned)
    gains[move] = gain
    return gain
  }

  private mutating func lacking(at lines: LineSet) -> [(class: Int, open: Int128)] {
    if let known = lacks[lines] { return known }
    var sums: [Int: Int128] = [:]
    for place in lines.places {
      sums[merged.classOf[place], default: 0] += Int128(merged.open(place))
    }
    let sorted = sums.sorted { $0.key < $1.key }.map { (class: $0.key, open: $0.value) }
    lacks[lines] = sorted
    return sorted
  }
}
