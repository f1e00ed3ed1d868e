public import Monetary
public import Tabulation

/// What importing rates came to, or would come to: currency by currency, and each one that is revised.
public struct RateImport: Hashable, Sendable {
  /// What becomes of one rate.
  public struct Step: Hashable, Sendable {
    /// What may become of it.
    public enum Verdict: Hashable, Sendable {
      /// It is recorded.
      case new
      /// The ledger has it already.
      case known
      /// It is recorded and takes the place of another.
      case revised(ExchangeRate)
      /// A rule refuses it.
      case refused
    }

    /// The rate.
    public let rate: ExchangeRate
    /// What becomes of it.
    public let verdict: Verdict

    /// Makes a step.
    public init(_ rate: ExchangeRate, _ verdict: Verdict) {
      self.rate = rate
      self.verdict = verdict
    }
  }

  /// How many rates of one currency become what.
  public struct Line: Hashable, Sendable {
    /// The table.
    public let table: RateTableName
    /// The currency that is counted.
    public let quote: Currency
    /// The currency of which it buys one.
    public let base: Currency
    /// The first day that a rate is of.
    public fileprivate(set) var first: CalendarDate
    /// The last.
    public fileprivate(set) var last: CalendarDate
    /// How many are recorded for the first time.
    public fileprivate(set) var new = 0
    /// How many the ledger has already.
    public fileprivate(set) var known = 0
    /// How many take the place of another.
    public fileprivate(set) var revised = 0
    /// How many are refused.
    public fileprivate(set) var refused = 0
  }

  /// A rate that takes the place of another.
  public struct Revision: Hashable, Sendable {
    /// The one before.
    public let old: ExchangeRate
    /// The one that is used from now on.
    public let new: ExchangeRate
  }

  /// The currencies, by table, quote and base.
  public let lines: [Line]
  /// Each rate that is revised.
  public let revisions: [Revision]
  /// What it was made from; a preview where nothing was recorded.
  public let stamp: ReportStamp

  /// Counts the steps of an import.
  public init(_ steps: [Step], stamp: ReportStamp) {
    var lines: [Key: Line] = [:]
    for step in steps {
      let rate = step.rate
      let key = Key(table: rate.table, quote: rate.quote, base: rate.base)
      var line =
        lines[key]
        ?? Line(
          table: rate.table, quote: rate.quote, base: rate.base, first: rate.effective,
          last: rate.effective)
      line.count(step)
      lines[key] = line
    }
    self.lines = lines.values.sorted {
      ($0.table, $0.quote, $0.base) < ($1.table, $1.quote, $1.base)
    }
    revisions = steps.compactMap { step in
      guard case .revised(let old) = step.verdict else { return nil }
      return Revision(old: old, new: step.rate)
    }
    self.stamp = stamp
  }

  private struct Key: Hashable {
    let table: RateTableName
    let quote: Currency
    let base: Currency
  }
}

extension RateImport.Line {
  fileprivate mutating func count(_ step: RateImport.Step) {
    first = min(first, step.rate.effective)
    last = max(last, step.rate.effective)
    switch step.verdict {
    case .new: new += 1
    case .known: known += 1
    case .revised: revised += 1
    case .refused: refused += 1
    }
  }
}

extension RateImport {
  /// Lowers it to a document.
  public func document() -> Document {
    var blocks: [Block] = [.grid(lineGrid)]
    if !revisions.isEmpty { blocks.append(.grid(revisionGrid)) }
    return Document(
      id: "rateImport", title: title, keyFigures: figures, blocks: blocks, stamp: stamp.stamp())
  }

  private func sum(_ count: (Line) -> Int) -> Int { lines.reduce(0) { $0 + count($1) } }

  private var title: String {
    if lines.isEmpty { return "Nothing to record: no rate is of those days and currencies" }
    let recorded = sum(\.new) + sum(\.revised)
    let rates = recorded == 1 ? "1 rate" : "\(recorded) rates"
    if stamp.origin == .preview { return "\(rates) would be recorded; nothing is recorded" }
    return recorded == 0 ? "Nothing to record: every rate is there already" : "Recorded: \(rates)"
  }

  private var figures: [Figure] {
    [
      Figure("new", label: "New", .integer(Int64(sum(\.new)))),
      Figure("known", label: "There already", .integer(Int64(sum(\.known)))),
      Figure("revised", label: "Changed", .integer(Int64(sum(\.revised)))),
      Figure("refused", label: "Refused", .integer(Int64(sum(\.refused)))),
    ]
  }

  private var lineGrid: Grid {
    Grid(
      id: "currencies", title: "",
      columns: [
        Grid.Column("rateTable", "Table", .code), Grid.Column("currency", "Currency", .code),
        Grid.Column("per", "Per", .code), Grid.Column("first", "From", .date),
        Grid.Column("last", "To", .date), Grid.Column("new", "New", .integer),
        Grid.Column("known", "There", .integer), Grid.Column("revised", "Changed", .integer),
        Grid.Column("refused", "Refused", .integer),
      ],
      rows: lines.map { line in
        Grid.Row(
          [
            .code(line.table.text), .code(line.quote.code), .code(line.base.code),
            .date(line.first), .date(line.last),
          ] + [line.new, line.known, line.revised, line.refused].map { .integer(Int64($0)) })
      })
  }

  private var revisionGrid: Grid {
    Grid(
      id: "revisions", title: "Changed",
      columns: [
        Grid.Column("rateTable", "Table", .code), Grid.Column("currency", "Currency", .code),
        Grid.Column("per", "Per", .code), Grid.Column("date", "Date", .date),
        Grid.Column("before", "Before", .code), Grid.Column("units", "Now", .code),
      ],
      rows: revisions.map { revision in
        let rate = revision.new
        return Grid.Row([
          .code(rate.table.text), .code(rate.quote.code), .code(rate.base.code),
          .date(rate.effective), .code(revision.old.units.description),
          .code(rate.units.description),
        ])
      })
  }
}
