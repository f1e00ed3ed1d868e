import Diagnostics
import Funding
import Interchange
import Monetary

/// Where in a text it is stated first what only one fact may state; a text may be applied in another order.
struct FirstDeclarations {
  /// Nil until somebody asks: in most texts nothing is stated twice.
  private var first: [UniqueStatement: SourcedFact]?
  /// The table of rates that name none.
  private let own: RateTableName

  /// None so far, in a ledger with its `own` table of rates.
  init(own: RateTableName) { self.own = own }

  /// Notes that `fact` was posted, and is called `id`.
  mutating func note(_ fact: SourcedFact, id: FactID) {
    guard first != nil else { return }
    add(fact, id: id)
  }

  private mutating func add(_ fact: SourcedFact, id: FactID) {
    for statement in UniqueStatement.all(of: fact.fact, id: id, own: own)
    where first?[statement] == nil {
      first?[statement] = fact
    }
  }

  /// Which of two facts that state the same is told so, and what: the one that was posted already, where that
  /// is a declaration further down, else `fact`, which was refused for `fault`.
  ///
  /// What was `posted` so far is asked for once.
  mutating func blame(
    _ fault: Fault, of fact: SourcedFact, after posted: () -> [(fact: SourcedFact, id: FactID)]
  ) -> (fault: Fault, fact: SourcedFact) {
    guard let statement = UniqueStatement(repeatedIn: fact.fact, by: fault, own: own) else {
      return (fault, fact)
    }
    if first == nil {
      first = [:]
      for (fact, id) in posted() { add(fact, id: id) }
    }
    guard let other = first?[statement] else { return (fault, fact) }
    let isDeclared = [.donorDuplicate, .scopeDuplicate, .rateKnown, .rateDiffers].contains(
      fault.code)
    guard isDeclared, fact.line < other.line else {
      return (fault.stated(first: .line(Int(other.line))), fact)
    }
    first?[statement] = fact
    let told = fault.stated(first: .line(Int(fact.line)))
    if fault.code == .rateDiffers, case .rate(let stated) = fact.fact.event {
      return (told.replacing(fault.values[3], with: stated.units.description), other)
    }
    return (told, other)
  }
}
