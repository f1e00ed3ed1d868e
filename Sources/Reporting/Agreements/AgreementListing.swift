public import Bookkeeping
public import Funding
import Monetary
public import Tabulation

/// The agreements of a ledger, how far each has come, and what is due next under it.
public struct AgreementListing: Hashable, Sendable {
  /// Which agreements.
  public struct Focus: Hashable, Sendable {
    /// Those that this donor signed or finances part of; nil for all.
    public let donor: DonorID?
    /// Those whose money lies in this scope or situation, or was moved there; nil for all.
    public let scope: ScopePath?

    /// Makes a focus.
    public init(donor: DonorID? = nil, scope: ScopePath? = nil) {
      self.donor = donor
      self.scope = scope
    }
  }

  /// The agreements, the oldest first.
  public let agreements: [AgreementStanding]
  /// Which they are.
  public let focus: Focus
  /// What the listing was made from.
  public let stamp: ReportStamp
  private let donors: DonorRegister

  /// Lists `agreements`, their donors by `names`.
  public init(
    _ agreements: [AgreementStanding], _ focus: Focus = Focus(), names: LedgerNames,
    stamp: ReportStamp
  ) {
    self.agreements = agreements
    self.focus = focus
    self.stamp = stamp
    donors = names.donors
  }

  /// Lowers the listing to a document; with `records`, one for programs, which have room for all.
  public func document(records: Bool = false) -> Document {
    Document(
      id: "agreements", title: "Agreements",
      subtitle: focus.subtitle(asOf: stamp.asOf, donors),
      blocks: agreements.isEmpty
        ? [.paragraph("None is signed.")] : [.grid(grid(ofAll: records))],
      stamp: stamp.stamp())
  }

  private func grid(ofAll hasAll: Bool) -> Grid {
    let naming = DonorNaming(withCodes: hasAll)
    let columns =
      [Grid.Column("reference", "Agreement", .code)] + naming.columns + [
        Grid.Column("signed", "Signed", .date),
        Grid.Column("amount", "As amended", .codedAmount),
        Grid.Column("conditional", "Of which conditional", .codedAmount),
        Grid.Column("conditionsMet", "Conditions met", .codedAmount),
        Grid.Column("received", "Received", .codedAmount),
        Grid.Column("open", "Open", .codedAmount),
        Grid.Column("givenUp", "Given up", .codedAmount),
        Grid.Column("available", "Available", .codedAmount),
        Grid.Column("lapsed", "Unspent", .codedAmount),
        Grid.Column("owedBack", "Owed back", .codedAmount),
        Grid.Column("overpaymentsHeld", "Overpayments held", .codedAmount),
        Grid.Column("refundsUnpaid", "Refunds not paid", .codedAmount),
        Grid.Column("state", "State"),
        Grid.Column("ends", "Ends", .date), Grid.Column("instalmentDue", "Instalment due", .date),
        Grid.Column("instalment", "Next instalment", .codedAmount),
        Grid.Column("reportDue", "Report due", .date), Grid.Column("report", "Next report", .code),
        Grid.Column("cofinancedBy", "Co-financed by"),
      ]
    let rows = agreements.map { cells(of: $0, naming) }
    // People are spared columns in which nothing stands, such as that of what is given up.
    let kept = columns.indices.filter { index in
      hasAll || rows.contains { $0[index] != .empty }
    }
    return Grid(
      id: "agreements", title: "", columns: kept.map { columns[$0] },
      rows: rows.map { row in Grid.Row(kept.map { row[$0] }) })
  }

  private func cells(of agreement: AgreementStanding, _ naming: DonorNaming) -> [Cell] {
    let donor = donors.resolved(agreement.donor)
    let (instalment, report) = (agreement.instalments.first, agreement.reports.first)
    // People are spared amounts of nothing.
    func told(_ amount: Money) -> Cell {
      amount.isZero && !naming.withCodes ? .empty : .money(amount)
    }
    let others = donors.beside(donor, among: agreement.donors)
      .map { naming.withCodes ? $0.text : donors.name(of: $0) }
    return [.code(agreement.reference.text)] + naming.cells(donors.name(of: donor), donor) + [
      .date(agreement.signed), .money(agreement.amount),
      agreement.conditions.conditional.map(Cell.money) ?? .empty,
      agreement.conditions.met.map(Cell.money) ?? .empty, .money(agreement.received),
      .money(agreement.open), told(agreement.givenUp), .money(agreement.available),
      told(agreement.lapsed), told(agreement.owedBack.total),
      told(agreement.owedBack.overpayments), told(agreement.owedBack.refunds),
      .text(agreement.stage.rawValue), agreement.ends.map(Cell.date) ?? .empty,
      instalment.map { .date($0.due) } ?? .empty, instalment.map { .money($0.amount) } ?? .empty,
      report.map { .date($0.due) } ?? .empty, report.map { .code($0.form.text) } ?? .empty,
      others.isEmpty && !naming.withCodes ? .empty : .text(others.joined(separator: "; ")),
    ]
  }
}

extension DonorRegister {
  /// Those of `donors` that are others than `donor` after all merges, each once.
  func beside(_ donor: DonorID, among donors: [DonorID]) -> [DonorID] {
    donors.map(resolved).filter { $0 != resolved(donor) }.distinct
  }
}

extension AgreementListing.Focus {
  /// The day and which agreements: `as of 2017-11-28, of Switzerland, for mali`.
  func subtitle(asOf day: CalendarDate, _ donors: DonorRegister) -> String {
    [
      "as of \(day)", donor.map { "of \(donors.name(of: $0))" }, scope.map { "for \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}
