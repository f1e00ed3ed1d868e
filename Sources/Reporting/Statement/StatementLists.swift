public import Bookkeeping
public import Funding
public import Monetary

// The lists below a statement's accounts: what is behind their figures, one line each.

/// An agreement or an amendment of the period.
public struct CommitmentLine: Hashable, Sendable {
  /// The accounting day.
  public let date: CalendarDate
  /// The fact's own day: earlier where it was posted late, since its month was closed.
  public let ownDay: CalendarDate
  /// What it is called.
  public let reference: String
  /// What it brought, in words.
  public let words: String
  /// What it added, in the agreement's currency.
  public let amount: Money
  /// The same in the book currency.
  public let book: Money
}

/// A payment that is due, and what came of it.
public struct InstalmentLine: Hashable, Sendable {
  /// How far it has come by the last day.
  public enum Stage: String, CaseIterable, Hashable, Sendable {
    /// All of it was received.
    case received
    /// Its day has not passed.
    case ahead
    /// Its day has passed, and some of it is open.
    case overdue
    /// None of it was received, and it was written off, or what an amendment left of it.
    case writtenOff = "written off"
    /// Some of it was received, and the rest written off.
    case partlyWrittenOff = "partly written off"
    /// None of it was received, and all of it cut by an amendment.
    case cut
    /// Some of it was received, and the rest cut by an amendment.
    case partlyCut = "partly cut"
  }

  /// What came of it by the last day.
  public let standing: InstalmentStanding
  /// How far it has come.
  public let stage: Stage

  /// Takes how far an instalment has come by `day`: what is open of it is ahead or overdue, whatever came of
  /// the rest.
  init(_ standing: InstalmentStanding, on day: CalendarDate) {
    self.standing = standing
    stage =
      if standing.open.isPositive {
        standing.instalment.due >= day ? .ahead : .overdue
      } else if standing.writtenOff.isPositive {
        standing.received.isPositive ? .partlyWrittenOff : .writtenOff
      } else if standing.cut.isPositive {
        standing.received.isPositive ? .partlyCut : .cut
      } else {
        .received
      }
  }
}

/// Money that arrived in the period.
public struct ReceiptLine: Hashable, Sendable {
  /// The accounting day.
  public let date: CalendarDate
  /// The fact's own day: earlier where it was posted late, since its month was closed.
  public let ownDay: CalendarDate
  /// The fact's identifier.
  public let id: FactID
  /// What it settled, in the agreement's currency.
  public let settled: Money
  /// What reached the bank; negative where that was undone.
  public let arrived: MoneyBag
  /// What of that was more than is owed, in the currency that arrived; nil where nothing was.
  public let overpaid: Money?
  /// By what it was converted, in words; empty where nothing was.
  public let rate: String
  /// What it came to, the bank's charge and realised exchange with it.
  public let book: Money
}

/// Money owed back that fell due or was paid in the period.
public struct RefundLine: Hashable, Sendable {
  /// What it is of; the raw value is what programs read.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Of the agreement's own money.
    case refund
    /// Of what was paid beyond what was owed.
    case overpayment
  }

  /// The accounting day on which it was due; earlier than the period where it was paid in it only.
  public let date: CalendarDate
  /// The fact's own day: earlier where it was posted late, since its month was closed.
  public let ownDay: CalendarDate
  /// The fact's identifier.
  public let id: FactID
  /// What it is of.
  public let kind: Kind
  /// The part of the agreement that it names; nil where it names none.
  public let part: PartSelector?
  /// How much, in its own currency; negative where it was undone.
  public let amount: Money
  /// By what it was converted, in words; empty where nothing was.
  public let rate: String
  /// The same in the book currency, as it was due.
  public let book: Money
  /// The days on which it was paid, up to the last day; more than one where it was paid in parts.
  public let paidOn: [CalendarDate]
  /// What is left to be paid of it on the last day, in its own currency.
  public let unpaid: Money
}

/// What was written off in the period.
public struct WriteOffLine: Hashable, Sendable {
  /// The accounting day.
  public let date: CalendarDate
  /// The fact's own day: earlier where it was posted late, since its month was closed.
  public let ownDay: CalendarDate
  /// The fact's identifier.
  public let id: FactID
  /// Why; empty where nobody said.
  public let reason: String
  /// The part of the agreement that it names; nil where it names none.
  public let part: PartSelector?
  /// How much, in the agreement's currency; negative where it was undone.
  public let amount: Money
  /// At what it was carried on average, in words; empty in the book currency.
  public let rate: String
  /// What was carried for it, in the book currency.
  public let book: Money
}

/// A gain or, negative, a loss on exchange of the period.
public struct ExchangeLine: Hashable, Sendable {
  /// The accounting day.
  public let date: CalendarDate
  /// The fact's own day: earlier where it was posted late, since its month was closed.
  public let ownDay: CalendarDate
  /// The fact's identifier.
  public let id: FactID
  /// What made it.
  public let movement: StatementMovement
  /// What kind of fact it comes from; of a reversal, that of what it undoes.
  public let origin: FactKind
  /// The account that was revalued; nil where the difference is realised.
  public let account: AccountCode?
  /// In the book currency.
  public let book: Money
}

/// What was spent in the period under one rate of support cost.
public struct SupportLine: Hashable, Sendable {
  /// The rate; nil for what was spent under none.
  public let terms: AgreementTerms.Support?
  /// What was spent.
  public let direct: Money
  /// What was kept for support with it.
  public let support: Money
}

/// What was spent in the period on one budget line.
public struct SpendingLine: Hashable, Sendable {
  /// The budget line; nil for what names none.
  public let scope: ScopePath?
  /// Its name for people.
  public let name: String
  /// The budget year; nil for what names none.
  public let year: BudgetYear?
  /// What was spent.
  public let direct: Money
  /// What was kept for support with it.
  public let support: Money
}

/// An entry that is behind no figure but its own.
public struct OtherLine: Hashable, Sendable {
  /// The accounting day.
  public let date: CalendarDate
  /// The fact's own day: earlier where it was posted late, since its month was closed.
  public let ownDay: CalendarDate
  /// The fact's identifier.
  public let id: FactID
  /// What it is, in a few words.
  public let caption: String
  /// What it brought to what is unspent.
  public let book: Money
}

/// What an account of the fund holds at the end.
public struct AccountLine: Hashable, Sendable {
  /// The account.
  public let account: AccountCode
  /// Debits less credits, in the book currency; never nothing.
  public let balance: Money
}
