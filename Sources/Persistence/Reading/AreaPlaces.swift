import Bookkeeping
import Funding

/// The scopes that an area is made of and those above it, as numbers.
struct AreaPlaces {
  /// The scopes it is made of, as far as rows or declarations named them.
  let roots: [Int64]
  /// These and all below them.
  let inside: Set<Int64>
  /// The scopes above them, each once.
  let above: [Int64]
  private let area: Area
  private let session: Session
  private var relations: [[Int64]: Area.Relation] = [:]

  /// Looks up the places of `area`.
  init(of area: Area, in session: Session) throws(StoreError) {
    var roots: [Int64] = []
    var inside = Set<Int64>()
    var above = Set<Int64>()
    for path in area.roots {
      guard let root = try session.names.scopes.known(path) else { continue }
      roots.append(root)
      inside.formUnion(try session.names.scopes.subtree(of: root))
      above.formUnion(try session.names.scopes.lineage(of: root).dropFirst())
    }
    self.area = area
    self.session = session
    self.roots = roots
    self.inside = inside
    self.above = above.sorted()
  }

  /// How the money of a row stands to the area; looked up once for each place and reach.
  mutating func relation(of row: PositionRows.Row) throws(StoreError) -> Area.Relation {
    let key = [row.cell.scope, row.reach]
    if let known = relations[key] { return known }
    let session = session
    let place = try session.required(try session.names.scopes.name(of: row.cell.scope))
    var reach: Reach?
    if row.reach != 0 {
      reach = try session.required(try session.names.reaches.name(of: row.reach))
    }
    let relation = try area.relation(of: place, reach) {
      (scope, ancestor) throws(StoreError) in
      try session.names.scopes.contains(scope, in: ancestor)
    }
    relations[key] = relation
    return relation
  }
}
