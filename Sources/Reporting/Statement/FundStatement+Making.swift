import Bookkeeping
import Funding
public import Monetary

extension FundStatement {
  /// States `material` over a period.
  /// - Throws: `.sumOverflow` where a sum is beyond what can be counted.
  public init(_ material: Material, over period: StatementPeriod) throws(MoneyError) {
    let currency = material.names.head.currency
    let terms = try AgreementTerms(material.facts)
    let earlier = material.entries.filter { period.isAfter($0.item.entry.date) }
    let entries = material.entries.filter { !period.isAfter($0.item.entry.date) }
    var rates = StatementRates(of: material)
    let details = StatementDetails(
      terms: terms, entries: entries, all: material.entries, period: period, names: material.names)
    owner = material.owner
    self.terms = terms
    self.entries = entries
    receivable =
      try terms.map { terms throws(MoneyError) in
        try StatementLine.receivable(
          of: entries, after: earlier, agreed: terms.agreement.amount.currency, in: currency)
      } ?? []
    shares = try DonorShare.all(of: material, terms, over: period)
    unspent = try StatementLine.unspent(
      of: entries, after: earlier, owner: material.owner, in: currency)
    goods = try StatementLine.goods(of: entries, after: earlier, in: currency)
    available = try material.available.map { left throws(MoneyError) in
      let spendable = terms?.schedule.spendable(of: left, on: period.to)
      return try Money(sum: spendable ?? left, of: currency)
    }
    let isOver = terms?.schedule.isOver(on: period.to) ?? false
    var held = HeldMoney()
    for posting in material.entries.flatMap(\.postings) { held.add(posting) }
    owedBack = try terms.map { _ throws(MoneyError) in
      try OwedBack(held, isOver: isOver, in: currency)
    }
    overspent =
      isOver && held.unspent < 0 ? try Money(sum: -held.unspent, of: currency) : nil
    conditions = material.conditions
    commitments = try details.commitments()
    instalments = try details.instalments()
    receipts = try details.receipts(by: &rates)
    refunds = try details.refunds(by: &rates)
    writeOffs = try details.writeOffs()
    exchange = try details.exchange()
    support = try details.support()
    spending = try details.spending()
    duties = terms?.duties ?? []
    others = try details.others()
    lateFacts = try details.lateFacts()
    rateUses = details.rateUses(by: &rates)
    balances = try Self.balances(of: material.entries, in: currency)
    translation = try Self.translation(of: material, terms, in: currency)
  }

  private static func balances(
    of entries: [StatementEntry], in currency: Currency
  ) throws(MoneyError) -> [AccountLine] {
    var sums: [AccountCode: Int128] = [:]
    for posting in entries.flatMap(\.postings) {
      sums[posting.account, default: 0] += posting.side.sign * Int128(posting.book.minorUnits)
    }
    var lines: [AccountLine] = []
    for (account, sum) in sums where sum != 0 {
      lines.append(AccountLine(account: account, balance: try Money(sum: sum, of: currency)))
    }
    return lines.sorted { TrialBalance.precedes($0.account.text, $1.account.text) }
  }

  private static func translation(
    of material: Material, _ terms: AgreementTerms?, in currency: Currency
  ) throws(MoneyError) -> StatementTranslation? {
    switch material.display {
    case .book: return nil
    case .rate(let conversion, let date):
      return conversion.to == currency ? nil : .rate(conversion, on: date)
    case .donor:
      guard let agreed = terms?.agreement.amount.currency, agreed != currency else { return nil }
      let claims = material.entries.filter { [.agreed, .amended].contains($0.movement) }
      let received = material.entries.of(.received)
      let isReceived = received.sum { $0.settled(in: agreed) } > 0
      let source = isReceived ? received : claims
      let whole = isReceived ? received.sum(\.gross) : claims.sum { $0.book(\.isReceivable) }
      let amount =
        isReceived
        ? received.sum { $0.settled(in: agreed) }
        : source.sum { $0.amount(in: agreed, \.isReceivable) }
      guard amount > 0, whole > 0 else { return nil }
      return .average(
        try Money(sum: amount, of: agreed), for: try Money(sum: whole, of: currency),
        of: isReceived ? .receipts : .agreement)
    }
  }
}

extension StatementEntry {
  /// What it settles of what is owed, in the agreement's currency.
  func settled(in agreed: Currency) -> Int128 {
    -amount(in: agreed) { $0.isReceivable && !$0.isRevaluation }
  }

  /// What a receipt comes to in the book currency, the bank's charge with it.
  var gross: Int128 { book(\.holdsUnspent) + book { $0.isWithin(.bankCharges) } }
}
