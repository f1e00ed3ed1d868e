/// A node of the programme tree, such as `mali/protection`, or the remainder of one, `mali/*`.
public struct ScopePath: Code {
  /// Slugs with a slash between each two; a remainder ends in `/*`.
  public let text: String

  /// The root of the tree, declared in every ledger.
  public static let global = ScopePath(unchecked: "global")

  /// Takes `text` if it is a path of slugs, or such a path followed by `/*`.
  public init?(_ text: String) {
    let path = text.hasSuffix("/*") ? text.dropLast(2) : text[...]
    guard CodeLetters.isSlugPath(path) else { return nil }
    self.text = text
  }

  private init(unchecked text: String) {
    self.text = text
  }

  /// The line for what a scope's requirement leaves to no child: `mali/*` of `mali`.
  public var remainder: ScopePath { ScopePath(unchecked: text + "/*") }

  /// Whether this is the remainder of a scope and not a scope.
  public var isRemainder: Bool { text.utf8.last == UInt8(ascii: "*") }

  /// The scope itself: `mali` of `mali/*` and of `mali`.
  public var scope: ScopePath {
    isRemainder ? ScopePath(unchecked: String(text.dropLast(2))) : self
  }

  /// The path before the last slash; nil where there is none, so that the parent must be declared.
  public var writtenParent: ScopePath? {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return ScopePath(unchecked: String(text[..<slash]))
  }
}
