import Bookkeeping

/// Tells which rows answer a query; where a place lies is looked up once.
public struct PositionFilter {
  private struct Lie: Hashable {
    let place: ScopePath
    let reach: Reach?
  }

  private let query: PositionQuery
  private let programme: ProgrammeTree
  private var answers: [Lie: Bool] = [:]

  /// Will tell which rows answer `query`, instants apart: those are of facts.
  public init(_ query: PositionQuery, in programme: ProgrammeTree) {
    self.query = query
    self.programme = programme
  }

  /// Whether a row is of the measures, the year, the days and the places that are asked for.
  public mutating func admits(_ row: PositionRow) -> Bool {
    guard query.measures.contains(row.measure), row.day <= query.asOf,
      query.year == nil || row.year == query.year
    else { return false }
    let lie = Lie(place: row.scope, reach: row.reach)
    if let known = answers[lie] { return known }
    let relation = query.area.relation(of: row.scope, row.reach) {
      programme.contains($0, in: $1)
    }
    let isAsked = relation == query.extent.relation
    answers[lie] = isAsked
    return isAsked
  }
}
