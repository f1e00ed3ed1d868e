public import Bookkeeping

/// A named set of scopes across the tree, such as the Mali situation: a tag, never a parent.
public struct Situation: Hashable, Sendable {
  /// Its name in references; scopes and situations share one name space.
  public let path: ScopePath
  /// Its name for people.
  public let name: String
  /// The scopes it spans, at least one.
  public let scopes: [ScopePath]

  /// Makes a situation of `scopes`.
  public init(_ path: ScopePath, name: String, scopes: [ScopePath]) {
    self.path = path
    self.name = name
    self.scopes = scopes
  }
}
