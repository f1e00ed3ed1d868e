import Bookkeeping
import Funding
import Monetary
import SeededRandom
import Testing

@testable import Persistence
@testable import TestSupport

/// Facts to fill ledgers with: well formed, and otherwise as varied as the seed makes them.
struct SampleLedger {
  static let dollars = currency("USD")
  static let francs = currency("CHF")
  static let yen = currency("JPY")

  private var random: Seeded
  private var count = 0

  /// The facts that follow from `seed`.
  init(seed: UInt64) {
    random = Seeded(seed)
  }

  static func currency(_ code: String) -> Currency {
    guard let currency = try? Currency(code: code) else { fatalError("\(code) is listed") }
    return currency
  }

  static func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { fatalError("\(text) is a day") }
    return day
  }

  static func scope(_ text: String) -> ScopePath {
    guard let scope = ScopePath(text) else { fatalError("\(text) is a scope") }
    return scope
  }

  static let batch = Batch(
    entered: Instant(startOf: day("2026-01-01")), by: "ada", command: "init")

  static let scopes = [
    "global", "west-africa", "mali", "mali/health", "mali/protection", "mali/protection/children",
    "mali/*", "niger", "niger/health",
  ].map(scope)

  /// What money at a place that several scopes share may be used for.
  static let reaches: [ScopePath: [Reach?]] = [
    scope("west-africa"): [
      nil, Reach([scope("mali"), scope("niger")]),
      Reach([scope("mali/health"), scope("niger/health")]),
    ],
    .global: [nil, Reach([.global], except: [scope("mali")])],
  ]

  /// The next `number` facts.
  mutating func facts(_ number: Int) throws -> [AppendedFact] {
    try (0..<number).map { _ in try next() }
  }

  /// The next fact: up to two entries of up to three pairs of postings, up to three position rows.
  mutating func next() throws -> AppendedFact {
    count += 1
    let date = Self.day("2016-11-01").adding(days: .random(in: 0...500, using: &random))
    let agreement = Reference("A\(Int.random(in: 1...20, using: &random))")
    let header = FactHeader(
      kind: [.agreement, .receipt, .expenditure, .scope].randomElement(using: &random) ?? .note,
      id: try #require(FactID("note:\(count)")), date: date,
      posted: date.adding(days: .random(in: 0...3, using: &random)),
      recorded: Bool.random(using: &random) ? date.adding(days: 9) : nil,
      entered: Instant(microseconds: 1_500_000_000_000_000 + Int64(count) * 1_000_001),
      by: ["ada", "ben"].randomElement(using: &random) ?? "ada",
      reference: Bool.random(using: &random) ? agreement : nil)
    return AppendedFact(
      header, body: Array("\(date) note \(count) \"füñf\"\n".utf8),
      entries: try (0..<Int.random(in: 0...2, using: &random)).map { _ in
        try entry(on: date.adding(days: .random(in: 0...40, using: &random)), agreement)
      },
      positions: try (0..<Int.random(in: 0...3, using: &random)).map { _ in
        try position(on: date, agreement)
      },
      mentions: [try #require(FactID("donor:japan"))])
  }

  private mutating func entry(
    on day: CalendarDate, _ agreement: Reference?
  ) throws -> JournalEntry {
    let accounts = [AccountCode.bank, .receivable, .contributions, .programme, .funded, .unfunded]
    var postings: [Posting] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let currency = [Self.dollars, Self.francs, Self.yen].randomElement(using: &random)
      let amount = Money(
        minorUnits: .random(in: 1...9_000_000_000, using: &random), of: currency ?? Self.dollars)
      let book =
        amount.currency == Self.dollars
        ? amount
        : Money(minorUnits: .random(in: 0...9_000_000_000, using: &random), of: Self.dollars)
      let fund = [FundCode.general, .memorandum, agreement.map { FundCode(of: $0) }]
        .compactMap(\.self).randomElement(using: &random)
      let tags = Posting.Tags(
        agreement: Bool.random(using: &random) ? agreement : nil,
        part: Bool.random(using: &random) ? 2 : nil,
        scope: Self.scopes.randomElement(using: &random),
        year: Bool.random(using: &random) ? BudgetYear(2017) : nil)
      for side in Side.allCases {
        postings.append(
          try Posting(
            side, accounts.randomElement(using: &random) ?? .bank, fund: fund ?? .general,
            amount, book: book, tags: tags))
      }
    }
    return try JournalEntry(
      date: day, occasion: Occasion.allCases.randomElement(using: &random) ?? .entered,
      postings: postings)
  }

  private mutating func position(
    on day: CalendarDate, _ agreement: Reference?
  ) throws -> PositionRow {
    let currency = [Self.dollars, Self.francs].randomElement(using: &random) ?? Self.dollars
    let place = Self.scopes.randomElement(using: &random) ?? .global
    let hasDonor = Bool.random(using: &random)
    return PositionRow(
      PositionRow.Measure.allCases.randomElement(using: &random) ?? .recorded, day: day,
      scope: place,
      year: try #require(BudgetYear(.random(in: 2016...2018, using: &random))),
      donor: hasDonor ? DonorID(["japan", "sdc"].randomElement(using: &random) ?? "sdc") : nil,
      category: hasDonor ? EarmarkCategory.allCases.randomElement(using: &random) : nil,
      reach: Self.reaches[place]?.randomElement(using: &random) ?? nil,
      reference: Bool.random(using: &random) ? agreement : nil,
      count: .random(in: -1...1, using: &random),
      amount: Money(minorUnits: .random(in: -1_000_000...1_000_000, using: &random), of: currency),
      book: Money(
        minorUnits: .random(in: -1_000_000...1_000_000, using: &random), of: Self.dollars))
  }
}

extension Store {
  /// A ledger at `path` that holds `facts`, made in one go.
  static func sample(
    _ path: String, _ facts: [AppendedFact] = [], threshold: Int = 16_384
  ) throws -> Store {
    _ = try Store.create(
      path: path, bookCurrency: SampleLedger.dollars, batch: SampleLedger.batch,
      summingThreshold: threshold
    ) { transaction in
      try transaction.place(SampleLedger.scope("mali"), under: SampleLedger.scope("west-africa"))
      try transaction.place(SampleLedger.scope("niger"), under: SampleLedger.scope("west-africa"))
      for fact in facts { try transaction.append(fact) }
    }
    return try Store.open(
      path: path, for: .writing, waitMilliseconds: Store.defaultWaitMilliseconds,
      summingThreshold: threshold)
  }
}
