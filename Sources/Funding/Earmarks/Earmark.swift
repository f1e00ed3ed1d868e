public import Bookkeeping

/// Where a contribution may be used.
public struct Earmark: Hashable, Sendable, CustomStringConvertible {
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

  /// As it is written: `earmarked mali, niger except mali/education`.
  public var description: String {
    func list(_ scopes: [ScopePath]) -> String { scopes.map(\.text).joined(separator: ", ") }
    let reach = includes.isEmpty ? category.rawValue : "\(category.rawValue) \(list(includes))"
    return excludes.isEmpty ? reach : "\(reach) except \(list(excludes))"
  }

  /// Whether it says the same as another, in whatever order.
  func agrees(with other: Earmark) -> Bool {
    category == other.category && Set(includes) == Set(other.includes)
      && Set(excludes) == Set(other.excludes)
  }
}
