import Bookkeeping
import Funding
import Monetary
import Tabulation

// What donors restrict, in words.
extension GapReport {
  /// All that keeps a contribution from a line, in words.
  func words(
    ofWhatKeeps contribution: String, from line: String, by solver: GapSolver
  ) -> String {
    guard let source = gap.sources[contribution] else { return "" }
    let places = gap.expired[contribution]
    var reasons =
      places == nil
      ? [] : ["its period, which \(source.hasExpired ? "is over" : "is of another year")"]
    let restrictions = solver.restrictions(keeping: contribution, from: line, usableAt: places)
    for restriction in restrictions {
      switch restriction {
      case .earmark: reasons.append("its earmark: \(source.reachWords)")
      case .exclusion(let scope): reasons.append("its exclusion of \(name(ofScope: scope))")
      case .kind: reasons.append("its kind: goods")
      case .tags(let key):
        reasons.append("what it requires: \(source.words(forRequirementOf: key))")
      case .period: reasons.append("its period")
      case .limit(let limit): reasons.append("its limit on \(words(forScopesOf: limit))")
      }
    }
    return reasons.joined(separator: "; ")
  }

  /// What to ask the donor of a contribution for, so that a restriction of it is lifted.
  func words(for lifting: AskList.Lifting, _ printing: Printing) -> String {
    guard let source = gap.sources[lifting.contribution] else { return "" }
    switch lifting.restriction {
    case .earmark: return "the earmark to \(source.reachWords)"
    case .exclusion(let scope): return "the exclusion of \(name(ofScope: scope))"
    case .tags(let key): return "that it is for \(source.words(forRequirementOf: key))"
    case .period: return source.hasExpired ? "the period, which is over" : "the period"
    case .kind: return "that it is goods"
    case .limit(let limit):
      return
        "the limit of \(printing.amount(money(limit.most)).grouped) on \(words(forScopesOf: limit))"
    }
  }

  /// The scopes and lines that a limit is about.
  func words(forScopesOf limit: GapProblem.Limit) -> String {
    limit.scopes.map(name(ofScope:)).joined(separator: ", ")
  }

  /// What a node or a line of the problem is called in the ledger.
  private func name(ofScope id: String) -> String { gap.scope(ofNode: id)?.text ?? id }
}

extension LedgerGap.Source {
  /// Where it may be used, in words.
  var reachWords: String {
    let scopes = reach?.scopes ?? place.map { [$0] } ?? []
    let exceptions = reach?.exceptions ?? []
    return scopes.map(\.text).joined(separator: ", ")
      + (exceptions.isEmpty ? "" : " except " + exceptions.map(\.text).joined(separator: ", "))
  }

  /// What a line must say of itself under a key, in words.
  func words(forRequirementOf key: String) -> String {
    requirements.filter { $0.key.text == key }
      .map { "\($0.key) \($0.values.map(\.text).joined(separator: " or "))" }
      .joined(separator: ", ")
  }
}
