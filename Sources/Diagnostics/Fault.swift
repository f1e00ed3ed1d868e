/// One thing wrong, as a stable code and the values it speaks of; the words come from the catalogue.
public struct Fault: Error, Hashable, Sendable {
  /// What kind of fault it is.
  public let code: FaultCode
  /// The values that the code's message names as `{1}`, `{2}`, …, ready to print.
  public let values: [String]
  /// The name that was probably meant, where a name is not known; nil where none is near.
  public let nearest: String?

  /// Makes a fault; `values` fill the placeholders of the code's message in order.
  public init(_ code: FaultCode, _ values: String...) {
    self.init(code, values, nearest: nil)
  }

  private init(_ code: FaultCode, _ values: [String], nearest: String?) {
    self.code = code
    self.values = values
    self.nearest = nearest
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
    return Fault(code, values, nearest: Suggestion.nearest(to: values[index], among: candidates))
  }

  /// The fault of an amendment's name, its first value, with the same for the nearest of `agreements`.
  public func suggesting(amendmentOf agreements: some Sequence<String>) -> Fault {
    guard let name = values.first, let slash = name.lastIndex(of: "/") else { return self }
    return suggesting(among: agreements.map { $0 + name[slash...] })
  }
}
