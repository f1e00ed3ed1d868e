/// Some of the budget lines, as runs of places in the order of the programme tree.
///
/// Below each node lies one run, so that what a donor earmarked is few runs however many lines it is.
struct LineSet: Hashable {
  /// The runs in order; neither empty, nor touching one another.
  private(set) var runs: [Range<Int32>] = []

  /// No lines.
  init() {}

  /// One run; nothing where it is empty.
  init(_ run: Range<Int32>) {
    if !run.isEmpty { runs = [run] }
  }

  /// All lines of some runs, which may overlap.
  init(union runs: [Range<Int32>]) {
    for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) where !run.isEmpty {
      append(run)
    }
  }

  var isEmpty: Bool { runs.isEmpty }

  /// How many lines they are.
  var count: Int { runs.reduce(0) { $0 + $1.count } }

  /// The only line; nil where there are more or none.
  var single: Int? {
    runs.count == 1 && runs[0].count == 1 ? Int(runs[0].lowerBound) : nil
  }

  /// The places of the lines, in order.
  var places: some Sequence<Int> { runs.lazy.flatMap { Int($0.lowerBound)..<Int($0.upperBound) } }

  /// Adds a run that starts nowhere before the last one.
  private mutating func append(_ run: Range<Int32>) {
    guard let last = runs.last, run.lowerBound <= last.upperBound else {
      runs.append(run)
      return
    }
    runs[runs.count - 1] = last.lowerBound..<max(last.upperBound, run.upperBound)
  }

  /// The lines of which something holds.
  func filter(_ isIncluded: (Int) -> Bool) -> LineSet {
    var set = LineSet()
    for place in places where isIncluded(place) {
      set.append(Int32(place)..<Int32(place) + 1)
    }
    return set
  }

  /// The lines that are not in `other`.
  func subtracting(_ other: LineSet) -> LineSet {
    var set = LineSet()
    var others = other.runs[...]
    for run in runs {
      var start = run.lowerBound
      while let next = others.first, next.lowerBound < run.upperBound {
        if next.lowerBound > start { set.append(start..<next.lowerBound) }
        start = max(start, next.upperBound)
        guard next.upperBound <= run.upperBound else { break }
        others.removeFirst()
      }
      if start < run.upperBound { set.append(start..<run.upperBound) }
    }
    return set
  }

  /// The lines that are in `other` too.
  func intersection(_ other: LineSet) -> LineSet { subtracting(subtracting(other)) }

  /// Whether all lines are in `other`.
  func isSubset(of other: LineSet) -> Bool { subtracting(other).isEmpty }

  /// Whether no line is in `other`.
  func isDisjoint(with other: LineSet) -> Bool { subtracting(other) == self }

  /// Whether a line is among them.
  /// - Complexity: O(log *n*) for *n* runs.
  func contains(_ place: Int) -> Bool {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].upperBound <= Int32(place) { low = middle + 1 } else { high = middle }
    }
    return low < runs.count && runs[low].lowerBound <= Int32(place)
  }
}
