/// An identifier as it is written: two are one only where they have the same Unicode scalars.
///
/// Texts are equal to Swift where they look alike, such as `é` in one scalar and in two; to the programs that
/// write a problem they are two names.
struct ExactText: Hashable {
  /// The identifier.
  let text: String

  /// Takes an identifier as it is.
  init(_ text: String) { self.text = text }

  /// Whether the scalars are the same.
  static func == (left: ExactText, right: ExactText) -> Bool { left.text.isExactly(right.text) }

  /// Texts of the same scalars are equal to Swift, and have one hash.
  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension String {
  /// Whether the identifier has the scalars of `other`, and no others.
  func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether the identifier comes before `other`, by Unicode scalars.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
