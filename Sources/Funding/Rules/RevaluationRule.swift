import Bookkeeping
public import Diagnostics
public import Monetary

// A revaluation, on the last day of a month: what is open in foreign currencies is taken at the rates of the
// day. More than is carried: Dr the account's :revaluation, Cr revenue:exchange:unrealised; less:
// Dr expense:exchange:unrealised, Cr the account's :revaluation. All of it is reversed on the first of the
// next month.
extension Book {
  /// What a revaluation comes to: what is not yet posted of it, so that it may be repeated.
  /// - Complexity: O(*n*) in the postings of the book.
  func consequence(
    ofRevaluationIn fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    let month = AccountingMonth(of: fact.posted)
    checks.run(try requireMonthEnd(fact))
    let items = openItems(on: month.lastDay)
    for currency in items.currencies.sorted() {
      checks.run(try requireRate(of: currency, on: month.lastDay))
    }
    guard checks.passed, let lines = checks.value(try lines(of: items, on: month.lastDay))
    else { return nil }
    return checks.value(try consequence(ofRevaluing: lines, in: month))
  }

  /// What is open on a day in foreign currencies, at what is carried and at the rates of the day; what is
  /// worth what is carried, too.
  /// - Throws: `rate-missing`, `sum-overflow`.
  /// - Complexity: O(*n*) in the postings of the book.
  public func openLines(on day: CalendarDate) throws(Fault) -> [OpenItems.Line] {
    try lines(of: openItems(on: day), on: day)
  }

  private func consequence(
    ofRevaluing lines: [OpenItems.Line], in month: AccountingMonth
  ) throws(Fault) -> Consequence {
    var consequence = Consequence()
    for (key, gain) in lines.gains {
      guard let counted = Int64(exactly: abs(gain)) else {
        throw Fault(.sumOverflow, "what is open in \(head.currency.code)")
      }
      var draft = DraftEntry(
        date: month.lastDay, occasion: .revalued, bookCurrency: head.currency)
      let size = Money(minorUnits: counted, of: head.currency)
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

  /// - Throws: `rate-missing`, `sum-overflow`.
  private func lines(
    of items: OpenItems, on day: CalendarDate
  ) throws(Fault) -> [OpenItems.Line] {
    var conversions: [Currency: Conversion] = [:]
    for currency in items.currencies {
      conversions[currency] = try conversion(of: currency, on: day)
    }
    return try items.lines(by: conversions)
  }

  private func openItems(on day: CalendarDate) -> OpenItems {
    var items = OpenItems(in: head.currency)
    for posted in posted.inOrder where !posted.isRevaluationReversed(by: day) {
      for entry in posted.consequence.entries where entry.date <= day { items.add(entry) }
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
