/// What a number looks like: digits, commas and at most one point, in the right places or not.
struct NumberShape {
  /// Whether a `+` or `-` leads.
  let isSigned: Bool
  /// Whether the commas, if any, make full groups of three before the point.
  let isGroupedRightly: Bool
  /// Characters after the point.
  let decimals: Int

  /// Looks at a text; nil if it is no number at all, however its commas are read.
  init?(_ text: String) {
    isSigned = text.hasPrefix("-") || text.hasPrefix("+")
    let number = isSigned ? text.dropFirst() : text[...]
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, !groups[0].isEmpty, groups.allSatisfy(Self.areDigits) else {
      return nil
    }
    let isWholeGroupedRightly = Self.areFull(groups)
    guard parts.count == 2 else {
      decimals = 0
      isGroupedRightly = isWholeGroupedRightly
      return
    }
    // A comma after the point is a number of another country, `1.234,56`: grouped wrongly here.
    let runs = parts[1].split(separator: ",", omittingEmptySubsequences: false)
    guard !runs[0].isEmpty, runs.allSatisfy(Self.areDigits) else { return nil }
    decimals = parts[1].utf8.count
    isGroupedRightly = isWholeGroupedRightly && runs.count == 1
  }

  private static func areDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// One group of any length, or several of three after one that is not longer and has no leading zero.
  private static func areFull(_ groups: [Substring]) -> Bool {
    groups.count == 1
      || groups[0].utf8.count <= 3 && !groups[0].hasPrefix("0")
        && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
  }
}
