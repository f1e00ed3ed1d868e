import Bookkeeping
import Diagnostics
import Monetary

// An entry by hand: its legs as written. Foreign legs are booked at the rate of its date, each side
// of a fund and currency converted once and split by amount, so that what balances stays balanced.
extension Book {
  /// What an entry written by hand comes to.
  ///
  /// Legs that balance or not do so whatever their accounts are, but not without a fund and a worth.
  func consequence(
    of entry: ManualEntry, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    let legs = entry.legs
    if legs.count < 2 { checks.note(Fault(.entryLegs, String(legs.count))) }
    var funds: [FundCode] = []
    var conversions: [Conversion] = []
    for leg in legs {
      checks.run(try requireByHand(leg.account))
      let fund = checks.value(try fund(of: leg.fund))
      let conversion = checks.value(try conversion(of: leg.amount.currency, on: fact.date))
      if let fund, let conversion {
        funds.append(fund)
        conversions.append(conversion)
      }
    }
    guard legs.count >= 2, funds.count == legs.count,
      let books = checks.value(try books(of: legs, in: funds, by: conversions))
    else { return nil }
    return checks.value(try consequence(of: entry, in: funds, worth: books, on: fact.posted))
  }

  private func consequence(
    of entry: ManualEntry, in funds: [FundCode], worth books: [Money], on date: CalendarDate
  ) throws(Fault) -> Consequence {
    var draft = DraftEntry(date: date, occasion: .entered, bookCurrency: head.currency)
    for (index, leg) in entry.legs.enumerated() {
      try draft.leg(
        leg.side, leg.account, fund: funds[index], leg.amount, book: books[index],
        tags: Posting.Tags(agreement: leg.fund.agreement))
    }
    var consequence = Consequence()
    try consequence.append(draft)
    return consequence
  }

  /// - Throws: `entry-account` for accounts that only the posting rules may use, `account-undeclared`.
  private func requireByHand(_ account: AccountCode) throws(Fault) {
    guard account.type != .budget, account.type != .memorandum, !account.isWithin(.receivable)
    else { throw Fault(.entryAccount, account.text) }
    try requirePostable(account)
  }

  private func books(
    of legs: [ManualEntry.Leg], in funds: [FundCode], by conversions: [Conversion]
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
      let worth = try refusing { () throws(MoneyError) in
        var bag = MoneyBag()
        for amount in amounts { bag.add(amount) }
        return try conversions[index].converting(bag.amount(in: first.amount.currency))
      }
      for (index, book) in zip(alike, worth.allocated(by: amounts.map(\.minorUnits))) {
        books[index] = book
      }
    }
    return books
  }
}
