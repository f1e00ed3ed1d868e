import Diagnostics
import Funding
import Testing

@testable import TestSupport

/// One line of the table of faults: what is refused, and its neighbour that is not.
struct Refusal: Sendable, CustomTestStringConvertible {
  /// A fact to post.
  struct Step: Sendable {
    let date: String
    let event: Event
    let id: String?
    let posted: String?
  }

  /// The fault that the refused fact is told.
  let code: FaultCode
  /// What its values are, ready to print.
  let values: [String]
  /// What the ledger holds before.
  let before: [Step]
  /// What is refused.
  let refused: Step
  /// The nearest fact that is taken.
  let accepted: Step

  init(
    _ code: FaultCode, _ values: [String], after before: [Step] = [], refused: Step,
    accepted: Step
  ) {
    self.code = code
    self.values = values
    self.before = before
    self.refused = refused
    self.accepted = accepted
  }

  var testDescription: String { "\(code.rawValue) \(values.joined(separator: ", "))" }
}

/// A fact to post on a day.
func on(
  _ date: String, _ event: Event, id: String? = nil, posted: String? = nil
) -> Refusal.Step {
  Refusal.Step(date: date, event: event, id: id, posted: posted)
}

extension SampleLedger {
  /// Posts a step.
  @discardableResult
  mutating func post(_ step: Refusal.Step) throws -> PostedFact {
    try post(step.date, step.event, id: step.id, posted: step.posted)
  }
}
