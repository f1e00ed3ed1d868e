import Monetary

/// How much each contribution is used when those that are lost first, and are directed most narrowly, are
/// used first.
///
/// Each takes the most it can while all before it keep theirs. Together they use as much as any allocation
/// can, since what money can fill has diminishing returns: money that is used never stands in the way of a
/// greater whole.
struct UseOrder {
  /// The contributions that are counted, by index in the problem: those that were moved to where they may be used,
  /// then those that lapse first, then the most narrowly directed, then those that came first, then by identifier.
  static func sorted(_ problem: GapProblem) -> [Int] {
    struct Key {
      let index: Int
      let isPlaced: Bool
      let lapses: CalendarDate
      let freedom: Int
      let received: CalendarDate
    }
    var keys: [Key] = []
    for (index, contribution) in problem.contributions.enumerated()
    where problem.counted.contains(contribution.status) {
      keys.append(
        Key(
          index: index, isPlaced: contribution.isPlaced, lapses: contribution.lapses ?? .latest,
          freedom: contribution.category.freedom, received: contribution.received ?? .earliest))
    }
    keys.sort { left, right in
      if left.isPlaced != right.isPlaced { return left.isPlaced }
      if left.lapses != right.lapses { return left.lapses < right.lapses }
      if left.freedom != right.freedom { return left.freedom < right.freedom }
      if left.received != right.received { return left.received < right.received }
      return problem.contributions[left.index].id
        .precedes(problem.contributions[right.index].id)
    }
    return keys.map(\.index)
  }

  private let merged: MergedGap
  private var network: GapNetwork
  /// What of the money set aside for a place is used.
  private var owned: [Int64]
  /// Of each tap, up to which class that it feeds there is no room.
  private var turns: [Int]
  /// Taps that nothing more flows from; once so, it stays so.
  private var dryTaps: [Bool]
  /// Classes whose money cannot make way; once so, it stays so.
  private var fixedClasses: [Bool]

  private init(_ merged: MergedGap) {
    self.merged = merged
    network = GapNetwork(
      merged,
      roles: merged.classes.map { places in
        .open(places.reduce(0) { $0 + Int128(merged.index.remaining($1)) })
      })
    owned = Array(repeating: 0, count: merged.own.count)
    turns = Array(repeating: 0, count: merged.taps.count)
    dryTaps = turns.map { _ in false }
    fixedClasses = merged.classes.map { _ in false }
    // Limits bind as they are; money without limits comes contribution by contribution.
    for tap in merged.tapOfSet.compactMap(\.self) { network.flow.seal(network.tapArcs[tap]) }
  }

  /// What of each contribution that is not posted is used, by turn.
  static func uses(in merged: MergedGap) -> [Int64] {
    var order = UseOrder(merged)
    return merged.index.money.indices.map { order.use($0) }
  }

  private mutating func use(_ turn: Int) -> Int64 {
    let amount = merged.index.left(turn)
    guard amount > 0 else { return 0 }
    if let place = merged.ownPlace(of: turn) { return use(amount, at: place) }
    guard let tap = merged.tap(of: turn) else { return 0 }
    guard merged.tapOfLimited[turn] == nil else {
      return Int64(
        network.flow.augment(
          from: GapNetwork.node(ofTap: tap), to: GapNetwork.sink, atMost: Int128(amount)))
    }
    return use(amount, of: tap)
  }

  /// Uses money that is set aside for one line; what others gave to its class makes way if it can.
  private mutating func use(_ amount: Int64, at place: Int) -> Int64 {
    let want = min(amount, merged.index.remaining(place) - owned[place])
    let number = merged.classOf[place]
    guard want > 0, let arc = network.classArcs[number], let node = network.node(ofClass: number)
    else { return 0 }
    var used = min(Int128(want), network.flow.residual[arc])
    network.flow.widen(arc, by: -used)
    if used < Int128(want), !fixedClasses[number] {
      let most = Int128(want) - used
      let moved = network.flow.augment(from: node, to: GapNetwork.sink, atMost: most)
      network.flow.withdraw(moved, from: arc)
      fixedClasses[number] = moved < most
      used += moved
    }
    owned[place] += Int64(used)
    return Int64(used)
  }

  /// Uses money of a tap: where there is room, and then where others can make some.
  private mutating func use(_ amount: Int64, of tap: Int) -> Int64 {
    guard !dryTaps[tap] else { return 0 }
    var rest = Int128(amount)
    while rest > 0, turns[tap] < network.feeds[tap].count {
      let feed = network.feeds[tap][turns[tap]]
      guard let arc = network.classArcs[feed.to] else { return 0 }
      let room = min(rest, network.flow.residual[arc])
      network.flow.push(room, along: feed.arc)
      network.flow.push(room, along: arc)
      rest -= room
      if rest > 0 { turns[tap] += 1 }
    }
    if rest > 0 {
      rest -= network.flow.augment(
        from: GapNetwork.node(ofTap: tap), to: GapNetwork.sink, atMost: rest)
      dryTaps[tap] = rest > 0
    }
    return amount - Int64(rest)
  }
}
