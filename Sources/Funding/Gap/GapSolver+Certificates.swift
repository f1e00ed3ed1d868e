// A cut of the network proves that no flow is greater. It can be checked by adding two columns, unless a limit
// of a contribution is part of it.
extension GapSolver {
  /// The lines from which the sink is in reach: those that lack something, and those that could give way to
  /// them. No set of fewer lines has the whole gap.
  func gapCertificate() -> GapSolution.GapCertificate? {
    let index = merged.index
    let isShort = base.flow.reaching(GapNetwork.sink)
    let places = index.required.indices.filter { place in
      merged.open(place) > 0
        && base.node(ofClass: merged.classOf[place]).map { isShort[$0] } ?? false
    }
    let lines = LineSet(union: places.map { Int32($0)..<Int32($0) + 1 })
    let isEligible = index.sets.map { !$0.isDisjoint(with: lines) }
    let turns = index.money.indices.filter { isEligible[index.reach[$0]] }
    let proof = GapSolution.GapCertificate(
      lines: places.map(index.line).sorted { $0.precedes($1) },
      contributions: turns.map(index.contribution).sorted { $0.precedes($1) },
      required: places.reduce(0) { $0 + index.remaining($1) },
      money: turns.reduce(0) { $0 + index.left($1) })
    return proof.gap == hardGap ? proof : nil
  }

  /// The contributions that are in reach of the source: those of which something is left, and those that
  /// it could be used in place of. No set of fewer contributions has all that is stranded.
  func strandedCertificate() -> GapSolution.StrandedCertificate? {
    let index = merged.index
    let isFree = base.flow.reached(from: GapNetwork.source)
    let turns = index.money.indices.filter { turn in
      guard index.left(turn) > 0 else { return false }
      if let place = merged.ownPlace(of: turn) {
        return merged.own[place] > index.remaining(place)
          || base.node(ofClass: merged.classOf[place]).map { isFree[$0] } ?? false
      }
      return merged.tap(of: turn).map { isFree[GapNetwork.node(ofTap: $0)] } ?? true
    }
    let sets = Set(turns.map { index.reach[$0] })
    let lines = LineSet(union: sets.flatMap { index.sets[$0].runs })
    let proof = GapSolution.StrandedCertificate(
      contributions: turns.map(index.contribution).sorted { $0.precedes($1) },
      lines: lines.places.map(index.line).sorted { $0.precedes($1) },
      money: turns.reduce(0) { $0 + index.left($1) },
      absorbable: lines.places.reduce(0) { $0 + index.remaining($1) })
    return proof.stranded == stranded ? proof : nil
  }
}
