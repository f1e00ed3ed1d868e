// Which money may go where.
extension GapSolver {
  /// The lines that a contribution may be used for, by identifier; none for one that does not count.
  /// - Complexity: O(*n*) in the contributions and the lines.
  public func lines(for contribution: String) -> [String] {
    let index = merged.index
    guard let turn = index.money.indices.first(where: { index.contribution($0).isExactly(contribution) })
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

  /// What keeps a contribution from a line; nil where it may be used for it, or either is not there.
  public func restriction(keeping contribution: String, from line: String) -> GapRestriction? {
    let index = merged.index
    guard let place = index.order.place(of: line, in: index.problem),
      let money = index.problem.contributions.first(where: { $0.id == contribution }),
      let included = try? index.order.lines(under: money.includes, of: contribution),
      let excluded = try? index.order.lines(under: money.excludes, of: contribution)
    else { return nil }
    if !included.contains(place) { return .earmark }
    if excluded.contains(place) { return .exclusion }
    return money.restriction(at: index.problem.lines[index.order.lines[place]])
  }
}
