import Bookkeeping
import Funding

/// What a query asks for, in the numbers of the store.
struct NumberedQuery {
  /// The measures that are asked for and known, in order.
  let measures: [Int64]
  private let year: Int64?
  /// Facts that were entered later than is asked for.
  private let late: Set<Int64>

  /// Looks up what `query` asks for.
  init(_ query: PositionQuery, in session: Session) throws(StoreError) {
    var measures: [Int64] = []
    for measure in query.measures {
      if let number = try session.names.measures.known(measure) { measures.append(number) }
    }
    self.measures = measures.sorted()
    year = query.year.map { Int64($0.number) }
    late =
      if let known = query.known { Set(try session.sequences(enteredAfter: known)) } else { [] }
  }

  /// Facts that were entered later than is asked for, in order.
  var lateFacts: [Int64] { late.sorted() }

  /// Whether a row is of the year and the measures that are asked for.
  func asksFor(_ cell: PositionCell) -> Bool {
    measures.contains(cell.measure) && (year.map { $0 == cell.year } ?? true)
  }

  /// Whether a row's fact was entered in time.
  func isKnown(_ row: PositionRows.Row) -> Bool { !late.contains(row.sequence) }
}
