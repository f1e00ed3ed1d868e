public import Monetary

/// A value of JSON whose objects keep the order of their members.
///
/// There are no fractions: an exact decimal is a string. Source: RFC 8259.
public enum JSONValue: Hashable, Sendable {
  /// No value.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int64)
  /// A text; also a date, and an exact decimal such as "41007531.65".
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in order. Names are unique; writing an object in which they are not traps.
  case object([Member])

  /// A named value of an object.
  public struct Member: Hashable, Sendable {
    /// Its name, in camel case where it is ours.
    public let name: String
    /// Its value.
    public let value: JSONValue

    /// Makes a member of an object.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An amount to the minor unit: `{"amount": "41007531.65", "currency": "USD"}`.
  public static func money(_ money: Money) -> JSONValue { amount(.exact(money)) }

  /// An amount as printed: `{"amount": "41007532", "currency": "USD"}`.
  public static func amount(_ amount: PrintedAmount) -> JSONValue {
    ["amount": .string(amount.plain), "currency": .string(amount.currency.code)]
  }

  /// A day, as `"2017-11-28"`.
  public static func date(_ date: CalendarDate) -> JSONValue { .string(date.description) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A string, written as a literal.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number, written as a literal.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A truth value, written as a literal.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// No value, written as `nil`.
  public init(nilLiteral: ()) { self = .null }
  /// An array, written as a literal.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0, $1) })
  }
}
