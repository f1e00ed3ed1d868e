public import Bookkeeping
public import Diagnostics
public import Monetary

// A revaluation, on the last day of a month: what is open in foreign currencies is taken at the rates of the
// day. More than is carried: Dr the account's :revaluation, Cr revenue:exchange:unrealised; less:
// Dr expense:exchange:unrealised, Cr the account's :revaluation. All of it is reversed on the first of the
// next month. What is deferred, and goods, are no money that is open.
extension Book {
  /// What a revaluation comes to: what is not yet posted of it, so that it may be repeated.
  /// - Complexity: O(*n*) in the postings of the book.
  func consequence(
    ofRevaluationIn fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    let month = AccountingMonth(of: fact.posted)
    checks.run(try requireMonthEnd(fact))
    let items = openItems(on: month.lastDay)
    for currency in Set(items.values.flatMap(\.amounts.keys)).sorted() {
      checks.run(try requireRate(of: currency, on: month.lastDay))
    }
    guard checks.passed else { return nil }
    return checks.value(try consequence(ofRevaluing: items, in: month))
  }

  /// That rates by which what is open on some days is taken are older than their table's rhythm: each
  /// rate once, at the last of the days on which it was.
  /// - Complexity: O(*n* · *m*) in the postings of the book and the days.
  public func cautions(aboutRevaluingOn days: [CalendarDate]) -> [Fault] {
    var uses: [ExchangeRate: CalendarDate] = [:]
    for day in days {
      for currency in Set(openItems(on: day).values.flatMap(\.amounts.keys)) {
        // Where there is no rate the revaluation itself is refused.
        for rate in (try? conversion(of: currency, on: day))?.rates ?? [] {
          uses[rate] = max(uses[rate] ?? day, day)
        }
      }
    }
    return uses.sorted { ($0.key.effective, $0.key.quote) < ($1.key.effective, $1.key.quote) }
      .compactMap { rate, day in rate.caution(on: day) }
  }

  private func consequence(
    ofRevaluing items: [OpenItem.Key: OpenItem], in month: AccountingMonth
  ) throws(Fault) -> Consequence {
    var consequence = Consequence()
    for (key, item) in items.sorted(by: { $0.key < $1.key }) {
      let gain = try gain(on: item, at: month.lastDay)
      guard gain != 0 else { continue }
      var draft = DraftEntry(
        date: month.lastDay, occasion: .revalued, bookCurrency: head.currency)
      let size = Money(minorUnits: abs(gain), of: head.currency)
      let tags = Posting.Tags(agreement: key.agreement ?? key.fund.agreement)
      let (side, other): (Side, AccountCode) =
        gain > 0 ? (.debit, .unrealisedGain) : (.credit, .unrealisedLoss)
      try draft.leg(side, key.account.revaluation, fund: key.fund, size, tags: tags)
      try draft.leg(side.opposite, other, fund: key.fund, size, tags: tags)
      try consequence.append(draft)
    }
    if let next = month.next {
      consequence.entries += consequence.entries.map { $0.reversed(on: next.firstDay) }
    }
    return consequence
  }

  /// - Throws: `revaluation-date`.
  private func requireMonthEnd(_ fact: Fact) throws(Fault) {
    let month = AccountingMonth(of: fact.date)
    guard fact.posted == month.lastDay else {
      throw Fault(.revaluationDate, fact.posted.description, month.lastDay.description)
    }
  }

  /// - Throws: `rate-missing`.
  private func requireRate(of currency: Currency, on day: CalendarDate) throws(Fault) {
    _ = try conversion(of: currency, on: day)
  }

  /// By how much more the item is worth than is carried and was revalued, in minor units of the book
  /// currency; of what is owed to others, more is a loss.
  private func gain(on item: OpenItem, at day: CalendarDate) throws(Fault) -> Int64 {
    var worth = Int128(0)
    for (currency, amount) in item.amounts {
      guard let counted = Int64(exactly: abs(amount)) else {
        throw Fault(.sumOverflow, "what is open in \(currency.code)")
      }
      let size = try self.worth(Money(minorUnits: counted, of: currency), on: day)
      worth += Int128(size.minorUnits) * Int128(amount.signum())
    }
    guard let gain = Int64(exactly: worth - item.carryingBook - item.revaluedBook), gain > .min
    else { throw Fault(.sumOverflow, "what is open in \(head.currency.code)") }
    return gain
  }

  /// What is open on a day, by account and fund; what donors owe by agreement too.
  private func openItems(on day: CalendarDate) -> [OpenItem.Key: OpenItem] {
    var items: [OpenItem.Key: OpenItem] = [:]
    for posted in posted.inOrder where !posted.isRevaluationReversed(by: day) {
      for entry in posted.consequence.entries where entry.date <= day {
        for posting in entry.postings {
          let account = posting.account.revalued ?? posting.account
          guard account.isMonetary else { continue }
          let isRevaluation = account != posting.account
          guard isRevaluation || posting.amount.currency != head.currency else { continue }
          let key = OpenItem.Key(
            account: account, fund: posting.fund,
            agreement: account.isWithin(.receivable) ? posting.tags.agreement : nil)
          items[key, default: OpenItem()].add(posting, isRevaluation: isRevaluation)
        }
      }
    }
    return items
  }
}

extension PostedFact {
  /// Whether the fact revalued an earlier month, so that its entries come to nothing by `day`.
  fileprivate func isRevaluationReversed(by day: CalendarDate) -> Bool {
    guard fact.kind == .revaluation, let next = AccountingMonth(of: fact.posted).next else {
      return false
    }
    return next.firstDay <= day
  }
}

/// What is open in foreign currencies; debits count up, credits down.
private struct OpenItem {
  struct Key: Hashable, Comparable {
    let account: AccountCode
    let fund: FundCode
    let agreement: Reference?

    static func < (left: Key, right: Key) -> Bool {
      (left.account, left.fund, left.agreement?.text ?? "")
        < (right.account, right.fund, right.agreement?.text ?? "")
    }
  }

  /// In minor units, by currency; those that come to nothing are left out.
  var amounts: [Currency: Int128] = [:]
  /// What the books carry for it, in minor units of the book currency.
  var carryingBook = Int128(0)
  /// What it was revalued by already.
  var revaluedBook = Int128(0)

  mutating func add(_ posting: Posting, isRevaluation: Bool) {
    let sign = Int128(posting.side.sign)
    let book = sign * Int128(posting.book.minorUnits)
    if isRevaluation {
      revaluedBook += book
    } else {
      let amount =
        (amounts[posting.amount.currency] ?? 0) + sign * Int128(posting.amount.minorUnits)
      amounts[posting.amount.currency] = amount == 0 ? nil : amount
      carryingBook += book
    }
  }
}

extension AccountCode {
  /// Whether what the account holds is money, or owed in money: what a month end revalues.
  public var isMonetary: Bool {
    switch type {
    case .asset: !isWithin(.inventory)
    case .liability: !isWithin(.deferred)
    default: false
    }
  }
}
