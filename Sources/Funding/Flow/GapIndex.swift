import Diagnostics
import Monetary

/// A problem that is checked, with numbers in place of identifiers.
///
/// Lines are named by their place in the programme tree, and money by its turn in the order of use.
struct GapIndex {
  /// A limit of one contribution on what is not posted.
  struct Limit {
    /// The lines it is about, of those that the contribution may be used for.
    let lines: LineSet
    /// How much more may go to them.
    let left: Int64
  }

  /// The problem.
  let problem: GapProblem
  /// The order of the lines.
  let order: LineOrder
  /// What each place asks for.
  let required: [Int64]
  /// What is posted at each place.
  private(set) var posted: [Int64]
  /// The contributions that are counted, in the order of their use, by index in the problem.
  let money: [Int]
  /// What of each of them is posted.
  private(set) var spoken: [Int64]
  /// Which of ``sets`` each may be used for.
  let reach: [Int]
  /// What sets of lines there are that something may be used for, each once.
  let sets: [LineSet]
  /// The limits of each that has some.
  private(set) var limits: [Int: [Limit]] = [:]

  /// Checks a problem and gives it numbers.
  ///
  /// - Throws: `negative-amount`, `window-inverted`, `overflow`, `duplicate-id`, `unknown-scope`, `cycle`,
  ///   `unknown-contribution`, `limits-not-laminar`, `overspent`.
  init(_ problem: GapProblem) throws(Fault) {
    try GapChecks.check(problem)
    let order = try LineOrder(problem)
    self.problem = problem
    self.order = order
    required = order.lines.map { problem.lines[$0].required }
    posted = Array(repeating: 0, count: required.count)
    var finder = EligibilityFinder(problem, order)
    money = UseOrder.sorted(problem)
    var reach: [Int] = []
    for index in money { reach.append(try finder.reach(of: problem.contributions[index])) }
    self.reach = reach
    for contribution in problem.contributions where !problem.counted.contains(contribution.status) {
      _ = try finder.lines(for: contribution)
    }
    sets = finder.sets
    spoken = Array(repeating: 0, count: money.count)
    let lines = try post()
    try bind(lines)
  }

  /// What is asked for at a place and not posted.
  func remaining(_ place: Int) -> Int64 { max(0, required[place] - posted[place]) }

  /// What of a contribution is not posted.
  func left(_ turn: Int) -> Int64 {
    problem.contributions[money[turn]].amount - spoken[turn]
  }

  /// The lines that a contribution may be used for.
  func lines(for turn: Int) -> LineSet { sets[reach[turn]] }

  /// The identifier of the line at a place.
  func line(_ place: Int) -> String { problem.lines[order.lines[place]].id }

  /// The identifier of a contribution.
  func contribution(_ turn: Int) -> String { problem.contributions[money[turn]].id }

  /// Takes in the postings.
  /// - Returns: Of each contribution, the places it is posted to.
  private mutating func post() throws(Fault) -> [Int: [(place: Int, amount: Int64)]] {
    guard !problem.postings.isEmpty else { return [:] }
    var turns: [ExactText: Int] = [:]
    for turn in money.indices { turns[ExactText(contribution(turn))] = turn }
    var lines: [Int: [(place: Int, amount: Int64)]] = [:]
    for posting in problem.postings {
      guard let turn = turns[ExactText(posting.contribution)] else {
        throw Fault(.gapContribution, posting.contribution)
      }
      guard let place = order.place(of: posting.line, in: problem) else {
        throw Fault(.gapScope, posting.line, posting.contribution)
      }
      posted[place] += posting.amount
      spoken[turn] += posting.amount
      lines[turn, default: []].append((place, posting.amount))
    }
    for turn in money.indices where left(turn) < 0 {
      throw Fault(.gapOverspent, contribution(turn))
    }
    return lines
  }

  /// Takes in the limits, less what is posted under them.
  private mutating func bind(_ lines: [Int: [(place: Int, amount: Int64)]]) throws(Fault) {
    for turn in money.indices {
      let contribution = problem.contributions[money[turn]]
      guard !contribution.limits.isEmpty else { continue }
      var scopes: [(lines: LineSet, most: Int64)] = []
      for limit in contribution.limits {
        let under = try order.lines(under: limit.scopes, of: contribution.id)
        let isLaminar = scopes.allSatisfy {
          $0.lines.isDisjoint(with: under) || $0.lines.isSubset(of: under)
            || under.isSubset(of: $0.lines)
        }
        guard isLaminar else { throw Fault(.gapLimits, contribution.id) }
        scopes.append((under, limit.most))
      }
      let eligible = self.lines(for: turn)
      limits[turn] = scopes.map { scope in
        let used = (lines[turn] ?? []).reduce(Int64(0)) {
          scope.lines.contains($1.place) ? $0 + $1.amount : $0
        }
        return Limit(
          lines: scope.lines.intersection(eligible), left: max(0, scope.most - used))
      }
    }
  }
}

/// Checks that need one record at a time, and sums.
private enum GapChecks {
  static func check(_ problem: GapProblem) throws(Fault) {
    for line in problem.lines {
      guard line.required >= 0 else { throw Fault(.gapNegative, line.id) }
      guard !line.window.isInverted else { throw Fault(.gapWindow, line.id) }
    }
    var names: Set<ExactText> = Set(minimumCapacity: problem.contributions.count)
    for contribution in problem.contributions {
      guard names.insert(ExactText(contribution.id)).inserted else {
        throw Fault(.gapDuplicate, contribution.id)
      }
      guard contribution.amount >= 0, contribution.limits.allSatisfy({ $0.most >= 0 }) else {
        throw Fault(.gapNegative, contribution.id)
      }
      guard !contribution.validity.isInverted else { throw Fault(.gapWindow, contribution.id) }
    }
    for posting in problem.postings where posting.amount < 0 {
      throw Fault(.gapNegative, posting.contribution)
    }
    try require(problem.lines.lazy.map(\.required), fit: "requirements")
    try require(problem.contributions.lazy.map(\.amount), fit: "contributions")
    try require(problem.postings.lazy.map(\.amount), fit: "postings")
  }

  private static func require(
    _ amounts: some Sequence<Int64>, fit name: String
  ) throws(Fault) {
    var sum: Int64 = 0
    for amount in amounts {
      let (next, isOver) = sum.addingReportingOverflow(amount)
      guard !isOver else { throw Fault(.gapOverflow, name) }
      sum = next
    }
  }
}
