public import Bookkeeping
public import Diagnostics
import Monetary

// What is given up of an agreement may leave less of it than was spent already.
extension Book {
  /// That by what was given up of an agreement less is left of it than was spent and is owed to partners; nil
  /// where that is not so, or where nothing was given up.
  func shortfall(by posted: PostedFact) -> Fault? {
    guard let reference = posted.fact.agreementGivenUp, let state = agreements[reference],
      posted.consequence.parts.contains(where: \.takesAvailable)
    else { return nil }
    let missing = state.shortfall(from: posted.fact.posted)
    guard missing > 0 else { return nil }
    return Fault(
      .givenUpSpent, reference.text,
      Money(minorUnits: Int64(clamping: missing), of: head.currency).description)
  }

  /// What is told of each write-off and refund that left less of an agreement than was spent by its day and is
  /// owed to partners; of what was reversed, and by what, nothing.
  ///
  /// What comes later, or was reversed, does not count.
  /// - Complexity: O(*n* log *n*) in the facts of the book.
  public var shortfalls: [FactID: Fault] {
    var then = withoutFacts
    var shortfalls: [FactID: Fault] = [:]
    let standing = posted.inOrder.enumerated().filter { _, posted in
      posted.fact.target == nil && reversals[posted.id] == nil
    }
    let inDays = standing.sorted { left, right in
      (left.element.fact.counted, left.offset) < (right.element.fact.counted, right.offset)
    }
    for (_, posted) in inDays {
      then.replay(posted, undoing: nil)
      shortfalls[posted.id] = then.shortfall(by: posted)
    }
    return shortfalls
  }
}

extension AgreementState {
  /// What of that which was spent, and is owed to partners, no money is left for on `day`, in minor units of the
  /// book currency; a loss on exchange alone is no such thing.
  func shortfall(from day: CalendarDate) -> Int128 {
    min(max(0, usedBook), max(0, -available(from: day)))
  }
}

extension Fact {
  /// The agreement of which a write-off, or a refund of its own money, gives something up.
  public var agreementGivenUp: Reference? {
    switch event {
    case .writeOff(let writeOff): writeOff.agreement
    case .refund(let refund) where !refund.isOfOverpayment: refund.agreement
    default: nil
    }
  }
}

extension PartMovement {
  /// Whether it leaves less to spend: what waited for a condition could not be spent.
  fileprivate var takesAvailable: Bool { writtenOffBook + refundedBook + unmetBook > 0 }
}
