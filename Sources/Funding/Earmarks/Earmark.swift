public import Bookkeeping

/// Where a contribution may be used.
public struct Earmark: Hashable, Sendable {
  /// How narrowly it is directed.
  public let category: EarmarkCategory
  /// Scopes or situations it may be used in; empty means anywhere.
  public let includes: [ScopePath]
  /// Scopes it may not be used in (modality D).
  public let excludes: [ScopePath]

  /// What an agreement without an earmark has: not stated, anywhere.
  public static let unstated = Earmark(.notStated)

  /// Makes an earmark.
  public init(
    _ category: EarmarkCategory, includes: [ScopePath] = [], excludes: [ScopePath] = []
  ) {
    self.category = category
    self.includes = includes
    self.excludes = excludes
  }
}
