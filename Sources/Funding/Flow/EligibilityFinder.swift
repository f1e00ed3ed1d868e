import Diagnostics

/// Finds which lines a contribution may be used for, the same restrictions once.
struct EligibilityFinder {
  /// What decides where money may be used.
  private struct Restrictions: Hashable {
    let includes: [ExactText]
    let excludes: [ExactText]
    let tags: [String: [String]]
    let validity: DateWindow
    let isInKind: Bool

    init(_ contribution: GapProblem.Contribution) {
      includes = contribution.includes.map(ExactText.init)
      excludes = contribution.excludes.map(ExactText.init)
      tags = contribution.tags
      validity = contribution.validity
      isInKind = contribution.isInKind
    }

    /// Whether nothing binds but where the money is to be used.
    var areOfPlaceAlone: Bool {
      excludes.isEmpty && tags.isEmpty && validity == DateWindow() && !isInKind
    }
  }

  /// The sets that were found, each once.
  private(set) var sets: [LineSet] = []

  private let problem: GapProblem
  private let order: LineOrder
  private var numbers: [LineSet: Int] = [:]
  private var ofScope: [ExactText: Int] = [:]
  private var ofRestrictions: [Restrictions: Int] = [:]

  /// Finds among the lines of a problem.
  init(_ problem: GapProblem, _ order: LineOrder) {
    self.problem = problem
    self.order = order
  }

  /// The number in ``sets`` of the lines that a contribution may be used for.
  /// - Throws: `unknown-scope`.
  mutating func reach(of contribution: GapProblem.Contribution) throws(Fault) -> Int {
    let restrictions = Restrictions(contribution)
    if restrictions.areOfPlaceAlone, contribution.includes.count == 1 {
      let scope = ExactText(contribution.includes[0])
      if let known = ofScope[scope] { return known }
      let number = number(of: try order.lines(under: [scope.text], of: contribution.id))
      ofScope[scope] = number
      return number
    }
    if let known = ofRestrictions[restrictions] { return known }
    let number = number(of: try lines(for: contribution))
    ofRestrictions[restrictions] = number
    return number
  }

  /// The lines that a contribution may be used for.
  /// - Throws: `unknown-scope`.
  func lines(for contribution: GapProblem.Contribution) throws(Fault) -> LineSet {
    let included = try order.lines(under: contribution.includes, of: contribution.id)
    let excluded = try order.lines(under: contribution.excludes, of: contribution.id)
    let lines = included.subtracting(excluded)
    guard !Restrictions(contribution).areOfPlaceAlone else { return lines }
    return lines.filter { contribution.mayFill(problem.lines[order.lines[$0]]) }
  }

  private mutating func number(of lines: LineSet) -> Int {
    if let known = numbers[lines] { return known }
    numbers[lines] = sets.count
    sets.append(lines)
    return sets.count - 1
  }
}
