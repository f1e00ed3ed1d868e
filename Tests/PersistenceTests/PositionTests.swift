import Bookkeeping
import Funding
import Monetary
import Testing

@testable import Persistence
@testable import TestSupport

@Suite struct PositionTests {
  private static let days = ["2016-10-31", "2016-11-30", "2017-02-14", "2017-12-31", "2018-06-30"]
    .map(SampleLedger.day)

  private static let parents = [
    "west-africa": "global", "mali": "west-africa", "niger": "west-africa", "mali/health": "mali",
    "mali/protection": "mali", "mali/protection/children": "mali/protection", "mali/*": "mali",
    "niger/health": "niger",
  ]

  /// From the threshold 1 on every scope has sums, from 25 on some, and beyond none.
  @Test(arguments: UInt64(1)...4, [1, 25, 1_000_000])
  func `positions are the sum of the rows, however they are stored`(
    seed: UInt64, threshold: Int
  ) throws {
    let directory = try TemporaryDirectory()
    var sample = SampleLedger(seed: seed)
    let first = try sample.facts(40)
    let second = try sample.facts(20)
    var store = try Store.sample(directory.file(), first, threshold: threshold)
    for fact in second {
      _ = try store.write(SampleLedger.batch) { transaction in try transaction.append(fact) }
    }
    let facts = first + second
    let queries = Self.queries([nil, facts[10].header.entered, facts[55].header.entered])
    try store.read { snapshot in
      for query in queries {
        let rows = Self.rows(of: facts, query)
        for breakdown in PositionQuery.Breakdown.allCases {
          let found = try snapshot.positions(query, by: breakdown)
          #expect(
            Self.counted(found) == Self.counted(Self.sums(of: rows.map(\.row), query, breakdown)),
            "\(query)")
        }
        #expect(try snapshot.rows(query) == rows, "\(query)")
      }
    }
  }

  @Test func `a scope that nothing speaks of has no rows`() throws {
    let directory = try TemporaryDirectory()
    let store = try Store.sample(directory.file())
    let query = PositionQuery(
      .inside, Area(of: SampleLedger.scope("chad")), year: nil, measures: [.recorded],
      asOf: SampleLedger.day("2017-01-01"))
    #expect(try store.read { snapshot in try snapshot.positions(query, by: .donor) }.isEmpty)
    #expect(try store.read { snapshot in try snapshot.rows(query) }.isEmpty)
  }

  @Test func `a scope cannot be moved to another parent`() throws {
    let directory = try TemporaryDirectory()
    var store = try Store.sample(directory.file())
    let mali = SampleLedger.scope("mali")
    try store.write(SampleLedger.batch) { transaction in
      try transaction.place(mali, under: SampleLedger.scope("west-africa"))
    }
    #expect(throws: StoreError.parentDiffers(mali)) {
      try store.write(SampleLedger.batch) { transaction in
        try transaction.place(mali, under: .global)
      }
    }
  }

  private static let areas =
    ["global", "west-africa", "mali", "mali/protection"].map { Area(of: SampleLedger.scope($0)) }
    + [
      Area(SampleLedger.scope("sahel"), roots: ["mali", "niger/health"].map(SampleLedger.scope)),
      Area(SampleLedger.scope("none"), roots: ["chad", "niger"].map(SampleLedger.scope)),
    ]

  private static func queries(_ instants: [Instant?]) -> [PositionQuery] {
    var queries: [PositionQuery] = []
    for area in areas {
      for day in days {
        for known in instants {
          for extent in PositionQuery.Extent.allCases {
            queries.append(
              PositionQuery(
                extent, area, year: extent == .above ? nil : BudgetYear(2017),
                measures: extent == .above ? [.recorded] : Set(PositionRow.Measure.allCases),
                asOf: day, known: known))
          }
        }
      }
    }
    return queries
  }

  private static func counted(_ rows: [PositionRow]) -> [PositionRow: Int] {
    rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The rows as anyone would pick them.
  private static func rows(of facts: [AppendedFact], _ query: PositionQuery) -> [LearntRow] {
    facts.filter { fact in query.known.map { fact.header.entered <= $0 } ?? true }
      .flatMap { fact in fact.positions.map { LearntRow($0, entered: fact.header.entered) } }
      .filter { learnt in
        let row = learnt.row
        return query.measures.contains(row.measure) && row.day <= query.asOf
          && (query.year.map { row.year == $0 } ?? true)
          && query.area.relation(of: row.scope, row.reach, contains: isWithin)
            == (query.extent == .inside ? .inside : .above)
      }
  }

  /// The answer as anyone would add it up.
  private static func sums(
    of rows: [PositionRow], _ query: PositionQuery, _ breakdown: PositionQuery.Breakdown
  ) -> [PositionRow] {
    var sums: [PositionRow: (Int, Int64, Int64)] = [:]
    for row in rows {
      let isByDonor = breakdown == .donor
      let currency = isByDonor ? row.amount.currency : SampleLedger.dollars
      let key = PositionRow(
        row.measure, day: query.asOf, scope: query.area.path, year: row.year,
        donor: isByDonor ? row.donor : nil, category: isByDonor ? nil : row.category,
        amount: .zero(currency), book: .zero(SampleLedger.dollars))
      let sum = sums[key] ?? (0, 0, 0)
      let amount = isByDonor ? row.amount.minorUnits : row.book.minorUnits
      sums[key] = (sum.0 + row.count, sum.1 + amount, sum.2 + row.book.minorUnits)
    }
    return sums.filter { $0.value != (0, 0, 0) }
      .map { key, sum in
        PositionRow(
          key.measure, day: key.day, scope: key.scope, year: key.year, donor: key.donor,
          category: key.category, count: sum.0,
          amount: Money(minorUnits: sum.1, of: key.amount.currency),
          book: Money(minorUnits: sum.2, of: key.book.currency))
      }
  }

  private static func isWithin(_ scope: ScopePath, _ ancestor: ScopePath) -> Bool {
    var text: String? = scope.text
    while let current = text {
      if current == ancestor.text { return true }
      text = parents[current]
    }
    return false
  }
}
