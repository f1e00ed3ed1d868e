import Diagnostics

/// A value that one word of the command line can spell.
///
/// Reading and spelling are inverse: `Self(argument: value.argument)` equals `value`.
protocol ArgumentValue: Slot {
  /// The word that reads back as this value.
  var argument: String { get }
}

/// What would have been right where a word was refused: a noun, as in "a date, as in 2017-11-28".
struct Expected: Error, Hashable, Sendable {
  /// Completes the sentence "write …".
  let text: String
  /// What is wrong with a word of the right form, where a ledger would be told the same; nil where the
  /// form is wrong.
  let fault: Fault?
  /// The word that was probably meant; nil where none is near.
  let nearest: String?

  /// Makes an expectation from a noun with its article and, best, an example.
  init(_ text: String, but fault: Fault? = nil, nearest: String? = nil) {
    self.text = text
    self.fault = fault
    self.nearest = nearest
  }
}

extension ArgumentValue {
  static var isRequired: Bool { false }
  static var isRepeating: Bool { false }
  static var completion: Completion { .none }
  var arguments: [String] { [argument] }

  mutating func add(argument: String) throws(Expected) { self = try Self(argument: argument) }
}

extension String: ArgumentValue {
  /// Nothing is no name, no amount and no text; where it may be, the type is another.
  init(argument: String) throws(Expected) {
    guard argument.contains(where: { !$0.isWhitespace }) else {
      throw Expected("a text that is not empty")
    }
    self = argument
  }
  var argument: String { self }
}

extension Int: ArgumentValue {
  init(argument: String) throws(Expected) {
    guard let number = Int(argument) else { throw Expected("a whole number, as in 12") }
    self = number
  }
  var argument: String { String(self) }
}

/// An enumeration of words needs nothing but `: ArgumentValue`: its raw values are the choices.
extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  init(argument: String) throws(Expected) {
    guard let choice = Self(rawValue: argument) else {
      let choices = Self.allCases.map(\.rawValue)
      throw Expected(
        "one of " + choices.asChoice, nearest: Suggestion.nearest(to: argument, among: choices))
    }
    self = choice
  }
  var argument: String { rawValue }
  static var completion: Completion { .words(allCases.map(\.rawValue)) }
}
