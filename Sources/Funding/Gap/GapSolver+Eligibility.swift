// Which money may go where.
extension GapSolver {
  /// The lines that a contribution may be used for, by identifier; none for one that does not count.
  /// - Complexity: O(*n*) in the contributions and the lines.
  public func lines(for contribution: String) -> [String] {
    let index = merged.index
    guard
      let turn = index.money.indices.first(where: { index.contribution($0).isExactly(contribution) }
      )
    else { return [] }
    return index.lines(for: turn).places.map(index.line).sorted { $0.precedes($1) }
  }

  /// The contributions that count and may be used for a line, by identifier.
  /// - Complexity: O(*n*) in the contributions and the lines.
  public func contributions(for line: String) -> [String] {
    let index = merged.index
    guard let place = index.order.place(of: line, in: index.problem) else { return [] }
    let isEligible = index.sets.map { $0.contains(place) }
    return index.money.indices.filter { isEligible[index.reach[$0]] }.map(index.contribution)
      .sorted { $0.precedes($1) }
  }

  /// How many lines each contribution that counts may be used for.
  /// - Complexity: O(*n*) in the contributions.
  public var lineCounts: [String: Int] {
    let index = merged.index
    return Dictionary(
      index.money.indices.map { (index.contribution($0), index.lines(for: $0).count) },
      uniquingKeysWith: { first, _ in first })
  }

  /// All that keeps a contribution from a line, but for limits; none where either is not there.
  ///
  /// - Parameters:
  ///   - contribution: The contribution.
  ///   - line: The line.
  ///   - scopes: Where it may be used; nil for where the problem says.
  /// - Returns: The earmark first, then what it excludes, then what the line itself is not.
  public func restrictions(
    keeping contribution: String, from line: String, usableAt scopes: [String]? = nil
  ) -> [GapRestriction] {
    let index = merged.index
    guard let place = index.order.place(of: line, in: index.problem),
      let money = self.contribution(contribution)
    else { return [] }
    let isUnder = { (scopes: [String]) in
      (try? index.order.lines(under: scopes, of: contribution))?.contains(place) ?? false
    }
    var restrictions: [GapRestriction] = isUnder(scopes ?? money.includes) ? [] : [.earmark]
    for case .exclusion(let scope) in money.restrictions where isUnder([scope]) {
      restrictions.append(.exclusion(scope))
    }
    return restrictions + money.restrictions(at: index.problem.lines[index.order.lines[place]])
  }

  /// The limits of a contribution on what may go to a line, and to others with it.
  public func limits(of contribution: String, on line: String) -> [GapProblem.Limit] {
    let index = merged.index
    guard let place = index.order.place(of: line, in: index.problem) else { return [] }
    return (self.contribution(contribution)?.limits ?? []).filter { limit in
      (try? index.order.lines(under: limit.scopes, of: contribution))?.contains(place) ?? false
    }
  }

  private func contribution(_ id: String) -> GapProblem.Contribution? {
    merged.index.problem.contributions.first { $0.id.isExactly(id) }
  }
}
