import Bookkeeping
import Funding
import Monetary

/// By which rates of a table the amounts of entries were converted.
///
/// A rate is told only where an amount stands in the books at it: what is taken at what was carried for it,
/// or at what a bank made of it, is at none.
struct StatementRates {
  private var history: RateHistory
  private let currency: Currency
  private let known: Instant?
  private let unidentified: [Reference: [Fact]]
  /// All entries that may move the money up to the last day.
  private let items: [JournalListing.Item]
  /// What is open in foreign currencies at the end of a day.
  private var open: [CalendarDate: [OpenItem: Set<Currency>]] = [:]

  /// What a revaluation looks at by itself.
  private struct OpenItem: Hashable {
    let account: AccountCode
    let fund: FundCode
    let agreement: Reference?

    init(_ posting: Posting) {
      account = posting.account.revalued ?? posting.account
      fund = posting.fund
      agreement = account.isReceivable ? posting.tags.agreement : nil
    }
  }

  /// A day whose rate may have been taken, and what was known then.
  typealias Moment = (day: CalendarDate, known: Instant)

  /// Will tell the rates of entries into `currency`.
  ///
  /// - Parameters:
  ///   - history: The rates that may have been used.
  ///   - currency: The book currency.
  ///   - known: Up to when what replaced a rate counts; nil for all.
  ///   - unidentified: The facts by which money came that some entries match, by what it is called.
  ///   - items: All entries that may be open where an entry revalues; none where that is not asked.
  init(
    _ history: RateHistory, into currency: Currency, known: Instant?,
    unidentified: [Reference: [Fact]], items: [JournalListing.Item] = []
  ) {
    self.history = history
    self.currency = currency
    self.known = known
    self.unidentified = unidentified
    self.items = items
  }

  init(of material: FundStatement.Material) {
    self.init(
      material.rates, into: material.names.head.currency, known: material.known,
      unidentified: material.unidentified, items: material.items)
  }

  /// The rates by which an entry's amounts were converted, and their days; none for what was not.
  mutating func uses(by entry: StatementEntry) -> [RateUse] {
    var uses: Set<RateUse> = []
    if entry.movement == .revalued {
      for currency in open(in: entry) {
        uses.formUnion(self.uses(of: currency, at: (entry.origin.posted, entry.origin.entered)))
      }
    } else {
      for worth in entry.converted where worth.amount.currency != currency {
        let moments = moments(of: entry, paying: worth.amount)
        if let moment = moments.last(where: { isRated(worth, at: $0) }) {
          uses.formUnion(self.uses(of: worth.amount.currency, at: moment))
        }
      }
    }
    return uses.sorted()
  }

  /// The rates of a currency on a day, by what was known at an instant.
  mutating func uses(of currency: Currency, at moment: Moment) -> [RateUse] {
    history.rates(from: currency, to: self.currency, on: moment.day, known: moment.known).map {
      RateUse(of: $0, on: moment.day, isReplaced: history.isReplaced($0, known: known))
    }
  }

  /// Whether an amount stands in the books at the rate of a day; legs are rounded one by one.
  private mutating func isRated(_ worth: StatementEntry.Worth, at moment: Moment) -> Bool {
    guard
      let conversion = try? history.conversion(
        from: worth.amount.currency, to: currency, on: moment.day, known: moment.known),
      let book = try? conversion.converting(worth.amount)
    else { return false }
    return (Int128(book.minorUnits) - Int128(worth.book.minorUnits)).magnitude <= worth.legs
  }

  /// The days whose rate an amount of an entry may be at: that on which unidentified money came, or a
  /// refund was paid, else the fact's own.
  private func moments(of entry: StatementEntry, paying amount: Money) -> [Moment] {
    switch entry.origin.event {
    case .matched(let match):
      return unidentified[match.unidentified, default: []].map { ($0.date, $0.entered) }
    case .refund(let refund) where entry.movement == .refundPaid:
      return refund.payments.filter { $0.amount == amount }.map {
        ($0.date, entry.origin.entered)
      }
    default: return [(entry.origin.date, entry.origin.entered)]
    }
  }

  /// The foreign currencies of what an entry revalues.
  private mutating func open(in entry: StatementEntry) -> Set<Currency> {
    let open = open(on: entry.origin.posted)
    return entry.postings.filter(\.account.isRevaluation).reduce(into: []) {
      $0.formUnion(open[OpenItem($1)] ?? [])
    }
  }

  private mutating func open(on day: CalendarDate) -> [OpenItem: Set<Currency>] {
    if let known = open[day] { return known }
    var bags: [OpenItem: MoneyBag] = [:]
    for item in items where item.entry.date <= day {
      for posting in item.entry.postings
      where posting.amount.currency != currency && !posting.account.isRevaluation {
        posting.side == .debit
          ? bags[OpenItem(posting), default: MoneyBag()].add(posting.amount)
          : bags[OpenItem(posting), default: MoneyBag()].subtract(posting.amount)
      }
    }
    let found = bags.mapValues { Set($0.currencies) }
    open[day] = found
    return found
  }
}

extension StatementEntry {
  /// Postings that were converted together.
  struct Worth {
    /// What they post.
    let amount: Money
    /// The same in the book currency.
    let book: Money
    /// How many they are.
    let legs: Int
  }

  /// What it posts that may have been converted by a table's rate, each of one account and side.
  var converted: [Worth] {
    struct Group: Hashable {
      let side: Side
      let account: AccountCode?
      let currency: Currency
    }
    var groups: [Group: [Posting]] = [:]
    for posting in postings where isConverted(posting) {
      // A bank's charge is part of what arrived.
      let account = movement == .received ? nil : posting.account
      let group = Group(side: posting.side, account: account, currency: posting.amount.currency)
      groups[group, default: []].append(posting)
    }
    return groups.values.compactMap { postings in
      guard let first = postings.first,
        // Entries whose amounts cannot be counted were refused.
        let amount = try? Money(
          sum: postings.reduce(0) { $0 + Int128($1.amount.minorUnits) }, of: first.amount.currency),
        let book = try? Money(
          sum: postings.reduce(0) { $0 + Int128($1.book.minorUnits) }, of: first.book.currency)
      else { return nil }
      return Worth(amount: amount, book: book, legs: postings.count)
    }
  }

  private func isConverted(_ posting: Posting) -> Bool {
    let account = posting.account
    switch movement {
    // What settles, cuts or gives up a claim, and goods that are used, take what is carried.
    case .writtenOff, .supported, .used, .revalued: return false
    case .received: return account.isCash || account.isWithin(.bankCharges)
    case .agreed: return account.isReceivable
    case .amended: return account.isReceivable && (posting.side == .debit) != isReversal
    // An overpayment is given back at what is carried.
    case .refundDue:
      return account.isWithin(.refundsDue)
        && !postings.contains { $0.account.isWithin(.overpayments) }
    case .refundPaid: return account.isCash
    case .spent: return account.type == .expense && !account.isRealisedExchange
    // What is released takes what is carried.
    case .opened, .delivered, .other: return account != .exchange && !isRelease
    }
  }
}
