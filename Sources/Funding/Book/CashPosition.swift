public import Bookkeeping
import Diagnostics
public import Monetary

/// What a cash account holds in a foreign currency, or a store of goods in any, and what the books carry
/// for it.
public struct CashPosition: Hashable, Sendable {
  /// Which money it is.
  public struct Key: Hashable, Sendable {
    /// An asset account other than receivables.
    public let account: AccountCode
    /// The fund it belongs to.
    public let fund: FundCode
    /// The currency it is in; the book's for goods only.
    public let currency: Currency

    /// Makes a key.
    public init(account: AccountCode, fund: FundCode, currency: Currency) {
      self.account = account
      self.fund = fund
      self.currency = currency
    }
  }

  /// In minor units of its currency; negative where more was paid than was there.
  public internal(set) var amount: Int64 = 0
  /// In minor units of the book currency.
  public internal(set) var carryingBook: Int64 = 0
  /// What goods came and, negative, went, by day; of cash nothing is kept.
  var goods: [CalendarDate: Int64] = [:]
}

extension Book {
  /// What the foreign cash accounts and the stores of goods that a consequence posts to hold after it.
  ///
  /// That it can be counted is what ``turnover(after:ofFactOf:)`` has seen.
  func cash(after consequence: Consequence) -> [CashPosition.Key: CashPosition] {
    var changed: [CashPosition.Key: CashPosition] = [:]
    for entry in consequence.entries {
      for posting in entry.postings
      where isCarried(posting.amount.currency, in: posting.account) {
        let key = CashPosition.Key(
          account: posting.account, fund: posting.fund, currency: posting.amount.currency)
        var position = changed[key] ?? cash[key] ?? CashPosition()
        position.add(posting, on: entry.date)
        changed[key] = position
      }
    }
    return changed
  }
}

extension CashPosition {
  /// Adds what a posting brings or takes away.
  fileprivate mutating func add(_ posting: Posting, on day: CalendarDate) {
    let change = Int64(posting.side.sign) * posting.amount.minorUnits
    amount += change
    if posting.account.isWithin(.inventory) { goods[day, default: 0] += change }
    carryingBook += Int64(posting.side.sign) * posting.book.minorUnits
  }

  /// What `entries` leave of the money that `key` tells.
  public init(of key: Key, after entries: [JournalEntry]) {
    for entry in entries {
      for posting in entry.postings
      where posting.account == key.account && posting.fund == key.fund
        && posting.amount.currency == key.currency
      { add(posting, on: entry.date) }
    }
  }
}

extension Book {
  /// Whether it matters what is carried for money of a currency in an account.
  private func isCarried(_ currency: Currency, in account: AccountCode) -> Bool {
    account.type == .asset && !account.isWithin(.receivable)
      && (currency != head.currency || account.isWithin(.inventory))
  }

  /// The foreign cash, or the goods, that a fact takes: what its rule must know of.
  public func cashPaid(by fact: Fact) -> [CashPosition.Key] {
    let paid: [(AccountCode, FundCode, Currency)] =
      switch fact.event {
      case .expenditure(let expenditure):
        [
          (
            expenditure.source, fund(of: expenditure.agreement), expenditure.amount.currency
          )
        ]
      case .refund(let refund):
        refund.payments.map { ($0.account, fund(of: refund.agreement), $0.amount.currency) }
      case .matched(let match):
        unapplied[match.unidentified].map { [($0.account, .general, $0.currency)] } ?? []
      case .inKindUsed(let use):
        [(.inventory, fund(of: use.agreement), use.amount.currency)]
      default: []
      }
    return paid.compactMap { account, fund, currency in
      guard isCarried(currency, in: account) else { return nil }
      return CashPosition.Key(account: account, fund: fund, currency: currency)
    }
  }

  private func fund(of agreement: Reference?) -> FundCode {
    agreement.flatMap { agreements[$0]?.fund } ?? .general
  }

  /// Takes what a cash account holds on trust, where the facts that made it are not in this book.
  public mutating func assume(_ position: CashPosition, for key: CashPosition.Key) {
    cash[key] = position
  }
}
