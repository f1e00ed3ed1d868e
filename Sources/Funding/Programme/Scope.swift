public import Bookkeeping

/// A node of the programme tree: a region, an operation, a pillar or sector, an activity.
public struct Scope: Hashable, Sendable {
  /// What the node stands for.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case region
    case operation
    case pillar
    case sector
    case activity
  }

  /// The node's path.
  public let path: ScopePath
  /// Its name for people; nil where only `complete` is set.
  public let name: String?
  /// What it stands for, if stated.
  public let kind: Kind?
  /// The declared parent of a path without a slash; nil means global.
  public let parent: ScopePath?
  /// ISO 3166-1 alpha-2 code of its country, if stated.
  public let country: String?
  /// Whether all money and requirements of the scope are in the ledger, so that a percentage is due.
  public let isComplete: Bool

  /// Makes a scope.
  public init(
    _ path: ScopePath, name: String? = nil, kind: Kind? = nil, parent: ScopePath? = nil,
    country: String? = nil, isComplete: Bool = false
  ) {
    self.path = path
    self.name = name
    self.kind = kind
    self.parent = parent
    self.country = country
    self.isComplete = isComplete
  }
}
