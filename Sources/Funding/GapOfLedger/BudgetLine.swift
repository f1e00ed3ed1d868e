public import Bookkeeping
import Monetary

/// A budget line of a year: a scope that asks for money and has none below that does, or what a scope's
/// requirement leaves to those below it.
public struct BudgetLine: Hashable, Sendable {
  /// The scope, or the remainder of one.
  public let scope: ScopePath
  /// What its money is for, beside the scope.
  public let tags: [Tag]
  /// What it asks for, in minor units of the book currency.
  public let required: Int64

  /// The lines of a year.
  ///
  /// A scope that asks for money under several sets of tags is a line for each; what it leaves to scopes
  /// below is one line, and has tags only where all that it asks for has the same.
  /// - Parameters:
  ///   - facts: Requirements that stand, in order.
  ///   - year: The budget year.
  ///   - tree: The scopes.
  /// - Returns: The lines, by scope and tags; those that ask for nothing are among them.
  /// - Complexity: O(*n* log *n* + *s* · depth) for *n* facts and *s* scopes.
  public static func all(
    from facts: [Fact], year: BudgetYear, in tree: ProgrammeTree
  ) -> [BudgetLine] {
    let standing = totals(facts, year: year)
    let own = standing.mapValues { $0.values.reduce(0, +) }
    var below: [ScopePath: Int64] = [:]
    var parents: Set<ScopePath> = []
    for (scope, amount) in own {
      guard let parent = tree.lineage(of: scope).dropFirst().first(where: { own[$0] != nil })
      else { continue }
      below[parent, default: 0] += amount
      parents.insert(parent)
    }
    var lines: [BudgetLine] = []
    for (scope, byTags) in standing {
      if parents.contains(scope) {
        let tags = byTags.count == 1 ? byTags.keys.first ?? [] : []
        let left = (own[scope] ?? 0) - (below[scope] ?? 0)
        lines.append(BudgetLine(scope: scope.remainder, tags: tags, required: left))
      } else {
        lines += byTags.map { BudgetLine(scope: scope, tags: $0, required: $1) }
      }
    }
    return lines.sorted { ($0.scope, $0.fullName) < ($1.scope, $1.fullName) }
  }

  /// What each scope asks for under each set of tags.
  private static func totals(
    _ facts: [Fact], year: BudgetYear
  ) -> [ScopePath: [[Tag]: Int64]] {
    var versions: [(date: CalendarDate, requirement: Requirement)] = []
    for fact in facts {
      guard case .requirement(let requirement) = fact.event, requirement.key.year == year
      else { continue }
      versions.append((fact.date, requirement))
    }
    let order = versions.indices.sorted { (versions[$0].date, $0) < (versions[$1].date, $1) }
    var totals: [ScopePath: [[Tag]: Int64]] = [:]
    for requirement in order.lazy.map({ versions[$0].requirement }) {
      let key = requirement.key
      let before = totals[key.scope]?[key.tags] ?? 0
      totals[key.scope, default: [:]][key.tags] =
        requirement.kind.total(after: before, stating: requirement.amount.minorUnits)
    }
    return totals
  }

  /// Its tags by key.
  var properties: [String: String] {
    Dictionary(tags.map { ($0.key.text, $0.value.text) }) { first, _ in first }
  }

  /// Its scope, and its tags where it has some.
  var fullName: String {
    ([scope.text] + tags.map(\.description)).joined(separator: " ")
  }

  /// Its priority: what a tag `tier` says, else the first.
  var tier: Int { properties["tier"].flatMap { Int($0) } ?? 1 }

  /// Whether goods in kind may fill it: a tag `in-kind yes` says so.
  var takesGoods: Bool { properties["in-kind"] == "yes" }
}
