import Bookkeeping
import Monetary

// What the general fund spent on lines: money that no contribution gave, and no line lacks any more.
extension LedgerGap {
  /// What the general fund spent on the lines of the area, as contributions that have no source.
  ///
  /// It is posted where it was spent; where tags tell lines of one scope apart, it is at those that lack most together.
  var generalFund: [(contribution: GapProblem.Contribution, posted: [String: Int64])] {
    var spent: [ScopePath: Int64] = [:]
    // Goods that were used bear their donor.
    for row in material.rows
    where row.measure == .spent && row.reference == nil && row.donor == nil {
      spent[row.scope, default: 0] += row.book.minorUnits
    }
    var posted: [String: Int64] = [:]
    var contributions: [(GapProblem.Contribution, [String: Int64])] = []
    for (scope, amount) in spent.sorted(by: { $0.key < $1.key }) where amount > 0 {
      guard case .lines(let names) = map.landing(at: scope) else { continue }
      guard names.count > 1 else {
        posted[names[0], default: 0] += amount
        continue
      }
      var contribution = GapProblem.Contribution(
        "general fund at \(scope)", amount: amount, includes: names)
      contribution.isPlaced = true
      contributions.append((contribution, [:]))
    }
    let sum = posted.values.reduce(0, +)
    if sum > 0 {
      contributions.append(
        (GapProblem.Contribution("general fund", amount: sum, includes: []), posted))
    }
    return contributions
  }
}
