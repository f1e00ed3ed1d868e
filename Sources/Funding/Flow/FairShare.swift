/// How flexible money is spread so that the least covered line is covered as well as can be, then the next.
///
/// Tiers come strictly one after the other. Inside a tier the coverage of lines, (posted + new) / required,
/// is as great as can be at the least covered line, then at the next, and so on. That is found by cutting
/// and contracting: the lines that keep the common level low are a cut of the network; their level is what
/// money they can have over what they require; they are settled at it, and the rest goes on without them.
/// A cut is found by lowering the level until what is asked for at it flows (Newton's method on the
/// piecewise linear capacity of the cut, which stops at an exact fraction after finitely many steps).
///
/// Whole units are given out inside a level: first what is whole, then one each by the greatest fraction
/// left, then by identifier, and only where it can be paid.
///
/// Source: N. Megiddo, A good algorithm for lexicographically optimal flows in multi-terminal networks.
struct FairShare {
  private let merged: MergedGap
  /// What each place has by itself: posted, and of the money set aside for it.
  private let floors: [Int64]
  /// What each class of lines is now.
  private var roles: [GapNetwork.Role]
  /// What all settled classes have from taps.
  private var settled: Int128 = 0
  /// The classes that are covered in full.
  private var full: [Int] = []
  /// Pays what is given out, in whole units.
  private var payer: GapNetwork
  /// What each place has from taps.
  private var shares: [Int64]
  /// The level of each place that takes part.
  private var levels: [CoverageLevel?]

  private init(_ merged: MergedGap) {
    self.merged = merged
    let index = merged.index
    floors = index.required.indices.map { index.posted[$0] + merged.filled($0) }
    roles = merged.classes.map { _ in .absent }
    payer = GapNetwork(merged, roles: merged.classes.map { _ in .open(0) })
    shares = floors.map { _ in 0 }
    levels = floors.map { _ in nil }
  }

  /// The fair share of a problem: what each place then has, and the level of each that takes part.
  static func of(_ merged: MergedGap) -> (funded: [Int64], levels: [CoverageLevel?]) {
    var share = FairShare(merged)
    let index = merged.index
    let tiers = merged.classes.map { index.problem.lines[index.order.lines[$0[0]]].tier }
    for tier in Set(tiers).sorted() { share.fill(tiers.indices.filter { tiers[$0] == tier }) }
    return (zip(share.floors, share.shares).map { $0 + $1 }, share.levels)
  }

  /// Settles all classes of a tier, the lowest levels first.
  private mutating func fill(_ classes: [Int]) {
    var open = classes
    while !open.isEmpty {
      let (level, tight) = lowest(of: open)
      settle(tight, at: level)
      for number in tight {
        // What is covered in full is bound by what it asks for, and not by its money: it stays apart.
        if level < .full { roles[number] = .settled } else { full.append(number) }
      }
      let settled = Set(tight)
      open.removeAll(where: settled.contains)
    }
  }

  /// The highest level that all open classes can have together, and those that can have no more.
  private mutating func lowest(of open: [Int]) -> (level: CoverageLevel, tight: [Int]) {
    var level = CoverageLevel.full
    while true {
      let scale = Int128(level.denominator)
      for number in full { roles[number] = .open(asked(ofClass: number, at: .full) * scale) }
      var demand: Int128 = 0
      for number in open {
        let asked = asked(ofClass: number, at: level)
        roles[number] = .open(asked)
        demand += asked
      }
      var network = GapNetwork(merged, scale: scale, settled: settled * scale, roles: roles)
      network.secure(butFor: open)
      if network.fill() == demand {
        guard level < .full else { return (level, open) }
        let free = network.flow.reached(from: GapNetwork.source)
        return (level, open.filter { network.node(ofClass: $0).map { !free[$0] } ?? true })
      }
      let short = network.flow.reaching(GapNetwork.sink)
      let cut = open.filter { network.node(ofClass: $0).map { short[$0] } ?? false }
      let money = cut.reduce(Int128(0)) { $0 + network.flow(intoClass: $1) } / scale
      level = self.level(of: cut, with: money, below: level)
    }
  }

  /// What a class asks of taps at a level, times the level's denominator.
  private func asked(ofClass number: Int, at level: CoverageLevel) -> Int128 {
    merged.classes[number].reduce(0) { $0 + asked($1, at: level) }
  }

  /// What a place asks of taps at a level, times the level's denominator.
  private func asked(_ place: Int, at level: CoverageLevel) -> Int128 {
    max(0, missing(place, at: level))
  }

  /// What a place lacks at a level, times the level's denominator; negative where it has more.
  private func missing(_ place: Int, at level: CoverageLevel) -> Int128 {
    Int128(merged.index.required[place]) * Int128(level.numerator)
      - Int128(floors[place]) * Int128(level.denominator)
  }

  /// The level that some classes have with so much money from taps.
  private func level(
    of cut: [Int], with money: Int128, below bound: CoverageLevel
  ) -> CoverageLevel {
    var level = bound
    var places = cut.flatMap { merged.classes[$0] }
    while true {
      let active = places.filter { missing($0, at: level) >= 0 }
      let has = active.reduce(money) { $0 + Int128(floors[$1]) }
      let asks = active.reduce(Int128(0)) { $0 + Int128(merged.index.required[$1]) }
      let next = CoverageLevel(Int64(has), of: Int64(asks))
      guard active.count < places.count || next < level else { return next }
      level = next
      places = active
    }
  }

  /// Gives the lines of some classes what they have at a level, in whole units that can be paid.
  private mutating func settle(_ classes: [Int], at level: CoverageLevel) {
    let scale = Int128(level.denominator)
    var exact: Int128 = 0
    var fractions: [(place: Int, rest: Int128)] = []
    for number in classes {
      var whole: Int128 = 0
      for place in merged.classes[number] {
        let asked = self.asked(place, at: level)
        exact += asked
        let (units, rest) = asked.quotientAndRemainder(dividingBy: scale)
        shares[place] = Int64(units)
        whole += units
        if rest > 0 { fractions.append((place, rest)) }
        levels[place] = self.level(of: place, at: level)
      }
      payer.allow(whole, forClass: number)
    }
    payer.fill()
    if level < .full { settled += exact / scale }
    var units =
      exact / scale
      - classes.reduce(0) { sum, number in
        merged.classes[number].reduce(sum) { $0 + Int128(shares[$1]) }
      }
    let index = merged.index
    fractions.sort {
      $0.rest != $1.rest
        ? $0.rest > $1.rest : index.line($0.place).precedes(index.line($1.place))
    }
    var unpayable: Set<Int> = []
    for (place, _) in fractions where units > 0 {
      let number = merged.classOf[place]
      guard !unpayable.contains(number) else { continue }
      payer.allow(1, forClass: number)
      if payer.fill(atMost: 1) == 1 {
        shares[place] += 1
        units -= 1
      } else {
        payer.allow(-1, forClass: number)
        unpayable.insert(number)
      }
    }
  }

  /// The level of a line that is settled with its class; nil where it takes no part.
  private func level(of place: Int, at common: CoverageLevel) -> CoverageLevel? {
    let required = merged.index.required[place]
    guard required > 0, merged.index.posted[place] <= required else { return nil }
    return max(common, CoverageLevel(floors[place], of: required))
  }
}

extension GapNetwork {
  /// Lets all but some classes have what they are to have before anything else flows.
  fileprivate mutating func secure(butFor open: [Int]) {
    let sealed = open.compactMap { number in
      classArcs[number].map { (arc: $0, capacity: flow.residual[$0]) }
    }
    for (arc, _) in sealed { flow.seal(arc) }
    fill()
    for (arc, capacity) in sealed { flow.widen(arc, by: capacity) }
  }

  /// Lets a class have so much more.
  fileprivate mutating func allow(_ amount: Int128, forClass number: Int) {
    if let arc = classArcs[number] { flow.widen(arc, by: amount) }
  }
}
