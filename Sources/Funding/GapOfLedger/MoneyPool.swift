import Bookkeeping
import Monetary

/// Money of one agreement or pledge that lies at one place, and where what was moved from there lies.
///
/// Amounts are in minor units of the book currency.
struct MoneyPool {
  /// Money that was directed alike.
  struct Kind: Hashable {
    let reference: Reference
    let donor: DonorID?
    let category: EarmarkCategory
    let reach: Reach?
    let isPledge: Bool

    /// How the money was directed, to be put in order.
    fileprivate var direction: [String] {
      [category.rawValue, donor?.text ?? "", reach?.description ?? "", isPledge ? "pledge" : ""]
    }
  }

  /// What it is.
  let kind: Kind
  /// Where it lies; nil where it came from outside of the area.
  let place: ScopePath?
  /// What lies at its place, in the book currency and in its own.
  var free: Int64 = 0
  var freeOwn: Int64 = 0
  /// What was moved elsewhere, by where it lies, in the book currency and in its own.
  var moved: [ScopePath: (book: Int64, own: Int64)] = [:]
  /// What lay at its place before anything moved, in the book currency and in its own; nothing where it
  /// came from outside of the area.
  var agreed: (book: Int64, own: Int64) = (0, 0)
  /// Its own currency; nil where it came from outside of the area.
  var currency: Currency?
  /// Whether some of it was taken over from an earlier year.
  var isCarriedIn = false
  /// The day it first counted.
  var since = CalendarDate.latest

  /// All of it.
  var amount: Int64 { moved.values.reduce(free) { $0 + $1.book } }

  /// The pools of some rows, by reference and place.
  ///
  /// What was moved to a line comes from the pool of its kind that lost as much: of several, from the one
  /// at whose place, or below, the line lies. What nobody lost came from outside.
  static func all(
    in rows: [PositionRow], basis: FundingBasis, tree: ProgrammeTree
  ) -> [MoneyPool] {
    var kinds: [Kind: Lying] = [:]
    for row in rows {
      guard let reference = row.reference, let category = row.category else { continue }
      let kind = Kind(
        reference: reference, donor: row.donor, category: category, reach: row.reach,
        isPledge: row.measure == .pledged)
      switch row.measure {
      case basis.measure, .carriedIn, .pledged: kinds[kind, default: Lying()].add(row)
      case basis.movement: kinds[kind, default: Lying()].move(row)
      default: continue
      }
    }
    return kinds.flatMap { $1.pools(of: $0, in: tree) }.sorted { $0.precedes($1) }
  }

  /// Whether it comes before another: by reference and place, and then by how it was directed.
  private func precedes(_ other: MoneyPool) -> Bool {
    let (own, others) = (
      (kind.reference, place?.text ?? ""), (other.kind.reference, other.place?.text ?? "")
    )
    guard own == others else { return own < others }
    return kind.direction.lexicographicallyPrecedes(other.kind.direction)
  }
}

/// What of one kind lies where, before it is told apart by place.
private struct Lying {
  private var places: [ScopePath: (book: Int64, own: Int64, since: CalendarDate)] = [:]
  private var currency: Currency?
  private var carried: Set<ScopePath> = []
  private var moves: [ScopePath: (book: Int64, own: Int64)] = [:]

  mutating func add(_ row: PositionRow) {
    currency = row.amount.currency
    if row.measure == .carriedIn { carried.insert(row.scope) }
    let known = places[row.scope] ?? (0, 0, .latest)
    places[row.scope] = (
      known.book + row.book.minorUnits, known.own + row.amount.minorUnits,
      min(known.since, row.day)
    )
  }

  mutating func move(_ row: PositionRow) {
    let known = moves[row.scope] ?? (0, 0)
    moves[row.scope] = (known.book + row.book.minorUnits, known.own + row.amount.minorUnits)
  }

  func pools(of kind: MoneyPool.Kind, in tree: ProgrammeTree) -> [MoneyPool] {
    var pools = places.keys.sorted().map { place in
      var pool = MoneyPool(kind: kind, place: place)
      let lying = places[place] ?? (0, 0, .latest)
      pool.free = lying.book
      pool.freeOwn = lying.own
      pool.agreed = (lying.book, lying.own)
      pool.since = lying.since
      pool.currency = currency
      pool.isCarriedIn = carried.contains(place)
      return pool
    }
    var lost = pools.map { pool in max(0, -(pool.place.flatMap { moves[$0]?.book } ?? 0)) }
    for index in pools.indices where lost[index] > 0 {
      pools[index].free -= lost[index]
      pools[index].freeOwn += pools[index].place.flatMap { moves[$0]?.own } ?? 0
    }
    var foreign = MoneyPool(kind: kind, place: nil)
    for (line, amount) in moves.sorted(by: { $0.key < $1.key }) where amount.book > 0 {
      var rest = amount
      let near = pools.indices.filter { index in
        pools[index].place.map { tree.contains(line, in: $0) } ?? false
      }
      for index in near + pools.indices where rest.book > 0 {
        let taken = min(rest.book, lost[index])
        guard taken > 0 else { continue }
        let own = Share.of(rest.own, part: taken, whole: rest.book)
        lost[index] -= taken
        let known = pools[index].moved[line] ?? (0, 0)
        pools[index].moved[line] = (known.book + taken, known.own + own)
        rest = (rest.book - taken, rest.own - own)
      }
      if rest.book > 0 { foreign.moved[line] = rest }
    }
    return (pools + [foreign]).filter { $0.amount > 0 }
  }
}
