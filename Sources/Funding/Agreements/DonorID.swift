public import Bookkeeping
public import Diagnostics

/// What a donor is called in a ledger: a slug such as `united-states`.
public struct DonorID: Code {
  /// The slug.
  public let text: String

  /// Takes `text` if it is `[a-z0-9-]+`.
  public init?(_ text: String) {
    guard Slug(text) != nil else { return nil }
    self.text = text
  }

  /// The code that `name` suggests: its letters without their accents and its digits, in small letters,
  /// with a hyphen between each two words; `donor` where it has none.
  public init(suggestedBy name: String) {
    let words = name.lowercased().unicodeScalars.flatMap(Self.letters)
      .split(separator: "-").map { String($0) }
    text = words.isEmpty ? "donor" : words.joined(separator: "-")
  }

  /// How a code writes a letter: `o` for `ô`; nothing for an apostrophe or an accent, a hyphen for all
  /// that it has no letter for.
  private static func letters(for scalar: Unicode.Scalar) -> [Character] {
    if scalar.properties.isDiacritic || scalar == "'" || scalar == "’" { return [] }
    if scalar.isASCII {
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? [Character(scalar)] : ["-"]
    }
    // Source: Unicode Character Database, such as LATIN SMALL LETTER O WITH CIRCUMFLEX.
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.starts(with: ["LATIN", "SMALL", "LETTER"]), words.count > 3, words[3].count <= 2
    else { return ["-"] }
    return Array(words[3].lowercased())
  }
}

extension Sequence<DonorID> {
  /// Each of them once, in the order in which they come first.
  /// - Complexity: O(*n* · *m*) where *m* are different; few donors finance one agreement.
  public var distinct: [DonorID] {
    reduce(into: []) { donors, donor in
      if !donors.contains(donor) { donors.append(donor) }
    }
  }
}

extension Fault {
  /// Nobody is called `donor`, be that a code or a name; it says how a text would declare one.
  public init(unknownDonor donor: String) {
    let isCode = DonorID(donor) != nil
    let name = donor.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    self = Fault(
      .donorUnknown, donor, isCode ? donor : DonorID(suggestedBy: donor).text,
      isCode ? "NAME" : name)
  }
}
