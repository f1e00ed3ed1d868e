import Diagnostics

/// The checks that a fact has to pass: each is run, whatever the others found.
///
/// What needs the outcome of another check asks for it, and is not run where there is none: so that
/// every mistake is told, and none twice.
struct Checks {
  private var faults: [Fault] = []
  private var known: Set<Fault> = []

  /// Whether nothing was found so far.
  var passed: Bool { faults.isEmpty }

  /// Notes that something is wrong; what was noted before is not noted again.
  mutating func note(_ fault: Fault) {
    if known.insert(fault).inserted { faults.append(fault) }
  }

  /// Runs a check that finds one fault at most.
  /// - Returns: Whether it passed.
  @discardableResult
  mutating func run(_ check: @autoclosure () throws(Fault) -> Void) -> Bool {
    value(try check()) != nil
  }

  /// Runs a check that gives something.
  /// - Returns: What it gives; nil where it does not pass.
  mutating func value<Value>(_ check: @autoclosure () throws(Fault) -> Value) -> Value? {
    do {
      return try check()
    } catch {
      note(error)
      return nil
    }
  }

  /// Ends the checks.
  /// - Throws: All that was found, if anything was.
  func conclude() throws(Faults) {
    if !passed { throw Faults(faults) }
  }

  /// Ends the checks with what was made of the fact.
  /// - Precondition: It was made, or something was found.
  /// - Throws: All that was found, if anything was.
  func conclude<Value>(with made: Value?) throws(Faults) -> Value {
    try conclude()
    guard let made else { preconditionFailure("a fact is refused for a reason") }
    return made
  }
}
