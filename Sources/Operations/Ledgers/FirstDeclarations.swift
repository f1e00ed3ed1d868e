import Bookkeeping
import Diagnostics
import Funding
import Interchange
import Monetary

/// Where names and rates are declared first in a text, which may apply them in another order.
struct FirstDeclarations {
  /// What is declared once.
  private enum Subject: Hashable {
    case place(String)
    case donor(String)
    case rate([String])
  }

  private var first: [Subject: SourcedFact] = [:]

  /// Notes that `fact` was posted.
  mutating func note(_ fact: SourcedFact) {
    guard let subject = Self.subject(of: fact.fact) else { return }
    if first[subject] == nil { first[subject] = fact }
  }

  /// Which of two declarations stands later in the text, and what it is told: the one that was posted, or
  /// `fact`, which was refused for `fault`.
  mutating func blame(_ fault: Fault, of fact: SourcedFact) -> (fault: Fault, fact: SourcedFact) {
    guard [.donorDuplicate, .scopeDuplicate, .rateKnown, .rateDiffers].contains(fault.code),
      let subject = Self.subject(of: fact.fact), let posted = first[subject],
      fact.line < posted.line
    else { return (fault, fact) }
    first[subject] = fact
    if fault.code == .rateDiffers, case .rate(let stated) = fact.fact.event {
      let values = fault.values
      return (
        Fault(.rateDiffers, values[0], values[1], values[2], stated.units.description), posted
      )
    }
    return (fault, posted)
  }

  private static func subject(of fact: Fact) -> Subject? {
    switch fact.event {
    case .scope(let scope): .place(scope.path.text)
    case .situation(let situation): .place(situation.path.text)
    case .donor(let donor): .donor(donor.id.text)
    case .rate(let rate) where rate.revises == nil:
      .rate([
        rate.quote.code, rate.base.code, rate.table?.text ?? "", fact.date.description,
      ])
    default: nil
    }
  }
}
