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
    guard let name = values.first else { return self }
    return Fault(code, values, nearest: Suggestion.nearest(to: name, among: candidates))
  }
}
