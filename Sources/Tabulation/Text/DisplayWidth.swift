/// How many columns of a terminal a text takes.
///
/// Combining and invisible characters take none, East Asian wide ones two, ambiguous ones one, and a
/// cluster that begins wide (an emoji with its modifiers, a Hangul syllable in parts) two as a whole.
/// Source: Unicode Standard Annex 11, sections 4 and 5.
enum DisplayWidth {
  /// - Complexity: O(*n*) in the length of the text; texts of ASCII alone cost their count of bytes.
  static func of(_ text: some StringProtocol) -> Int {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // Asks for the emoji form of the character before it.
      if scalar == "\u{FE0F}" { return 2 }
      let scalarWidth = of(scalar)
      if width == 0, scalarWidth == 2 { return 2 }
      width += scalarWidth
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if WideCharacters.contain(scalar) { return 2 }
    // Vowels and final consonants of Hangul are drawn into the syllable they follow.
    if 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}
