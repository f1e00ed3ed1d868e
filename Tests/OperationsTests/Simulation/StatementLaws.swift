import Bookkeeping
import Foundation
import Funding
import Monetary
import Operations
import Reporting
import Testing

@testable import TestSupport

/// The statements of everybody on a ledger, which must be its books.
struct AllStatements {
  /// One of each agreement, and that of the general fund.
  let funds: [FundStatement]
  /// What donors finance of agreements that others signed.
  let shares: [ShareStatement]

  init(of ledger: some Ledger, from: CalendarDate?, to: CalendarDate) throws {
    let subjects = ledger.names.asOf(to).donors.all.map(\.id.text) + [FundCode.general.text]
    let statements = try subjects.map { subject in
      var request = DrawStatement(subject, to: to)
      request.from = from
      return try request.statement(of: ledger)
    }
    funds = statements.flatMap(\.funds)
    shares = statements.flatMap(\.shares)
  }

  /// What is not as it must be, in words; nothing where all is well.
  func faults(of ledger: some Ledger, on day: CalendarDate) throws -> [String] {
    let balance = try BalanceAccounts(asOf: day).balance(of: ledger)
    var books = Dictionary(
      uniqueKeysWithValues: balance.lines.filter { line in
        !["budget:", "memorandum:"].contains { line.account.hasPrefix($0) }
      }.map { ($0.account, $0.balance) })
    for line in funds.flatMap(\.balances) {
      books[line.account.text, default: 0] -= Int128(line.balance.minorUnits)
    }
    let outside = books.filter { $0.value != 0 }.map { "\($0.key) is out by \($0.value)" }
    return outside + funds.flatMap(\.faults) + sharedFaults + (try misreckoned(on: day, of: ledger))
  }

  /// Agreements that are listed or stated to have other money left than the rule of spending lets them spend,
  /// or of which lists and statements tell other money to be owed back.
  private func misreckoned(on day: CalendarDate, of ledger: some Ledger) throws -> [String] {
    let listed = try ListAgreements(asOf: day).listing(of: ledger).agreements
    return try listed.flatMap { agreement in
      let state = try ledger.standing(of: agreement.reference, asOf: day, known: nil)?.state
      let fund = funds.first { $0.terms?.agreement.reference == agreement.reference }
      let stated = fund?.available
      let left = state.map { $0.available(from: day) }
      return [agreement.available, stated].compactMap(\.self)
        .filter { Int128($0.minorUnits) != left }
        .map { "\(agreement.reference) has \(left ?? 0) left to spend, not \($0)" }
        + (fund.map { $0.owedBack == agreement.owedBack } ?? true
          ? [] : ["of \(agreement.reference) other money is stated to be owed back than listed"])
    }
  }

  /// Shares that are not what the donor's parts of the agreement come to, as it stands in the end.
  func sharesThatAreNoParts(of ledger: some Ledger, on day: CalendarDate) throws -> [String] {
    let donors = ledger.names.asOf(day).donors
    return try funds.flatMap { fund in
      let state = try fund.terms.flatMap { try ledger.state(of: $0.agreement.reference) }
      return fund.shares.filter { share in
        let parts = (state?.parts ?? []).filter { donors.resolved($0.donor) == share.donor }
        func whole(_ value: (PartState) -> Int64) -> Int64 { parts.reduce(0) { $0 + value($1) } }
        func line(_ kind: StatementLine.Kind) -> Int64? {
          share.receivable.first { $0.kind == kind }?.amount?.minorUnits
        }
        return share.agreed.minorUnits != whole(\.amount) || line(.settled) != -whole(\.received)
          || line(.writtenOff) != -whole(\.writtenOff)
          || share.owedBack.minorUnits != whole(\.refunded)
      }.map { "\(fund.owner.text): the share of \($0.donor) is not its parts" }
    }
  }

  /// Shares that the lead donor's statement has otherwise than that of the donor whose they are.
  private var sharedFaults: [String] {
    let led = funds.flatMap { fund in
      fund.shares.filter { !$0.isLead }.map { (fund.owner.text, $0) }
    }
    let own = shares.map { ($0.terms.agreement.reference.text, $0.share) }
    let untold = led.filter { share in !share.1.isEmpty && !own.contains { $0 == share } }
    let unled = own.filter { share in !led.contains { $0 == share } }
    return (untold + unled).map { "\($0.0): the share of \($0.1.donor) differs" }
  }
}

extension FundStatement {
  /// Accounts that do not add up, and lists that are not what their figure says.
  fileprivate var faults: [String] {
    var faults: [String] = []
    for (name, lines) in [("receivable", receivable), ("unspent", unspent), ("goods", goods)]
    where !lines.isEmpty {
      let counted = lines.filter { !$0.isWithin && $0.kind != .closing }
      let closing = lines.first { $0.kind == .closing }
      if counted.reduce(0, { $0 + $1.book.minorUnits }) != closing?.book.minorUnits {
        faults.append("\(owner.text): \(name) does not add up")
      }
      if counted.reduce(0, { $0 + ($1.amount?.minorUnits ?? 0) }) != closing?.amount?.minorUnits
        ?? 0
      {
        faults.append("\(owner.text): \(name) does not add up in its own currency")
      }
    }
    func figure(_ kind: StatementLine.Kind, in lines: [StatementLine]) -> Int64 {
      lines.first { $0.kind == kind }?.book.minorUnits ?? 0
    }
    let lists: [(StatementLine.Kind, Int64)] = [
      (.receipts, receipts.reduce(0) { $0 + $1.book.minorUnits }),
      (.expenditure, -spending.reduce(0) { $0 + $1.direct.minorUnits }),
      (.other, others.reduce(0) { $0 + $1.book.minorUnits }),
      (
        .refunds,
        -refunds.filter { line in
          // One that was due before is listed since it was paid.
          line.kind == .refund
            && entries.contains { $0.movement == .refundDue && $0.item.id == line.id }
        }.reduce(0) { $0 + $1.book.minorUnits }
      ),
    ]
    for (kind, sum) in lists where figure(kind, in: unspent) != sum {
      faults.append("\(owner.text): \(kind) is not what is listed")
    }
    if owner != .general,
      figure(.writtenOff, in: receivable) != -writeOffs.reduce(0, { $0 + $1.book.minorUnits })
    {
      faults.append("\(owner.text): what was written off is not what is listed")
    }
    if owner != .general,
      figure(.supportCost, in: unspent) != -spending.reduce(0, { $0 + $1.support.minorUnits })
    {
      faults.append("\(owner.text): support cost is not what is listed")
    }
    let agreed = figure(.agreed, in: receivable) + figure(.amended, in: receivable)
    if owner != .general, commitments.reduce(0, { $0 + $1.book.minorUnits }) != agreed {
      faults.append("\(owner.text): what was agreed is not what is listed")
    }
    faults += sharedFaults
    if balances.reduce(0, { $0 + $1.balance.minorUnits }) != 0,
      owner != .general, !isMixed
    {
      faults.append("\(owner.text): its accounts do not balance")
    }
    return faults
  }

  /// Lines that the shares of the donors do not come to together.
  private var sharedFaults: [String] {
    guard !shares.isEmpty else { return [] }
    return receivable.filter { line in
      shares.reduce(0) { sum, share in
        sum + (share.receivable.first { $0.kind == line.kind }?.amount?.minorUnits ?? 0)
      } != line.amount?.minorUnits
    }.map { "\(owner.text): \($0.kind) is not what its donors share" }
  }

  /// Whether an entry by hand moved money between it and another one inside the general fund.
  private var isMixed: Bool {
    entries.contains { $0.postings.count < $0.item.entry.postings.count }
  }
}

@Suite struct WorkedStatementTests {
  private static let ledgers = ["mali-2017", "every-directive"]

  @Test(arguments: ledgers)
  func `the statements of all agreements and of the general fund are the books`(
    name: String
  ) throws {
    let ledger = try OpenLedger.reading(workedLedger(name))
    let days = Set(try ledger.journal(JournalListing.Filter()).map(\.entry.date)).sorted()
    for (index, to) in days.enumerated() where index.isMultiple(of: 5) || to == days.last {
      let from = index.isMultiple(of: 2) ? nil : days[index / 2]
      let statements = try AllStatements(of: ledger, from: from, to: to)
      #expect(try statements.faults(of: ledger, on: to) == [], "\(to)")
    }
  }
}

/// Where a worked ledger of `Ledgers` lies.
func workedLedger(_ name: String) -> String {
  URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Ledgers/\(name).bursar").path
}
