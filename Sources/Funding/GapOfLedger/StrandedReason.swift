/// Why money of a contribution cannot be used.
public enum StrandedReason: Hashable, Sendable {
  /// The days on which it may be spent are over, or none of them lies in the budget year.
  case period(DateInterval)
  /// No line takes goods where it may go.
  case goods
  /// No line where it may go is for what it requires.
  case tags
  /// There is no line where it may go.
  case place
  /// It has a limit that is reached, though one of these lines lacks something.
  case limit([String])
  /// The lines it may go to have all they ask for.
  case full([String])
}

extension LedgerGap {
  /// Why something of a contribution of the problem is left over in its solution.
  public func reason(
    for contribution: GapSolution.Contribution, in solver: GapSolver, _ solution: GapSolution
  ) -> StrandedReason {
    let source = sources[contribution.id]
    if let source, expired[contribution.id] != nil, let period = period(of: source.reference) {
      return .period(period)
    }
    let lines = solver.lines(for: contribution.id)
    guard !lines.isEmpty else {
      if source?.isInKind == true { return .goods }
      return source?.requirements.isEmpty == false ? .tags : .place
    }
    let covered = Dictionary(
      uniqueKeysWithValues: solution.lines.map { ($0.id, $0.funded >= $0.required) })
    let short = lines.filter { covered[$0] == false }
    return short.isEmpty ? .full(lines) : .limit(short)
  }
}
