public import Monetary
public import Tabulation

/// What looks wrong with the rates of a ledger: days that are missing, tables that ended, figures that
/// jump.
public struct RateCheck: Hashable, Sendable {
  /// One thing that looks wrong.
  public struct Finding: Hashable, Sendable {
    /// What kind of thing.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// No rate for longer than the table's rhythm.
      case gap
      /// No rate since, for longer than the table's rhythm.
      case stale
      /// A rate ten times off the one before, or more, which nobody confirmed.
      case outlier
      /// A rate that fits the one before if one is divided by it, which nobody confirmed.
      case inverted
    }

    /// What kind of thing.
    public let kind: Kind
    /// The rate before it; of an outlier or an inverted rate, it may count the other currency.
    public let before: ExchangeRate
    /// The rate after it; nil where there is none yet.
    public let after: ExchangeRate?
    /// The last day that it is about.
    public let last: CalendarDate

    /// How many days it is about.
    public var days: Int { before.ageInDays(on: last) }
  }

  /// What looks wrong, by table, currencies and day.
  public let findings: [Finding]
  /// How many rates are in use.
  public let count: Int
  /// What it was made from.
  public let stamp: ReportStamp

  /// Checks the rates in use, in the order of their tables, currencies and days.
  public init(_ rates: [RecordedRate], stamp: ReportStamp) {
    let used = rates.filter(\.isInUse)
    let doubts = Self.doubts(among: used)
    var findings: [Finding] = []
    for (place, recorded) in used.enumerated() {
      let rate = recorded.rate
      if place > 0 { findings += Self.gap(after: used[place - 1].rate, until: rate) }
      findings += doubts[rate].map { [$0] } ?? []
      let isLast = place == used.count - 1 || !used[place + 1].rate.isOfSamePair(as: rate)
      if isLast { findings += Self.staleness(of: rate, on: stamp.asOf) }
    }
    self.findings = findings
    count = used.count
    self.stamp = stamp
  }

  private static func gap(after before: ExchangeRate, until after: ExchangeRate) -> [Finding] {
    after.isOfSamePair(as: before) && before.isStale(on: after.effective)
      ? [Finding(kind: .gap, before: before, after: after, last: after.effective)] : []
  }

  private static func staleness(of rate: ExchangeRate, on today: CalendarDate) -> [Finding] {
    // A currency that ended has no newer rate.
    let isOver = !rate.quote.isActive || !rate.base.isActive
    return rate.isStale(on: today) && !isOver
      ? [Finding(kind: .stale, before: rate, after: nil, last: today)] : []
  }

  /// What is doubted, by rate: each beside the one before it of its table and its two currencies,
  /// whichever of the two that counts.
  private static func doubts(among used: [RecordedRate]) -> [ExchangeRate: Finding] {
    struct Pair: Hashable {
      let table: RateTableName
      let currencies: Set<Currency>
    }
    let pairs = Dictionary(grouping: used) { recorded in
      Pair(table: recorded.rate.table, currencies: [recorded.rate.quote, recorded.rate.base])
    }
    var doubts: [ExchangeRate: Finding] = [:]
    for rates in pairs.values {
      let order = rates.indices.sorted {
        (rates[$0].rate.effective, $0) < (rates[$1].rate.effective, $1)
      }
      for (before, after) in zip(order, order.dropFirst()) where !rates[after].isConfirmed {
        let (before, after) = (rates[before].rate, rates[after].rate)
        guard let doubt = after.doubt(beside: before) else { continue }
        doubts[after] = Finding(
          kind: doubt == .inverted ? .inverted : .outlier, before: before, after: after,
          last: after.effective)
      }
    }
    return doubts
  }

  /// Lowers it to a document.
  public func document() -> Document {
    let figures = Finding.Kind.allCases.map { kind in
      Figure(
        kind.rawValue, label: kind.label,
        .integer(Int64(findings.count { $0.kind == kind })))
    }
    return Document(
      id: "rateCheck", title: "Rates of \(stamp.ledger), checked",
      subtitle: "as of \(stamp.asOf)",
      keyFigures: [Figure("rates", label: "Rates in use", .integer(Int64(count)))] + figures,
      blocks: findings.isEmpty ? [.paragraph("Nothing looks wrong.")] : [.grid(grid)],
      stamp: stamp.stamp())
  }

  private var grid: Grid {
    Grid(
      id: "findings", title: "",
      columns: [
        Grid.Column("rateTable", "Table", .code), Grid.Column("finding", "What", .code),
        Grid.Column("before", "Rate before", .code), Grid.Column("from", "Since", .date),
        Grid.Column("after", "Rate after", .code), Grid.Column("to", "To", .date),
        Grid.Column("days", "Days", .integer),
      ],
      rows: findings.map { finding in
        Grid.Row([
          .code(finding.before.table.text), .code(finding.kind.rawValue),
          .code(finding.before.description), .date(finding.before.effective),
          .code(finding.after?.description ?? ""), .date(finding.last),
          .integer(Int64(finding.days)),
        ])
      })
  }
}

extension RateCheck.Finding.Kind {
  fileprivate var label: String {
    switch self {
    case .gap: "Gaps"
    case .stale: "Stale"
    case .outlier: "Outliers"
    case .inverted: "Inverted"
    }
  }
}

extension ExchangeRate {
  /// Whether both are of one table and the same currencies.
  fileprivate func isOfSamePair(as other: ExchangeRate) -> Bool {
    table == other.table && quote == other.quote && base == other.base
  }
}
