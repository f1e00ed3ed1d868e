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
    }

    /// What kind of thing.
    public let kind: Kind
    /// The rate before it.
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
    let afters = used.dropFirst().map(Optional.some) + (used.isEmpty ? [] : [nil])
    findings = zip(used, afters).flatMap { recorded, after in
      Self.findings(after: recorded.rate, until: after, on: stamp.asOf)
    }
    count = used.count
    self.stamp = stamp
  }

  private static func findings(
    after before: ExchangeRate, until next: RecordedRate?, on today: CalendarDate
  ) -> [Finding] {
    guard let next, next.rate.isOfSamePair(as: before) else {
      // A currency that ended has no newer rate.
      let isOver = !before.quote.isActive || !before.base.isActive
      return before.isStale(on: today) && !isOver
        ? [Finding(kind: .stale, before: before, after: nil, last: today)] : []
    }
    let after = next.rate
    var findings: [Finding] = []
    if before.isStale(on: after.effective) {
      findings.append(
        Finding(kind: .gap, before: before, after: after, last: after.effective))
    }
    if after.isFarOff(before), !next.isConfirmed {
      findings.append(
        Finding(kind: .outlier, before: before, after: after, last: after.effective))
    }
    return findings
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
    }
  }
}

extension ExchangeRate {
  /// Whether both are of one table and the same currencies.
  fileprivate func isOfSamePair(as other: ExchangeRate) -> Bool {
    table == other.table && quote == other.quote && base == other.base
  }
}
