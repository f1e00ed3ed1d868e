import Bookkeeping
import Diagnostics
import Monetary

// An entry by hand: its legs as written. Foreign legs are booked at the rate of its date, each side
// of a fund and currency converted once and split by amount, so that what balances stays balanced.
extension Book {
  /// What an entry written by hand comes to.
  func consequence(of entry: ManualEntry, in fact: Fact) throws(Fault) -> Consequence {
    guard entry.legs.count >= 2 else { throw Fault(.entryLegs, String(entry.legs.count)) }
    var funds: [FundCode] = []
    for leg in entry.legs {
      try requireByHand(leg.account)
      try requirePostable(leg.account)
      funds.append(try fund(of: leg.fund))
    }
    let books = try books(of: entry.legs, in: funds, on: fact.date)
    var draft = DraftEntry(date: fact.posted, occasion: .entered, bookCurrency: head.currency)
    for (index, leg) in entry.legs.enumerated() {
      try draft.leg(
        leg.side, leg.account, fund: funds[index], leg.amount, book: books[index],
        tags: Posting.Tags(agreement: leg.fund.agreement))
    }
    var consequence = Consequence()
    try consequence.append(draft)
    return consequence
  }

  /// - Throws: `entry-account` for accounts that only the posting rules may use.
  private func requireByHand(_ account: AccountCode) throws(Fault) {
    guard account.type != .budget, account.type != .memorandum, !account.isWithin(.receivable)
    else { throw Fault(.entryAccount, account.text) }
  }

  private func books(
    of legs: [ManualEntry.Leg], in funds: [FundCode], on date: CalendarDate
  ) throws(Fault) -> [Money] {
    var books = legs.map(\.amount)
    var done = Set<Int>()
    for index in legs.indices where !done.contains(index) {
      let first = legs[index]
      let alike = legs.indices.filter {
        legs[$0].side == first.side && funds[$0] == funds[index]
          && legs[$0].amount.currency == first.amount.currency
      }
      done.formUnion(alike)
      let amounts = alike.map { legs[$0].amount }
      let total = try refusing { () throws(MoneyError) in
        var bag = MoneyBag()
        for amount in amounts { bag.add(amount) }
        return try bag.amount(in: first.amount.currency)
      }
      let worth = try worth(total, on: date)
      for (index, book) in zip(alike, worth.allocated(by: amounts.map(\.minorUnits))) {
        books[index] = book
      }
    }
    return books
  }
}
