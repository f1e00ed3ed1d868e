/// The name of a table of rates: `UNORE`, `ECB`, a bank's own.
public struct RateTableName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// One or more of `A`–`Z`, `a`–`z`, `0`–`9`, `.`, `_` and `-`.
  public let text: String

  /// Takes a name; nil if it is empty or has another character. Upper and lower case differ.
  public init?(_ text: String) {
    let isName = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isName, !text.isEmpty else { return nil }
    self.text = text
  }

  /// A name that is known to be one.
  init(known text: String) { self.text = text }

  /// The name.
  public var description: String { text }

  /// Orders by the characters' codes, upper case before lower.
  public static func < (left: RateTableName, right: RateTableName) -> Bool {
    left.text < right.text
  }
}
