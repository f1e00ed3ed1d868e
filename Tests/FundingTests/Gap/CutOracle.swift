import Funding

/// The hard gap by the formula of cuts, over all sets of lines; slow, and written without a network.
///
/// Source: max flow is min cut; for each set the lines outside of it are filled, and the money that may go
/// into it is spent there.
struct CutOracle {
  private let problem: GapProblem
  private let lines: [GapProblem.Line]
  private let money: [GapProblem.Contribution]

  init(_ problem: GapProblem) {
    self.problem = problem
    lines = problem.lines
    money = problem.contributions.filter { problem.counted.contains($0.status) }
  }

  /// What no allocation can fill.
  var hardGap: Int64 { lines.indices.reduce(0) { $0 + remaining($1) } - maximum }

  /// The most that can be used beside what is posted.
  private var maximum: Int64 {
    (0..<(1 << lines.count)).reduce(Int64.max) { least, set in
      let inside = lines.indices.filter { set & (1 << $0) != 0 }
      let outside = lines.indices.filter { set & (1 << $0) == 0 }
      return min(
        least,
        outside.reduce(0) { $0 + remaining($1) }
          + money.reduce(0) { $0 + capacity(of: $1, into: inside) })
    }
  }

  private func remaining(_ line: Int) -> Int64 {
    let posted = problem.postings.filter { $0.line == lines[line].id }.reduce(0) { $0 + $1.amount }
    return max(0, lines[line].required - posted)
  }

  /// What a contribution can give to some lines that ask for all there is.
  private func capacity(of money: GapProblem.Contribution, into inside: [Int]) -> Int64 {
    let posted = problem.postings.filter { $0.contribution == money.id }
    let left = posted.reduce(money.amount) { $0 - $1.amount }
    let open = inside.filter { isEligible(money, lines[$0]) }
    guard !open.isEmpty else { return 0 }
    // A limit binds its lines; the tightest of those around a line binds it first.
    let limits = money.limits.map { limit in
      (
        lines: Set(lines.indices.filter { isUnder(lines[$0], limit.scopes) }),
        left: max(
          0,
          posted.filter { posting in
            lines.contains { $0.id == posting.line && isUnder($0, limit.scopes) }
          }.reduce(limit.most) { $0 - $1.amount })
      )
    }.sorted { ($0.lines.count, $0.left) < ($1.lines.count, $1.left) }
    var groups = open.map { (lines: Set([$0]), capacity: left) }
    for limit in limits {
      let within = groups.filter { !$0.lines.isDisjoint(with: limit.lines) }
      guard !within.isEmpty else { continue }
      groups.removeAll { !$0.lines.isDisjoint(with: limit.lines) }
      let sum = within.reduce(Int128(0)) { $0 + Int128($1.capacity) }
      groups.append(
        (
          within.reduce(into: []) { $0.formUnion($1.lines) },
          Int64(min(sum, Int128(limit.left)))
        ))
    }
    return Int64(min(Int128(left), groups.reduce(Int128(0)) { $0 + Int128($1.capacity) }))
  }

  private func isUnder(_ line: GapProblem.Line, _ scopes: [String]) -> Bool {
    if scopes.contains(line.id) { return true }
    var next: String? = line.parent
    while let node = next {
      if scopes.contains(node) { return true }
      next = problem.nodes.first { $0.id == node }?.parent
    }
    return false
  }

  private func isEligible(_ money: GapProblem.Contribution, _ line: GapProblem.Line) -> Bool {
    if let from = money.validity.from, line.window.from.map({ $0 < from }) ?? true { return false }
    if let to = money.validity.to, line.window.to.map({ to < $0 }) ?? true { return false }
    return isUnder(line, money.includes) && !isUnder(line, money.excludes)
      && (line.takesGoods || !money.isInKind)
      && money.tags.allSatisfy { $0.value.contains(line.tags[$0.key] ?? "") }
  }
}
