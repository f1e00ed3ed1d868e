/// A problem in which lines that the same money may go to are one, and money that may go to the same lines.
///
/// Money that only one line may have is set aside: nobody else misses it. What is left is a network of
/// taps, from which money flows, and classes of lines. A contribution with limits has a tap of its own,
/// and one for each limit below it. An operation has far fewer of both than of contributions and lines.
struct MergedGap {
  /// Money of one eligibility, or a limit on some of it.
  struct Tap {
    /// The tap it is fed by; nil where that is the source.
    let parent: Int?
    /// How much flows from it at most.
    let capacity: Int64
    /// The lines it feeds by itself.
    let lines: LineSet
    /// The classes of those lines.
    fileprivate(set) var classes: [Int] = []
  }

  /// The problem.
  let index: GapIndex
  /// What is set aside for each place.
  private(set) var own: [Int64]
  /// The taps; those of limits after the one that feeds them.
  private(set) var taps: [Tap] = []
  /// The tap of each of the index's sets; nil where no money without limits has it, or one line alone.
  private(set) var tapOfSet: [Int?]
  /// The tap of each contribution with limits.
  private(set) var tapOfLimited: [Int: Int] = [:]
  /// The class of each place.
  private(set) var classOf: [Int]
  /// The places of each class; all of one tier.
  private(set) var classes: [[Int]] = []

  /// Merges a problem.
  /// - Complexity: O(*s* + *c* log *c*) for *c* contributions, and *s* lines in all distinct eligibilities.
  init(_ index: GapIndex) {
    self.index = index
    own = Array(repeating: 0, count: index.required.count)
    tapOfSet = Array(repeating: nil, count: index.sets.count)
    classOf = own.map { _ in 0 }
    setTaps()
    var partition = LinePartition(index)
    for tap in taps { partition.split(by: tap.lines) }
    classOf = partition.classOf
    classes = partition.members()
    var seen = Array(repeating: -1, count: classes.count)
    for tap in taps.indices {
      for place in taps[tap].lines.places where seen[classOf[place]] != tap {
        seen[classOf[place]] = tap
        taps[tap].classes.append(classOf[place])
      }
    }
  }

  /// What is asked for at a place beyond what is posted and set aside.
  func open(_ place: Int) -> Int64 { max(0, index.remaining(place) - own[place]) }

  /// What of the money set aside for a place it can use.
  func filled(_ place: Int) -> Int64 { min(index.remaining(place), own[place]) }

  /// Whether a contribution's money is set aside for one line; its place if so.
  func ownPlace(of turn: Int) -> Int? {
    tapOfLimited[turn] == nil ? index.lines(for: turn).single : nil
  }

  /// The tap of a contribution; nil where its money is set aside, or no line may have it.
  func tap(of turn: Int) -> Int? { tapOfLimited[turn] ?? tapOfSet[index.reach[turn]] }

  /// The tap of a contribution and, where it has limits, those below it; none where its money is set aside.
  func taps(of turn: Int) -> Range<Int> {
    guard let tap = tap(of: turn) else { return 0..<0 }
    return tapOfLimited[turn] == nil
      ? tap..<tap + 1 : tap..<tap + 1 + (index.limits[turn]?.count ?? 0)
  }

  private mutating func setTaps() {
    var sums = Array(repeating: Int64(0), count: index.sets.count)
    for turn in index.money.indices where index.limits[turn] == nil {
      sums[index.reach[turn]] += index.left(turn)
    }
    for (set, lines) in index.sets.enumerated() where sums[set] > 0 && !lines.isEmpty {
      if let place = lines.single {
        own[place] += sums[set]
      } else {
        tapOfSet[set] = taps.count
        taps.append(Tap(parent: nil, capacity: sums[set], lines: lines))
      }
    }
    for (turn, limits) in index.limits.sorted(by: { $0.key < $1.key }) {
      setTaps(of: turn, limits)
    }
  }

  /// Sets a tap for a contribution, and one below it for each limit: the widest first.
  private mutating func setTaps(of turn: Int, _ limits: [GapIndex.Limit]) {
    let sorted = limits.sorted {
      ($1.lines.count, $1.left, $0.lines.runs.first?.lowerBound ?? 0)
        < ($0.lines.count, $0.left, $1.lines.runs.first?.lowerBound ?? 0)
    }
    var scopes: [(lines: LineSet, capacity: Int64, parent: Int?)] = [
      (index.lines(for: turn), index.left(turn), nil)
    ]
    for limit in sorted {
      let parent = scopes.lastIndex { limit.lines.isSubset(of: $0.lines) }
      scopes.append((limit.lines, limit.left, parent))
    }
    let start = taps.count
    tapOfLimited[turn] = start
    for (place, scope) in scopes.enumerated() {
      var lines = scope.lines
      for below in scopes where below.parent == place { lines = lines.subtracting(below.lines) }
      taps.append(
        Tap(parent: scope.parent.map { $0 + start }, capacity: scope.capacity, lines: lines))
    }
  }
}

/// Lines in classes, which are split until no tap feeds a part of one.
private struct LinePartition {
  private(set) var classOf: [Int]
  private var sizes: [Int]
  private var hits: [Int]
  private var halves: [Int]

  /// One class a tier, by ascending tier.
  init(_ index: GapIndex) {
    let tiers = index.order.lines.map { index.problem.lines[$0].tier }
    let numbers = Dictionary(
      uniqueKeysWithValues: Set(tiers).sorted().enumerated().map { ($1, $0) })
    classOf = tiers.map { numbers[$0] ?? 0 }
    sizes = Array(repeating: 0, count: numbers.count)
    for number in classOf { sizes[number] += 1 }
    hits = sizes.map { _ in 0 }
    halves = hits
  }

  /// Takes those that are among `lines` apart from the others of their class.
  mutating func split(by lines: LineSet) {
    var touched: [Int] = []
    for place in lines.places {
      if hits[classOf[place]] == 0 { touched.append(classOf[place]) }
      hits[classOf[place]] += 1
    }
    for number in touched {
      halves[number] = number
      guard hits[number] < sizes[number] else { continue }
      halves[number] = sizes.count
      sizes.append(hits[number])
      sizes[number] -= hits[number]
      hits.append(0)
      halves.append(0)
    }
    for place in lines.places { classOf[place] = halves[classOf[place]] }
    for number in touched { hits[number] = 0 }
  }

  /// The places of each class.
  func members() -> [[Int]] {
    var members = Array(repeating: [Int](), count: sizes.count)
    for (place, number) in classOf.enumerated() { members[number].append(place) }
    return members
  }
}
