/// All that is wrong with one thing, each fault apart: at least one.
public struct Faults: Error, Hashable, Sendable {
  /// The faults, in the order in which they were found.
  public let all: [Fault]

  /// Makes what is wrong of the faults that were found.
  /// - Precondition: There is at least one.
  public init(_ faults: [Fault]) {
    precondition(!faults.isEmpty, "nothing is wrong")
    all = faults
  }

  /// Makes what is wrong of a single fault.
  public init(_ fault: Fault) { all = [fault] }
}
