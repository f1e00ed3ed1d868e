/// A short text that names one thing: a reference, a scope, a fund, a donor.
///
/// A code is checked when it is made, so that one that exists is well formed everywhere.
public protocol Code: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as written.
  var text: String { get }

  /// Takes `text` if it is well formed, else gives nil.
  init?(_ text: String)
}

extension Code {
  /// The code as written.
  public var description: String { text }

  /// Orders codes by their bytes, the same everywhere.
  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

/// The letters that codes are written with.
public enum CodeLetters {
  /// `a`–`z`, `0`–`9` and `-`: the letters of a slug.
  public static func isSlug(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Letters of both cases, digits, `.`, `_`, `/` and `-`: the letters of a reference.
  public static func isReference(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "/"):
      true
    default: isSlug(byte)
    }
  }

  /// Whether `text` is one or more slugs with a slash between each two.
  public static func isSlugPath(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0.allSatisfy(isSlug) }
  }
}
