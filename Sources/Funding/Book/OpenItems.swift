public import Bookkeeping
public import Diagnostics
public import Monetary

/// What is open in foreign currencies, item by item: cash, what is owed to the ledger and what it owes.
///
/// It is folded from entries, in any order. Debits count up, credits down. What is deferred, and goods, are no
/// money that is open.
public struct OpenItems: Sendable {
  /// Which item: an account in a fund; what donors owe by agreement too.
  public struct Key: Hashable, Comparable, Sendable {
    /// The account.
    public let account: AccountCode
    /// The fund.
    public let fund: FundCode
    /// The agreement of a receivable; nil for all else.
    public let agreement: Reference?

    /// Orders by account, fund and agreement.
    public static func < (left: Key, right: Key) -> Bool {
      (left.account, left.fund, left.agreement?.text ?? "")
        < (right.account, right.fund, right.agreement?.text ?? "")
    }
  }

  /// One item in one currency, or what it was revalued by already.
  public struct Line: Hashable, Sendable {
    /// Which item.
    public let key: Key
    /// What is open, signed; nil for what the item was revalued by already.
    public let amount: Money?
    /// What the books carry for it, in the book currency.
    public let carrying: Money
    /// By which rates it is taken; none where nothing is open.
    public let rates: [ExchangeRate]
    /// What it is worth by them, in the book currency.
    public let value: Money
    /// By how much more it is worth than is carried; of what is owed to others, more is a loss.
    public let difference: Money
  }

  fileprivate struct Item {
    /// In minor units.
    var amounts: [Currency: (amount: Int128, carryingBook: Int128)] = [:]
    /// In minor units of the book currency.
    var revaluedBook = Int128(0)
  }

  private let book: Currency
  private var items: [Key: Item] = [:]

  /// Nothing that is open, in books kept in a currency.
  public init(in book: Currency) { self.book = book }

  /// Takes in what an entry posts.
  public mutating func add(_ entry: JournalEntry) {
    for posting in entry.postings {
      let account = posting.account.revalued ?? posting.account
      guard account.isMonetary else { continue }
      let isRevaluation = account != posting.account
      guard isRevaluation || posting.amount.currency != book else { continue }
      let key = Key(
        account: account, fund: posting.fund,
        agreement: account.isWithin(.receivable) ? posting.tags.agreement : nil)
      items[key, default: Item()].add(posting, isRevaluation: isRevaluation)
    }
  }

  /// The currencies in which something is open.
  public var currencies: Set<Currency> {
    Set(items.values.flatMap { $0.amounts.filter { $0.value.amount != 0 }.keys })
  }

  /// The lines of each item, in order, taken by `conversions`.
  /// - Precondition: There is one of each of ``currencies``.
  /// - Throws: `sum-overflow`.
  /// - Complexity: O(*n* log *n*) in the items.
  public func lines(by conversions: [Currency: Conversion]) throws(Fault) -> [Line] {
    var lines: [Line] = []
    for (key, item) in items.sorted(by: { $0.key < $1.key }) {
      for (currency, open) in item.amounts.sorted(by: { $0.key < $1.key })
      where open.amount != 0 || open.carryingBook != 0 {
        lines.append(try line(of: key, open, in: currency, by: conversions[currency]))
      }
      guard item.revaluedBook != 0 else { continue }
      lines.append(
        try line(of: key, nil, carrying: item.revaluedBook, worth: 0))
    }
    return lines
  }

  private func line(
    of key: Key, _ open: (amount: Int128, carryingBook: Int128), in currency: Currency,
    by conversion: Conversion?
  ) throws(Fault) -> Line {
    guard let size = Int64(exactly: abs(open.amount)) else { throw Self.overflow(in: currency) }
    guard size != 0 else {
      return try line(of: key, .zero(currency), carrying: open.carryingBook, worth: 0)
    }
    guard let conversion else { preconditionFailure("a conversion of what is open") }
    let worth = try refusing { () throws(MoneyError) in
      try conversion.converting(Money(minorUnits: size, of: currency))
    }
    let sign = open.amount.signum()
    return try line(
      of: key, Money(minorUnits: size * Int64(sign), of: currency), carrying: open.carryingBook,
      by: conversion.rates, worth: Int128(worth.minorUnits) * sign)
  }

  private func line(
    of key: Key, _ amount: Money?, carrying: Int128, by rates: [ExchangeRate] = [], worth: Int128
  ) throws(Fault) -> Line {
    guard let carried = Int64(exactly: carrying), let value = Int64(exactly: worth),
      let gain = Int64(exactly: worth - carrying), gain > .min
    else { throw Self.overflow(in: book) }
    return Line(
      key: key, amount: amount, carrying: Money(minorUnits: carried, of: book), rates: rates,
      value: Money(minorUnits: value, of: book), difference: Money(minorUnits: gain, of: book))
  }

  private static func overflow(in currency: Currency) -> Fault {
    Fault(.sumOverflow, "what is open in \(currency.code)")
  }
}

extension OpenItems.Item {
  fileprivate mutating func add(_ posting: Posting, isRevaluation: Bool) {
    let sign = Int128(posting.side.sign)
    let book = sign * Int128(posting.book.minorUnits)
    guard !isRevaluation else {
      revaluedBook += book
      return
    }
    let open = amounts[posting.amount.currency] ?? (0, 0)
    amounts[posting.amount.currency] = (
      open.amount + sign * Int128(posting.amount.minorUnits), open.carryingBook + book
    )
  }
}

extension [OpenItems.Line] {
  /// What each item gains, or loses where negative, in minor units of the book currency; those that do
  /// neither are left out.
  public var gains: [(key: OpenItems.Key, gain: Int128)] {
    var gains: [OpenItems.Key: Int128] = [:]
    for line in self { gains[line.key, default: 0] += Int128(line.difference.minorUnits) }
    return gains.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { (key: $0.key, gain: $0.value) }
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
