/// One thing that keeps money from lines, which its donor can lift by itself.
public enum GapRestriction: Hashable, Sendable {
  /// Where it may be used.
  case earmark
  /// That it may not be used at and below this node or line, though it is included.
  case exclusion(String)
  /// What a line must say of itself under this key.
  case tags(String)
  /// On which days it may be spent.
  case period
  /// That it is goods.
  case kind
  /// That only so much may go to some lines.
  case limit(GapProblem.Limit)
}

extension GapProblem.Contribution {
  /// Whether the contribution may be used for a line, as far as that is not for where the line is.
  func mayFill(_ line: GapProblem.Line) -> Bool {
    !(isInKind && !line.takesGoods) && validity.contains(line.window) && tags.areMet(by: line.tags)
  }

  /// What of the line itself keeps the contribution from it, wherever it may go.
  func restrictions(at line: GapProblem.Line) -> [GapRestriction] {
    var restrictions: [GapRestriction] = []
    if isInKind, !line.takesGoods { restrictions.append(.kind) }
    if !validity.contains(line.window) { restrictions.append(.period) }
    for (key, values) in tags.sorted(by: { $0.key.precedes($1.key) })
    where ![key: values].areMet(by: line.tags) {
      restrictions.append(.tags(key))
    }
    return restrictions
  }

  /// Each of its restrictions once: scopes, tags and limits in an order of their own.
  var restrictions: [GapRestriction] {
    var seen: Set<ExactText> = []
    return [.earmark]
      + excludes.filter { seen.insert(ExactText($0)).inserted }.sorted { $0.precedes($1) }
      .map(GapRestriction.exclusion)
      + tags.keys.sorted { $0.precedes($1) }.map(GapRestriction.tags)
      + [.period, .kind]
      + limits.sorted { left, right in
        left.scopes == right.scopes
          ? left.most < right.most
          : left.scopes.lexicographicallyPrecedes(right.scopes) { $0.precedes($1) }
      }.map(GapRestriction.limit)
  }

  /// The same without one of its restrictions.
  ///
  /// - Parameters:
  ///   - restriction: The restriction.
  ///   - everywhere: All that it could be used for.
  ///   - expired: Where it could be used, where its days are over and it is for nothing any more.
  /// - Returns: The contribution, freer by that.
  func lifting(
    _ restriction: GapRestriction, everywhere: [String], expired: [String]?
  ) -> GapProblem.Contribution {
    var lifted = self
    switch restriction {
    case .earmark: if expired == nil { lifted.includes = everywhere }
    case .exclusion(let scope): lifted.excludes.removeAll { $0.isExactly(scope) }
    case .tags(let key): lifted.tags[key] = nil
    case .period:
      lifted.validity = DateWindow()
      if let expired { lifted.includes = expired }
    case .kind: lifted.isInKind = false
    case .limit(let limit):
      if let place = limits.firstIndex(of: limit) { lifted.limits.remove(at: place) }
    }
    return lifted
  }
}

extension [String: [String]] {
  /// Whether each key has one of its values among `tags`.
  func areMet(by tags: [String: String]) -> Bool {
    allSatisfy { key, values in tags[key].map(values.contains) ?? false }
  }
}
