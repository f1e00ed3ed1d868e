public import Bookkeeping
public import Monetary

/// A condition of an agreement as it stands on a day; amounts are in the agreement's currency.
public struct ConditionStanding: Hashable, Sendable {
  /// What is to be met, in the agreement's words.
  public let name: String
  /// What waited for it when the agreement was signed.
  public let amount: Money
  /// How much of that waits no longer, the condition being met in whole or in part.
  public var met: Money { Money(minorUnits: metUnits, of: amount.currency) }
  /// How much of it was cut, written off or is owed back: what is conditional is given up first.
  public var givenUp: Money { Money(minorUnits: givenUpUnits, of: amount.currency) }
  /// How much waits for it still: `amount` less `met` and `givenUp`.
  public var waiting: Money {
    Money(minorUnits: amount.minorUnits - metUnits - givenUpUnits, of: amount.currency)
  }

  private var metUnits: Int64 = 0
  private var givenUpUnits: Int64 = 0

  /// A condition of which nothing is met or given up.
  public init(_ condition: Condition) {
    name = condition.name
    amount = condition.amount
  }

  /// Takes in that what waits for it changed, by its being met or by what was given up.
  mutating func add(_ change: Int64, asMet isMet: Bool) {
    if isMet { metUnits -= change } else { givenUpUnits -= change }
  }
}

extension Book {
  /// How far the conditions of some agreements are met, in the order of their terms; those that have no
  /// condition, or were not signed by then, are left out.
  ///
  /// - Parameters:
  ///   - references: The agreements.
  ///   - day: What was posted up to it counts.
  ///   - known: Up to when what was entered counts; nil for all.
  /// - Returns: By agreement, its conditions in the order of its terms.
  /// - Complexity: O(*n*) in the facts of the book.
  public func conditions(
    of references: Set<Reference>, asOf day: CalendarDate, known: Instant? = nil
  ) -> [Reference: [ConditionStanding]] {
    var standings: [Reference: [ConditionStanding]] = [:]
    for posted in posted.inOrder where known.map({ posted.fact.entered <= $0 }) ?? true {
      if case .agreement(let agreement) = posted.fact.event {
        guard references.contains(agreement.reference), posted.fact.date <= day else { continue }
        let conditions = agreement.conditions.map(ConditionStanding.init)
        standings[agreement.reference] = conditions.isEmpty ? nil : conditions
      }
      guard posted.fact.posted <= day else { continue }
      let isMet = kindBehind(posted.fact) == .fulfilled
      for movement in posted.consequence.parts where !movement.unmet.isEmpty {
        guard let indices = standings[movement.agreement]?.indices else { continue }
        for index in indices {
          guard let name = standings[movement.agreement]?[index].name,
            let change = movement.unmet[name]
          else { continue }
          standings[movement.agreement]?[index].add(change, asMet: isMet)
        }
      }
    }
    return standings
  }

  /// The kind of a fact or, where it is a reversal, of what it undoes.
  func kindBehind(_ fact: Fact) -> FactKind {
    guard case .reversal(let reversal) = fact.event else { return fact.kind }
    return posted[reversal.target]?.fact.kind ?? fact.kind
  }
}
