public import Bookkeeping
public import Funding
public import Monetary
public import Tabulation

/// What falls due under agreements by some day: instalments, reports, and their ends.
public struct DueListing: Hashable, Sendable {
  /// What is due.
  public enum Subject: Hashable, Sendable {
    /// So much of an instalment that was not received.
    case instalment(Money)
    /// A report of that form that was not delivered.
    case report(ReportForm)
    /// The last day on which the agreement's money may be spent, and so much that may be, in the book currency.
    case period(Money)
    /// The last day of the work that the agreement pays for, and so much that may be spent, in the book
    /// currency; nil for nothing.
    case end(Money?)
    /// So much that is to be paid back after that day, in the book currency.
    case refund(Money)
  }

  /// One thing that is due.
  public struct Item: Hashable, Sendable {
    /// The day it is due.
    public let due: CalendarDate
    /// What it is.
    public let subject: Subject
    /// The agreement.
    public let reference: Reference
    /// Who gives, after all merges.
    public let donor: DonorID
    /// How many days are left; negative where it is overdue.
    public let days: Int
  }

  /// What is due, by day, what is overdue first.
  public let items: [Item]
  /// The last day that is looked at.
  public let through: CalendarDate
  /// Which agreements.
  public let focus: AgreementListing.Focus
  /// What the listing was made from.
  public let stamp: ReportStamp
  private let donors: DonorRegister

  /// Lists what of `agreements` is due on the stamp's day, or falls due up to `day`.
  ///
  /// An end is listed up to that day only: when it is over, nobody owes it. That of a period is listed where money
  /// may be spent in it, and the work does not end that day. What is to be paid back is due
  /// since then, what a refund was recorded of since the refund's day.
  public init(
    _ agreements: [AgreementStanding], through day: CalendarDate,
    _ focus: AgreementListing.Focus = .init(), names: LedgerNames, stamp: ReportStamp
  ) {
    through = day
    self.focus = focus
    self.stamp = stamp
    donors = names.donors
    let items = agreements.flatMap { agreement -> [Item] in
      let dues =
        agreement.instalments.map { ($0.due, Subject.instalment($0.amount)) }
        + agreement.reports.map { ($0.due, .report($0.form)) }
        + agreement.endings.filter { $0.due >= stamp.asOf }
        + agreement.refunds.map { ($0.due, .refund($0.amount)) }
      return dues.filter { $0.0 <= day }.map { due, subject in
        Item(
          due: due, subject: subject, reference: agreement.reference,
          donor: names.donors.resolved(agreement.donor),
          days: Int(due.dayNumber) - Int(stamp.asOf.dayNumber))
      }
    }
    self.items = items.sorted { left, right in
      (left.due, left.reference, left.subject.sortText)
        < (right.due, right.reference, right.subject.sortText)
    }
  }

  /// Lowers the listing to a document for people.
  public func document() -> Document { document(grid) }

  /// Lowers the listing for programs: donors by their codes, too, days as counts.
  public var records: Document { document(recordGrid) }

  private func document(_ grid: Grid) -> Document {
    Document(
      id: "due", title: "Due by \(through)",
      subtitle: focus.subtitle(asOf: stamp.asOf, donors),
      blocks: items.isEmpty ? [.paragraph("Nothing is due.")] : [.grid(grid)],
      stamp: stamp.stamp())
  }

  private var grid: Grid {
    Grid(
      id: "due", title: "",
      columns: [
        Grid.Column("due", "Due", .date), Grid.Column("when", "When"),
        Grid.Column("what", "What"), Grid.Column("reference", "Agreement", .code),
        Grid.Column("donor", "Donor"), Grid.Column("amount", "Amount", .codedAmount),
      ],
      rows: items.map { item in
        Grid.Row([
          .date(item.due), .text(item.when), .text(item.subject.caption),
          .code(item.reference.text), .text(donors.name(of: item.donor)), item.subject.amount,
        ])
      })
  }

  private var recordGrid: Grid {
    let naming = DonorNaming(withCodes: true)
    return Grid(
      id: "due", title: "",
      columns: [
        Grid.Column("due", "Due", .date), Grid.Column("days", "Days left", .integer),
        Grid.Column("kind", "What", .code), Grid.Column("form", "Form", .code),
        Grid.Column("reference", "Agreement", .code),
      ] + naming.columns + [Grid.Column("amount", "Amount", .codedAmount)],
      rows: items.map { item in
        Grid.Row(
          [
            .date(item.due), .integer(Int64(item.days)), .code(item.subject.kind),
            .code(item.subject.form), .code(item.reference.text),
          ] + naming.cells(donors.name(of: item.donor), item.donor) + [item.subject.amount])
      })
  }
}

extension AgreementStanding {
  /// Its last days, over or not, with what may be spent: of the work, and before or after it of the period.
  fileprivate var endings: [(due: CalendarDate, subject: DueListing.Subject)] {
    let left = available.isPositive ? available : nil
    let work = ends.map { [(due: $0, subject: DueListing.Subject.end(left))] } ?? []
    guard let periodEnds, periodEnds != ends, let left else { return work }
    return [(periodEnds, .period(left))] + work
  }

  /// What is to be paid back: each refund since its day, and the rest since the last day of the work.
  fileprivate var refunds: [(due: CalendarDate, amount: Money)] {
    let refunds = refundsDue.map { (due: $0.due, amount: $0.amount) }
    guard let ends, let rest = owedBack.besideRefunds, rest.isPositive else { return refunds }
    return refunds + [(ends, rest)]
  }
}

extension DueListing.Item {
  /// How many days are left, or over, in words.
  fileprivate var when: String {
    switch days {
    case 0: "today"
    case 1: "1 day left"
    case 2...: "\(days) days left"
    case -1: "1 day overdue"
    default: "\(-days) days overdue"
    }
  }
}

extension DueListing.Subject {
  /// What it is, for programs.
  fileprivate var kind: String {
    switch self {
    case .instalment: "instalment"
    case .report: "report"
    case .period: "period"
    case .end: "end"
    case .refund: "refund"
    }
  }

  /// The form of a report; empty for all else.
  fileprivate var form: String {
    if case .report(let form) = self { form.text } else { "" }
  }

  /// How much of an instalment, to be paid back, or to be spent.
  fileprivate var amount: Cell {
    switch self {
    case .instalment(let amount), .refund(let amount), .period(let amount): .money(amount)
    case .end(let amount): amount.map(Cell.money) ?? .empty
    case .report: .empty
    }
  }

  /// What it is, for people.
  fileprivate var caption: String {
    switch self {
    case .instalment: "instalment"
    case .report(let form): "\(form) report"
    case .period: "period ends, unspent"
    case .end(let amount): amount == nil ? "end of the work" : "work ends, unspent"
    case .refund: "refund to the donor"
    }
  }

  /// Tells things of one day and agreement apart.
  fileprivate var sortText: String { kind + form }
}
