/// One thing wrong, as a stable code and the values it speaks of; the words come from the catalogue.
public struct Fault: Error, Hashable, Sendable {
  /// What kind of fault it is.
  public let code: FaultCode
  /// The values that the code's message names as `{1}`, `{2}`, …, ready to print.
  public let values: [String]
  /// The name that was probably meant, where a name is not known; nil where none is near.
  public let nearest: String?
  /// Where that was stated first which is stated again; nil where that is not known, or nothing was.
  public let first: Origin?

  /// Where something was stated.
  public enum Origin: Hashable, Sendable {
    /// On a line of the same input, counted from 1.
    case line(Int)
    /// By a fact: what it is called, and its own day.
    case fact(String, date: String)
  }

  /// Makes a fault; `values` fill the placeholders of the code's message in order.
  public init(_ code: FaultCode, _ values: String...) {
    self.init(code, values)
  }

  private init(
    _ code: FaultCode, _ values: [String], nearest: String? = nil, first: Origin? = nil
  ) {
    self.code = code
    self.values = values
    self.nearest = nearest
    self.first = first
  }

  /// The same, of what was stated first at `origin`.
  public func stated(first origin: Origin?) -> Fault {
    Fault(code, values, nearest: nearest, first: origin)
  }

  /// The fault with the one of `candidates` that is nearest to its first value, if one is near.
  /// - Complexity: As ``Suggestion/nearest(to:among:)``; it is paid only when something is wrong.
  public func suggesting(among candidates: some Sequence<String>) -> Fault {
    suggesting(forValue: 0, among: candidates)
  }

  /// The fault with the one of `candidates` that is nearest to the value at `index`, if one is near.
  public func suggesting(
    forValue index: Int, among candidates: some Sequence<String>
  ) -> Fault {
    guard values.indices.contains(index) else { return self }
    return Fault(
      code, values, nearest: Suggestion.nearest(to: values[index], among: candidates), first: first)
  }

  /// The same, with `other` for each value that is `value`.
  public func replacing(_ value: String, with other: String) -> Fault {
    Fault(code, values.map { $0 == value ? other : $0 }, nearest: nearest, first: first)
  }

  /// The fault of an amendment's name, its first value, with the same for the nearest of `agreements`.
  public func suggesting(amendmentOf agreements: some Sequence<String>) -> Fault {
    guard let name = values.first, let slash = name.lastIndex(of: "/") else { return self }
    return suggesting(among: agreements.map { $0 + name[slash...] })
  }
}
