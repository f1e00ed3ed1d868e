/// What may keep money from a line.
public enum GapRestriction: String, CaseIterable, Hashable, Sendable {
  /// Where it may be used.
  case earmark
  /// Where it may not be used.
  case exclusion
  /// What a line must be for.
  case tags
  /// On which days it may be spent.
  case period
  /// That it is goods.
  case kind
  /// That only so much may go to some lines.
  case limit
}

extension GapProblem.Contribution {
  /// What of the line itself keeps the contribution from it, wherever it may go; nil where nothing does.
  func restriction(at line: GapProblem.Line) -> GapRestriction? {
    if isInKind, !line.takesGoods { return .kind }
    if !validity.contains(line.window) { return .period }
    return tags.areMet(by: line.tags) ? nil : .tags
  }
}

extension [String: [String]] {
  /// Whether each key has one of its values among `tags`.
  func areMet(by tags: [String: String]) -> Bool {
    allSatisfy { key, values in tags[key].map(values.contains) ?? false }
  }
}
