import Bookkeeping
import Diagnostics
import Monetary

// An entry by hand: its legs as written. Foreign legs are booked at the rate of its date, each side
// of a fund and currency converted once and split by amount, so that what balances stays balanced.
extension Book {
  /// What an entry written by hand comes to.
  func consequence(of entry: ManualEntry, in fact: Fact) throws(Fault) -> Consequence {
    for leg in entry.legs {
      try requireByHand(leg.account)
      try requirePostable(leg.account)
      try requireFund(leg.fund)
    }
    let books = try books(of: entry.legs, on: fact.date)
    var draft = DraftEntry(date: fact.posted, occasion: .entered, bookCurrency: head.currency)
    for (leg, book) in zip(entry.legs, books) {
      try draft.leg(
        leg.side, leg.account, fund: leg.fund, leg.amount, book: book,
        tags: Posting.Tags(agreement: leg.fund.agreement))
    }
    guard !draft.postings.isEmpty else { throw Fault(.entryUnbalanced, "it has no legs") }
    var consequence = Consequence()
    try consequence.append(draft)
    return consequence
  }

  /// - Throws: `entry-account` for accounts that only the posting rules may use.
  private func requireByHand(_ account: AccountCode) throws(Fault) {
    if account.type == .budget || account.type == .memorandum {
      throw Fault(
        .entryAccount, account.text, "it follows from requirements, pledges and agreements")
    }
    if account.isWithin(.receivable) {
      throw Fault(.entryAccount, account.text, "it follows from agreements and receipts")
    }
  }

  private func books(
    of legs: [ManualEntry.Leg], on date: CalendarDate
  ) throws(Fault) -> [Money] {
    var books = legs.map(\.amount)
    var done = Set<Int>()
    for index in legs.indices where !done.contains(index) {
      let first = legs[index]
      let alike = legs.indices.filter {
        legs[$0].side == first.side && legs[$0].fund == first.fund
          && legs[$0].amount.currency == first.amount.currency
      }
      done.formUnion(alike)
      let amounts = alike.map { legs[$0].amount }
      let total = try refusing { () throws(MoneyError) in
        var bag = MoneyBag()
        for amount in amounts { bag.add(amount) }
        return try bag.amount(in: first.amount.currency)
      }
      guard total.isPositive else { throw Fault(.amountSign, first.amount.description) }
      let worth = try worth(total, on: date)
      for (index, book) in zip(alike, worth.allocated(by: amounts.map(\.minorUnits))) {
        books[index] = book
      }
    }
    return books
  }
}
