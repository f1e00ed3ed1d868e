import Bookkeeping
import Diagnostics
import Monetary

// An opening balance: Dr the asset or Cr the liability; the other side is net-asset:opening.
extension Book {
  /// What an opening balance comes to.
  func consequence(of opening: Opening, in fact: Fact) throws(Fault) -> Consequence {
    guard opening.account.type == .asset || opening.account.type == .liability,
      !opening.account.isWithin(.receivable)
    else {
      throw Fault(
        .entryAccount, opening.account.text,
        "open with assets and liabilities; what donors owe follows from agreements")
    }
    try requirePostable(opening.account)
    try requireFund(opening.fund)
    let book = try worth(opening.amount, on: fact.date)
    let side = opening.account.type.normalSide
    var draft = DraftEntry(date: fact.posted, occasion: .opened, bookCurrency: head.currency)
    try draft.leg(side, opening.account, fund: opening.fund, opening.amount, book: book)
    try draft.leg(side.opposite, .opening, fund: opening.fund, opening.amount, book: book)
    var consequence = Consequence()
    try consequence.append(draft)
    return consequence
  }

  /// - Throws: `account-undeclared` where the ledger takes only declared accounts.
  func requirePostable(_ account: AccountCode) throws(Fault) {
    guard accounts.accepts(account) else { throw Fault(.accountUndeclared, account.text) }
  }

  /// - Throws: `fund-unknown` where it is neither the general fund nor an agreement's.
  func requireFund(_ fund: FundCode) throws(Fault) {
    guard fund == .general || fund.agreement.map({ agreements[$0] != nil }) == true else {
      throw Fault(.fundUnknown, fund.text)
    }
  }
}
