import Bookkeeping
import Diagnostics
import Monetary

// Terms that are new say something and contradict nothing. Those that a ledger took before these were
// asked stand as they are.
extension Book {
  /// Checks the tier that a requirement states; or the earmarks that a fact states, those that no part of it
  /// follows included, then its limits; and that an amendment changes something.
  func checkTerms(of fact: Fact, passing checks: inout Checks) {
    switch fact.event {
    case .requirement(let requirement): checks.run(try requirement.key.requireTier())
    case .pledge(let pledge): checks.run(try pledge.earmark.requireSense(hasTags: false))
    case .agreement(let agreement): checkTerms(of: agreement, passing: &checks)
    case .amendment(let amendment):
      let agreement = amendment.reference.prefixes.lazy.compactMap { agreements[$0] }.first
      if let agreement, !agreement.isChanged(by: amendment, on: fact.date) {
        checks.note(Fault(.amendmentNothing, amendment.reference.text))
      }
      // Of an agreement that is not there nobody knows what it is for.
      let hasTags = agreement.map { !$0.agreement.terms.requirements.isEmpty } ?? true
      for earmark in ([amendment.earmark] + amendment.parts.map(\.earmark)).compactMap(\.self) {
        checks.run(try earmark.requireSense(hasTags: hasTags))
      }
      if let agreement {
        check(
          amendment.limits, of: agreement.amount(amendedBy: amendment),
          for: agreement.earmarks(amendedBy: amendment), passing: &checks)
        for limit in amendment.limits { checks.run(try requireRoom(for: limit, of: agreement)) }
      }
    default: break
    }
  }

  private func checkTerms(of agreement: Agreement, passing checks: inout Checks) {
    let terms = agreement.terms
    // Parts that an amendment adds follow it, where those that were signed do not.
    if let earmark = terms.earmark { check(earmark, terms.modality, passing: &checks) }
    for earmark in ([terms.earmark] + agreement.parts.map(\.earmark)).compactMap(\.self) {
      checks.run(try earmark.requireSense(hasTags: !terms.requirements.isEmpty))
    }
    let unstated = terms.earmark ?? .unstated
    let parts = agreement.parts.map { $0.earmark ?? unstated }
    check(
      terms.limits.map { LimitChange($0.amount, on: $0.scope) }, of: agreement.amount,
      for: parts.isEmpty ? [unstated] : parts, passing: &checks)
  }

  /// Sees that each limit binds: once for a scope, on less than all, of money that may go there.
  private func check(
    _ limits: [LimitChange], of whole: Money, for earmarks: [Earmark],
    passing checks: inout Checks
  ) {
    var limited: Set<ScopePath> = []
    for limit in limits {
      checks.run(try limit.requireEffect(on: whole))
      if limit.amount != nil,
        !earmarks.contains(where: { programme.permits($0, somewhereIn: limit.scope) })
      {
        checks.note(Fault(.limitOutside, limit.scope.text))
      }
      if !limited.insert(limit.scope).inserted {
        checks.note(Fault(.limitTwice, limit.scope.text))
      }
    }
  }
}

extension AgreementState {
  /// Whether an amendment of a day makes anything other than it is agreed by then.
  fileprivate func isChanged(by amendment: Amendment, on day: CalendarDate) -> Bool {
    // What moves from part to part leaves the amount as it was.
    if amendment.parts.contains(where: { !$0.amount.isZero }) { return true }
    if let earmark = amendment.earmark, earmark != self.earmark { return true }
    if let rate = amendment.support {
      guard let known = supportRate(on: day), known.base == rate.base,
        known.percent.isEqualInValue(to: rate.percent)
      else { return true }
    }
    var limits = limits(on: day)
    limits.amend(by: amendment.limits)
    if Set(limits) != Set(self.limits(on: day)) { return true }
    return schedule.isChanged(by: amendment, delivered: delivered.values)
  }
}

extension Earmark {
  /// Sees that its category and its scopes go together; `hasTags` where it is told by tags what money is for.
  ///
  /// - Throws: `earmark-unearmarked` where what may be used anywhere names or excepts some place, `earmark-scope` where
  ///   what is earmarked says nothing of what it is for.
  fileprivate func requireSense(hasTags: Bool) throws(Fault) {
    switch category {
    case .unearmarked:
      guard let named = (includes + excludes).first(where: { $0 != .global }) else { return }
      throw Fault(.earmarkUnearmarked, category.rawValue, named.text)
    case .softly, .earmarked, .tightly:
      // What is for anything but some places is softly earmarked (modality D).
      guard includes.isEmpty, excludes.isEmpty, !hasTags else { return }
      throw Fault(.earmarkScope, category.rawValue)
    case .notStated: return
    }
  }
}

extension AgreementState {
  /// How much is agreed once an amendment counts.
  fileprivate func amount(amendedBy amendment: Amendment) -> Money {
    // What is beyond counting, or in another currency, is refused by itself.
    amendment.amount.flatMap { try? schedule.amount.adding($0) } ?? schedule.amount
  }

  /// Where its money may be used once an amendment counts.
  fileprivate func earmarks(amendedBy amendment: Amendment) -> [Earmark] {
    let unstated = amendment.earmark ?? earmark
    return parts.map { $0.earmark == earmark ? unstated : $0.earmark }
      + amendment.parts.map { $0.earmark ?? unstated }
  }
}

extension LimitChange {
  /// - Throws: `limit-exceeds` where more than `whole` may go to its scope.
  fileprivate func requireEffect(on whole: Money) throws(Fault) {
    guard let amount, amount.currency == whole.currency, amount.minorUnits > whole.minorUnits
    else { return }
    throw Fault(.limitExceeds, amount.description, scope.text, whole.description)
  }
}

extension Requirement.Key {
  /// - Throws: `requirement-tier` where a tag `tier` is no priority: the line would be among the first.
  fileprivate func requireTier() throws(Fault) {
    for tag in tags where tag.key.text == "tier" {
      guard let tier = Int(tag.value.text), tier > 0 else {
        throw Fault(.requirementTier, tag.value.text)
      }
    }
  }
}
