import Bookkeeping
import Diagnostics
import Monetary

// An expenditure: Dr the expense at its line, Cr the bank or what is owed. Foreign cash leaves at
// what the books carry for it on average, what it does not cover at the day's rate; the difference
// to the day's rate goes through net-asset:exchange. With it goes support cost, in the book currency and
// out of the agreement's fund: Dr expense:support-cost, Cr net-asset:interfund; into the general one:
// Dr net-asset:interfund, Cr revenue:support-recovered.
extension Book {
  /// What an expenditure comes to.
  func consequence(
    of expenditure: Expenditure, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    var state: AgreementState?
    if let reference = expenditure.agreement { state = checks.value(try agreement(reference)) }
    let isPlaced = checks.run(try programme.require(expenditure.scope))
    checks.run(try requireExpense(expenditure.account))
    checks.run(try requireSource(expenditure.source))
    let isAgreed = expenditure.agreement == nil || state != nil
    if let id = expenditure.obligation {
      // Of an agreement that is not there nobody can say what it owes.
      let owing = isAgreed ? nil : obligations[id]?.agreement
      checkObligation(
        id, of: owing ?? expenditure.agreement, at: isPlaced ? expenditure.scope : nil,
        on: fact.date, passing: &checks)
    }
    let book = checks.value(try worth(expenditure.amount, on: fact.date))
    if let state {
      if isPlaced { checks.run(try requireReach(of: state, to: expenditure.scope)) }
      checks.run(try requirePeriod(of: state, on: fact.date))
    }
    guard isAgreed, let book,
      let cost = checks.value(try cost(of: state, worth: book, on: fact.date)),
      let disbursement = checks.value(try disbursement(by: expenditure, worth: book))
    else { return nil }
    if let state, expenditure.overspend == nil {
      let released = -(disbursement?.book ?? 0)
      checks.run(
        try requireAvailable(
          of: state, worth: burden(of: expenditure, cost, on: state.fund), releasing: released,
          on: fact.posted, orReason: true))
      if isPlaced {
        checkLimits(
          of: state, at: expenditure.scope, worth: cost.gross, releasing: released,
          on: fact.date, passing: &checks)
      }
    }
    guard checks.passed,
      var consequence = checks.value(
        try consequence(of: expenditure, from: state, cost, in: fact))
    else { return nil }
    if let disbursement {
      checks.run(try disburse(disbursement, on: fact.posted, into: &consequence))
    }
    return consequence
  }

  private func consequence(
    of expenditure: Expenditure, from state: AgreementState?, _ cost: Cost, in fact: Fact
  ) throws(Fault) -> Consequence {
    let book = cost.direct
    let fund = state?.fund ?? .general
    let year = expenditure.year ?? BudgetYear(of: fact.date)
    let tags = Posting.Tags(
      agreement: expenditure.agreement, scope: expenditure.scope, year: year)
    let carrying = try carrying(
      of: expenditure.amount, in: expenditure.source, fund: fund, worth: book)

    var draft = DraftEntry(date: fact.posted, occasion: .spent, bookCurrency: head.currency)
    try draft.leg(
      .debit, expenditure.account, fund: fund, expenditure.amount, book: book, tags: tags)
    try draft.leaving(
      expenditure.source, fund: fund, expenditure.amount, worth: book, carrying: carrying,
      tags: tags)

    var consequence = Consequence()
    try consequence.append(draft)
    let donor = state.map { self.donor(of: $0, at: expenditure.scope) }
    func spent(_ measure: PositionRow.Measure, _ amount: Money, _ book: Money) -> PositionRow {
      PositionRow(
        measure, day: fact.posted, scope: expenditure.scope, year: year,
        donor: donor, reference: expenditure.agreement, amount: amount, book: book)
    }
    consequence.positions.append(spent(.spent, expenditure.amount, book))
    if !cost.support.isZero {
      try consequence.append(
        try support(cost.support, fund: fund, tags: tags, on: fact.posted))
      consequence.positions.append(spent(.supported, cost.support, cost.support))
    }
    return consequence
  }

  /// What an expenditure costs, in the book currency.
  private struct Cost {
    let direct: Money
    let support: Money
    let gross: Money
  }

  /// - Throws: `sum-overflow`.
  private func cost(
    of state: AgreementState?, worth direct: Money, on day: CalendarDate
  ) throws(Fault) -> Cost {
    try refusing { () throws(MoneyError) in
      let support =
        try state?.supportRate(on: day)?.cost(beside: direct) ?? .zero(direct.currency)
      return Cost(direct: direct, support: support, gross: try direct.adding(support))
    }
  }

  /// What an expenditure takes from what is available in a fund: foreign cash takes what is carried for it, since what
  /// it is worth beside that on the day is a gain, or a loss, of the fund.
  private func burden(
    of expenditure: Expenditure, _ cost: Cost, on fund: FundCode
  ) throws(Fault) -> Money {
    let carrying = try carrying(
      of: expenditure.amount, in: expenditure.source, fund: fund, worth: cost.direct)
    return try refusing { () throws(MoneyError) in try carrying.adding(cost.support) }
  }

  private func support(
    _ cost: Money, fund: FundCode, tags: Posting.Tags, on day: CalendarDate
  ) throws(Fault) -> DraftEntry {
    var draft = DraftEntry(date: day, occasion: .supported, bookCurrency: head.currency)
    try draft.leg(.debit, .supportCost, fund: fund, cost, tags: tags)
    try draft.leg(.credit, .interfund, fund: fund, cost, tags: tags)
    try draft.leg(.debit, .interfund, fund: .general, cost, tags: tags)
    try draft.leg(.credit, .supportRecovered, fund: .general, cost, tags: tags)
    return draft
  }

  /// - Throws: `expenditure-account`, `account-undeclared`.
  private func requireExpense(_ account: AccountCode) throws(Fault) {
    guard account.type == .expense else { throw Fault(.expenditureAccount, account.text) }
    try requirePostable(account)
  }

  /// - Throws: `expenditure-source`, `account-undeclared`.
  private func requireSource(_ account: AccountCode) throws(Fault) {
    guard [.asset, .liability].contains(account.type), !account.isWithin(.receivable)
    else { throw Fault(.expenditureSource, account.text) }
    try requirePostable(account)
  }

  /// What the books carry for the money that leaves.
  ///
  /// An account that was overdrawn at a higher rate than it was filled at may be carried below zero
  /// until it is revalued; its average means nothing then, and the day's rate is taken.
  func carrying(
    of amount: Money, in account: AccountCode, fund: FundCode, worth book: Money
  ) throws(Fault) -> Money {
    let key = CashPosition.Key(account: account, fund: fund, currency: amount.currency)
    guard let held = cash[key], held.amount > 0, held.carryingBook >= 0 else { return book }
    let covered = min(amount.minorUnits, held.amount)
    let uncovered = amount.minorUnits - covered
    let coveredBook = Share.of(held.carryingBook, part: covered, whole: held.amount)
    let uncoveredBook = book.allocated(by: [covered, uncovered])[1]
    return try refusing { () throws(MoneyError) in
      try Money(minorUnits: coveredBook, of: head.currency).adding(uncoveredBook)
    }
  }
}
