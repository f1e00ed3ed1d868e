/// A property that words of the command line can fill: its type says how often it may be given.
///
/// `Value` has a default and may be given once; `Value?` may be absent; `[Value]` may be given any
/// number of times and starts empty; `@Required` must be given.
protocol Slot: Sendable {
  /// Whether a command line without it is refused.
  static var isRequired: Bool { get }
  /// Whether it may be given more than once.
  static var isRepeating: Bool { get }
  /// What a shell can propose for it.
  static var completion: Completion { get }

  /// Reads the first word given.
  init(argument: String) throws(Expected)
  /// Reads a further word, after the first.
  mutating func add(argument: String) throws(Expected)
  /// The words that would fill it anew; none if it is empty.
  var arguments: [String] { get }
}

extension Optional: Slot where Wrapped: ArgumentValue {
  static var isRequired: Bool { false }
  static var isRepeating: Bool { false }
  static var completion: Completion { Wrapped.completion }
  var arguments: [String] { map { [$0.argument] } ?? [] }

  init(argument: String) throws(Expected) { self = try Wrapped(argument: argument) }
  mutating func add(argument: String) throws(Expected) { self = try Wrapped(argument: argument) }
}

extension Array: Slot where Element: ArgumentValue {
  static var isRequired: Bool { false }
  static var isRepeating: Bool { true }
  static var completion: Completion { Element.completion }
  var arguments: [String] { map(\.argument) }

  init(argument: String) throws(Expected) { self = [try Element(argument: argument)] }
  mutating func add(argument: String) throws(Expected) {
    append(try Element(argument: argument))
  }
}

/// A property without which a command cannot run; declare its parameter by `\.$name`.
///
/// The parser refuses a command line that leaves it out, so that `run` reads it as a plain value.
@propertyWrapper
struct Required<Held: Slot>: Slot {
  private var held: Held?

  /// Makes an empty slot.
  init() {}

  /// The value given.
  /// - Precondition: Read only in a command that was parsed, or after it was set.
  var wrappedValue: Held {
    get {
      guard let held else { preconditionFailure("a required value is read before it is given") }
      return held
    }
    set { held = newValue }
  }

  /// The slot itself, to which a parameter is bound.
  var projectedValue: Self {
    get { self }
    set { self = newValue }
  }

  static var isRequired: Bool { true }
  static var isRepeating: Bool { Held.isRepeating }
  static var completion: Completion { Held.completion }
  var arguments: [String] { held?.arguments ?? [] }

  init(argument: String) throws(Expected) { held = try Held(argument: argument) }
  mutating func add(argument: String) throws(Expected) {
    guard held != nil else { return held = try Held(argument: argument) }
    try held?.add(argument: argument)
  }
}

extension Required: Equatable where Held: Equatable {}
extension Required: Hashable where Held: Hashable {}
