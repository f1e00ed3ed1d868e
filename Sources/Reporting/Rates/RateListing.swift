import Funding
import Monetary
public import Tabulation

/// The rates of a ledger, each with who recorded it and where it was read.
public struct RateListing: Hashable, Sendable {
  /// The rates, by table, currency and day; of one day in the order in which they were learnt.
  public let rates: [RecordedRate]
  /// What it was made from.
  public let stamp: ReportStamp

  /// Lists `rates`.
  public init(_ rates: [RecordedRate], stamp: ReportStamp) {
    self.rates = rates
    self.stamp = stamp
  }

  /// Lowers the listing to a document; with `records`, one for programs, which have room for all.
  public func document(records: Bool = false) -> Document {
    Document(
      id: "rateList", title: "Rates of \(stamp.ledger)", subtitle: "as of \(stamp.asOf)",
      blocks: rates.isEmpty
        ? [.paragraph("None is recorded.")] : [.grid(grid(ofAll: records))],
      stamp: stamp.stamp())
  }

  private func grid(ofAll hasAll: Bool) -> Grid {
    let columns = [
      Grid.Column("rateTable", "Table", .code), Grid.Column("currency", "Currency", .code),
      Grid.Column("units", "Rate", .code), Grid.Column("per", "Per", .code),
      Grid.Column("effective", "Since", .date), Grid.Column("state", "State", .code),
      Grid.Column("by", "By", .text), Grid.Column("source", "Source", .text),
      Grid.Column("revises", "Why it was revised", .text),
      Grid.Column("confirmed", "Confirmed", .code), Grid.Column("entered", "Entered", .code),
    ]
    let width = hasAll ? columns.count : columns.count - 3
    return Grid(
      id: "rates", title: "", columns: Array(columns.prefix(width)),
      rows: rates.map { Grid.Row(Array(cells(of: $0).prefix(width))) })
  }

  private func cells(of recorded: RecordedRate) -> [Cell] {
    let rate = recorded.rate
    return [
      .code(rate.table.text), .code(rate.quote.code), .code(rate.units.description),
      .code(rate.base.code), .date(rate.effective), .code(state(of: recorded)),
      .text(recorded.provenance.by ?? ""), .text(recorded.provenance.source ?? ""),
      .text(recorded.revises ?? ""), .code(recorded.isConfirmed ? "yes" : ""),
      .code(recorded.provenance.entered?.description ?? ""),
    ]
  }

  private func state(of recorded: RecordedRate) -> String {
    guard recorded.isInUse else { return "replaced" }
    return recorded.revises == nil ? "" : "revised"
  }
}
