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
