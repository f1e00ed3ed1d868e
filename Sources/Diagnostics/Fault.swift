/// One thing wrong, as a stable code and the values it speaks of; the words come from the catalogue.
public struct Fault: Error, Hashable, Sendable {
  /// What kind of fault it is.
  public let code: FaultCode
  /// The values that the code's message names as `{1}`, `{2}`, …, ready to print.
  public let values: [String]

  /// Makes a fault; `values` fill the placeholders of the code's message in order.
  public init(_ code: FaultCode, _ values: String...) {
    self.code = code
    self.values = values
  }
}
