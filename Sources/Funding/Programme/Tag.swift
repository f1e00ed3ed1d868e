public import Bookkeeping

/// A property of a budget line that an earmark may require, such as `population refugees`.
public struct Tag: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The property: `population`.
  public let key: Slug
  /// Its value: `refugees`.
  public let value: Slug

  /// Makes a tag.
  public init(_ key: Slug, _ value: Slug) {
    self.key = key
    self.value = value
  }

  /// Property and value with a blank between.
  public var description: String { "\(key) \(value)" }

  /// Orders tags by property, then value.
  public static func < (left: Tag, right: Tag) -> Bool {
    (left.key, left.value) < (right.key, right.value)
  }
}

/// A lower-case word of letters, digits and hyphens.
public struct Slug: Code {
  /// The word.
  public let text: String

  /// Takes `text` if it is `[a-z0-9-]+`.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy(CodeLetters.isSlug) else { return nil }
    self.text = text
  }
}
