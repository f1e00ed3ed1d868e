import Bookkeeping
import Funding
import Monetary

/// What was spent in an area out of money that its agreement holds above it, in minor units of the book
/// currency.
///
/// What an agreement has in the area, on either basis, is what lies there and was moved there, with exchange,
/// less charges, spending and support cost. Where that is below nothing, more was spent there than lies there:
/// the rest was brought from above, as far as the agreement as a whole has it. Money that is
/// allocated later takes its place.
struct BroughtMoney {
  /// What an agreement has left.
  private struct Left {
    /// Of what is in the funding records.
    var recorded: Int128 = 0
    /// Of what was received.
    var received: Int128 = 0

    static let bases = [\Left.recorded, \.received]

    mutating func add(_ other: Left) {
      recorded += other.recorded
      received += other.received
    }
  }

  /// What changes what an agreement has left.
  private struct Change {
    let day: CalendarDate
    /// The budget year, where it is in the area.
    let year: BudgetYear?
    let left: Left
  }

  private var changes: [Reference: [Change]] = [:]

  /// Gathers what changes the money of the agreements of which something was spent in the area.
  init(_ material: MonthlyFunding.Material, gains: [MonthlyIndex.Share]) {
    for row in material.rows where row.measure.isUse {
      if let agreement = row.reference { changes[agreement] = [] }
    }
    guard !changes.isEmpty else { return }
    for row in material.rows { add(row, isInside: true) }
    for row in material.whole { add(row, isInside: false) }
    for share in gains {
      for (lot, amount) in share.insideByLot {
        add(amount, on: share.day, of: lot.agreement, in: lot.year)
      }
      for (agreement, amount) in share.wholeByAgreement {
        add(amount, on: share.day, of: agreement, in: nil)
      }
    }
  }

  /// What was brought by a day, of a budget year or of all.
  func amount(by day: CalendarDate?, of year: BudgetYear?) -> Int128 {
    guard let day else { return 0 }
    return changes.values.reduce(0) { $0 + amount(among: $1, by: day, of: year) }
  }

  private func amount(
    among changes: [Change], by day: CalendarDate, of year: BudgetYear?
  ) -> Int128 {
    var whole = Left()
    var inside: [BudgetYear: Left] = [:]
    for change in changes where change.day <= day {
      if let year = change.year {
        inside[year, default: Left()].add(change.left)
      } else {
        whole.add(change.left)
      }
    }
    let brought = Left.bases.map { basis in
      let there = inside.values.reduce(0) { $0 + $1[keyPath: basis] }
      return (basis: basis, amount: max(0, min(0, whole[keyPath: basis]) - there))
    }.max { $0.amount < $1.amount }
    guard let brought, brought.amount > 0 else { return 0 }
    guard let year else { return brought.amount }
    let missing = inside.mapValues { max(0, -$0[keyPath: brought.basis]) }
    return Rounding.halfEven.quotient(
      brought.amount * (missing[year] ?? 0), by: missing.values.reduce(0, +))
  }

  private mutating func add(_ row: PositionRow, isInside: Bool) {
    guard let agreement = row.reference, changes[agreement] != nil else { return }
    let book = Int128(row.book.minorUnits)
    let left: Left
    switch row.measure {
    case .recorded, .allocated: left = Left(recorded: book)
    case .received, .receivedAllocated: left = Left(received: book)
    case .spent, .supported: left = Left(recorded: -book, received: -book)
    default: return
    }
    changes[agreement]?.append(
      Change(day: row.day, year: isInside ? row.year : nil, left: left))
  }

  private mutating func add(
    _ gain: Int128, on day: CalendarDate, of agreement: Reference, in year: BudgetYear?
  ) {
    changes[agreement]?.append(
      Change(day: day, year: year, left: Left(recorded: gain, received: gain)))
  }
}

extension PositionRow.Measure {
  /// Whether it is what was spent, or what is taken with it.
  fileprivate var isUse: Bool { self == .spent || self == .supported }
}
