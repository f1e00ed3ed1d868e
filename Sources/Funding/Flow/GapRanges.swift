/// What each line lacks, and what of each contribution is stranded, at least and at most over all
/// allocations that use as much as can be.
///
/// The least is told by the line, or the contribution, alone: a flow is never too great to be part of a
/// maximum one. The greatest is told by the flow without it. For lines of one class one such flow serves
/// all: as a function of what the class asks for together, the flow is the lesser of a constant, and of
/// the flow without the class plus that. The same holds for money of one tap.
struct GapRanges {
  private let merged: MergedGap
  private let base: FlowNetwork
  /// What all taps could give to each class if it were the only one.
  private var supplies: [Int128]
  /// What each class asks of taps.
  private let demands: [Int128]
  /// How much less flows without each class.
  private var losses: [Int128] = []
  /// How much more would flow into each class if it asked for all there is; nil where nobody wants to know.
  private var gains: [Int128?] = []
  /// What each tap at the source could keep back without loss.
  private var spares: [Int128] = []
  /// What the lines of each of the index's sets lack.
  private let absorbable: [Int64]
  /// What each tap could give if it were the only one.
  private var givable: [Int128]

  /// Finds the ranges of a merged problem, given a maximum flow in its network.
  init(_ merged: MergedGap, _ network: GapNetwork) {
    self.merged = merged
    base = network.flow
    let index = merged.index
    demands = merged.classes.map { $0.reduce(0) { $0 + Int128(merged.open($1)) } }
    absorbable = index.sets.map { $0.places.reduce(0) { $0 + index.remaining($1) } }
    supplies = merged.classes.map { _ in 0 }
    var passing: [Int64] = []
    for tap in merged.taps {
      passing.append(min(tap.capacity, tap.parent.map { passing[$0] } ?? .max))
      for number in tap.classes { supplies[number] += Int128(passing[passing.count - 1]) }
    }
    givable = merged.taps.map { tap in
      tap.lines.places.reduce(0) { $0 + Int128(index.remaining($1)) }
    }
    for (number, tap) in merged.taps.enumerated().reversed() {
      givable[number] = min(givable[number], Int128(tap.capacity))
      if let parent = tap.parent { givable[parent] += givable[number] }
    }
    losses = merged.classes.indices.map { lossWithout(class: $0, in: network) }
    gains = merged.classes.indices.map { number in
      let isAsked = merged.classes[number].contains { merged.own[$0] > 0 }
      return isAsked ? gainWith(class: number, in: network) : nil
    }
    spares = merged.taps.indices.map { spare(tap: $0, in: network) }
  }

  private func lossWithout(class number: Int, in network: GapNetwork) -> Int128 {
    let taken = network.flow(intoClass: number)
    guard taken > 0, let arc = network.classArcs[number], let node = network.node(ofClass: number)
    else { return 0 }
    var flow = base
    flow.cut(arc)
    return taken - flow.augment(from: node, to: GapNetwork.sink, atMost: taken)
  }

  private func gainWith(class number: Int, in network: GapNetwork) -> Int128 {
    guard let node = network.node(ofClass: number) else { return 0 }
    var flow = base
    return flow.augment(from: GapNetwork.source, to: node)
  }

  private func spare(tap: Int, in network: GapNetwork) -> Int128 {
    guard merged.taps[tap].parent == nil else { return 0 }
    let arc = network.tapArcs[tap]
    let given = base.flow(arc)
    var flow = base
    flow.cut(arc)
    let replaced =
      given == 0
      ? 0
      : flow.augment(
        from: GapNetwork.source, to: GapNetwork.node(ofTap: tap), atMost: given)
    return Int128(merged.taps[tap].capacity) - given + replaced
  }

  /// What no current money can fill at a place.
  func leastGap(at place: Int) -> Int64 {
    let open = merged.open(place)
    return open - Int64(min(Int128(open), supplies[merged.classOf[place]]))
  }

  /// What is missing at a place where it gives way to all others.
  func greatestGap(at place: Int) -> Int64 {
    let number = merged.classOf[place]
    return Int64(min(Int128(merged.open(place)), demands[number] - losses[number]))
  }

  /// What of a contribution no line can take.
  func leastStranded(_ turn: Int) -> Int64 {
    let left = merged.index.left(turn)
    if let tap = merged.tapOfLimited[turn] { return left - Int64(givable[tap]) }
    return left - min(left, absorbable[merged.index.reach[turn]])
  }

  /// What of a contribution is not used where it gives way to all others.
  func greatestStranded(_ turn: Int) -> Int64 {
    let left = merged.index.left(turn)
    if let place = merged.ownPlace(of: turn) { return left - Int64(loss(of: left, at: place)) }
    return merged.tap(of: turn).map { Int64(min(Int128(left), spares[$0])) } ?? left
  }

  /// How much less flows without so much of the money that is set aside for a place.
  private func loss(of amount: Int64, at place: Int) -> Int128 {
    let number = merged.classOf[place]
    let remaining = merged.index.remaining(place)
    let rest = merged.own[place] - amount
    let needed = Int128(max(0, remaining - rest) - merged.open(place))
    let replaced = min(gains[number] ?? 0, demands[number] - losses[number] + needed)
    return Int128(merged.filled(place) - min(remaining, rest)) - replaced
  }
}
