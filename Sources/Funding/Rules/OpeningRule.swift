import Bookkeeping
import Diagnostics
import Monetary

// An opening balance: Dr the asset or Cr the liability; the other side is net-asset:opening.
extension Book {
  /// What an opening balance comes to.
  func consequence(
    of opening: Opening, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    checks.run(try requireOpenable(opening.account))
    let fund = checks.value(try fund(of: opening.fund))
    let book = checks.value(try worth(opening.amount, on: fact.date))
    guard let fund, let book, checks.passed else { return nil }
    return checks.value(try consequence(of: opening, in: fund, worth: book, on: fact.posted))
  }

  private func consequence(
    of opening: Opening, in fund: FundCode, worth book: Money, on date: CalendarDate
  ) throws(Fault) -> Consequence {
    let tags = Posting.Tags(agreement: opening.fund.agreement)
    let side = opening.account.type.normalSide
    var draft = DraftEntry(date: date, occasion: .opened, bookCurrency: head.currency)
    try draft.leg(side, opening.account, fund: fund, opening.amount, book: book, tags: tags)
    try draft.leg(side.opposite, .opening, fund: fund, opening.amount, book: book, tags: tags)
    var consequence = Consequence()
    try consequence.append(draft)
    return consequence
  }

  /// - Throws: `opening-account`, `account-undeclared`.
  private func requireOpenable(_ account: AccountCode) throws(Fault) {
    guard account.type == .asset || account.type == .liability, !account.isWithin(.receivable)
    else { throw Fault(.openingAccount, account.text) }
    try requirePostable(account)
  }

  /// - Throws: `account-undeclared` where the ledger takes only declared accounts.
  func requirePostable(_ account: AccountCode) throws(Fault) {
    guard accounts.accepts(account) else { throw Fault(.accountUndeclared, account.text) }
  }

  /// The fund that a written one stands for: an unearmarked agreement's money is in the general one.
  /// - Throws: `fund-unknown` where it is neither the general fund nor an agreement's.
  func fund(of written: FundCode) throws(Fault) -> FundCode {
    if written == .general { return .general }
    guard let reference = written.agreement, let state = agreements[reference] else {
      throw Fault(.fundUnknown, written.text)
    }
    return state.fund
  }
}
