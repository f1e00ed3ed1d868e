public import Bookkeeping

/// What a report is about: a scope and all below it, or the scopes of a situation and all below them.
public struct Area: Hashable, Sendable {
  /// The scope or the situation.
  public let path: ScopePath
  /// The scopes it is made of: at least one, none in another.
  public let roots: [ScopePath]

  /// The area of one scope.
  public init(of scope: ScopePath) {
    self.init(scope, roots: [scope])
  }

  /// The area of a situation.
  /// - Precondition: There is a root.
  public init(_ path: ScopePath, roots: [ScopePath]) {
    precondition(!roots.isEmpty, "an area has a scope")
    self.path = path
    self.roots = roots
  }

  /// How money stands to an area.
  public enum Relation: Hashable, Sendable {
    /// It lies there, or above and may be used nowhere else.
    case inside
    /// It lies above and may reach it.
    case above
    /// It cannot be used there.
    case elsewhere
  }

  /// How money stands to the area that lies at `place`, and has `reach` where the place tells not all.
  ///
  /// - Parameters:
  ///   - place: Where the money lies.
  ///   - reach: Where it may be used; nil where that is its place and all below.
  ///   - contains: Whether the first scope is the second, or lies below it.
  /// - Returns: How it stands.
  /// - Throws: What `contains` throws.
  public func relation<Failure: Error>(
    of place: ScopePath, _ reach: Reach?,
    contains: (_ scope: ScopePath, _ ancestor: ScopePath) throws(Failure) -> Bool
  ) throws(Failure) -> Relation {
    func isInside(_ scope: ScopePath) throws(Failure) -> Bool {
      for root in roots where try contains(scope, root) { return true }
      return false
    }
    if try isInside(place) { return .inside }
    var isWhollyInside = reach != nil
    for scope in reach?.scopes ?? [] where isWhollyInside { isWhollyInside = try isInside(scope) }
    if isWhollyInside { return .inside }
    for root in roots where try contains(root, place) {
      guard let reach else { return .above }
      if try reach.reaches(root, contains: contains) { return .above }
    }
    return .elsewhere
  }
}

extension Reach {
  /// Whether some of it lies in `root`, or all of `root` in it.
  fileprivate func reaches<Failure: Error>(
    _ root: ScopePath,
    contains: (_ scope: ScopePath, _ ancestor: ScopePath) throws(Failure) -> Bool
  ) throws(Failure) -> Bool {
    for exception in exceptions where try contains(root, exception) { return false }
    for scope in scopes {
      if try contains(root, scope) { return true }
      if try contains(scope, root) { return true }
    }
    return false
  }
}
