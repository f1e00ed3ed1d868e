import Bookkeeping
import Funding
import Monetary

/// What donors owe in an area and what they paid, day by day, in minor units of the book currency: by the accounting
/// day, as the books hold it.
///
/// What was signed counts from the day on which the claim is in the books, whether or not the funding records
/// tell it by then. It is told by place and year at frozen rates, as what was received of it is. By how much the books
/// carry an agreement's claim at more or less, since it was raised, cut or settled in part at other rates, lies
/// where its money does, and so does by how much they took what was settled of it at more or less.
struct MonthlyClaims {
  /// What was signed of an agreement for a place and a year.
  private struct Signing {
    let day: CalendarDate
    let year: BudgetYear
    let isInside: Bool
    let book: Int128
  }

  fileprivate struct Change {
    let day: CalendarDate
    let book: Int128
  }

  private var signings: [Reference: [Signing]] = [:]
  /// What was moved into the area, or out of it.
  private var moves: [Reference: [Signing]] = [:]
  /// What the books took what was settled and not owed back at, beyond what was received.
  private var settlements: [Reference: [Change]] = [:]
  /// What the books carry for claims beyond what was signed and not received.
  private var differences: [Reference: [Change]] = [:]
  /// What entries by hand made of claims.
  private var entered: [Reference: [Change]] = [:]
  /// What they, and opening balances, made of the money that came.
  private var enteredMoney: [Reference: [Change]] = [:]
  /// What is owed under no agreement; only where the area has everything.
  private var untagged: [Change] = []

  /// Gathers the claims of the agreements that have money in the area.
  ///
  /// - Parameters:
  ///   - material: What the ledger had to say.
  ///   - isInside: Whether a posting is at a place inside the area where its agreement has money.
  init(_ material: MonthlyFunding.Material, isInside: (Posting) -> Bool) {
    let agreements = Set(material.rows.compactMap(\.reference))
    for entry in material.claims {
      for posting in entry.postings {
        guard let agreement = posting.tags.agreement else {
          if material.hasEverything, posting.account.isHeldClaim {
            untagged.append(Change(posting, on: entry.date))
          }
          continue
        }
        guard agreements.contains(agreement) else { continue }
        add(posting, of: agreement, in: entry, isInside: isInside)
      }
    }
    for entry in material.byHand {
      for posting in entry.postings where posting.account.isMoney {
        guard let agreement = posting.fund.agreement, agreements.contains(agreement)
        else { continue }
        enteredMoney[agreement, default: []].append(Change(posting, on: entry.date))
      }
    }
    for row in material.whole where row.measure == .received {
      guard let agreement = row.reference else { continue }
      let book = Int128(row.book.minorUnits)
      differences[agreement, default: []].append(Change(day: row.day, book: book))
      settlements[agreement, default: []].append(Change(day: row.day, book: -book))
    }
    for row in material.rows where row.measure == .allocated {
      guard let agreement = row.reference else { continue }
      moves[agreement, default: []].append(
        Signing(
          day: row.day, year: row.year, isInside: true, book: Int128(row.book.minorUnits)))
    }
  }

  private mutating func add(
    _ posting: Posting, of agreement: Reference, in entry: JournalEntry,
    isInside: (Posting) -> Bool
  ) {
    let change = Change(posting, on: entry.date)
    if posting.account.isHeldClaim {
      if [.entered, .opened].contains(entry.occasion) {
        entered[agreement, default: []].append(change)
      } else {
        differences[agreement, default: []].append(change)
        if entry.settles { settlements[agreement, default: []].append(change.opposite) }
      }
    } else if entry.isOfRefund, posting.account.isGivenBack {
      settlements[agreement, default: []].append(change.opposite)
    } else if posting.account == .signed, let year = posting.tags.year {
      // What is signed is a credit.
      signings[agreement, default: []].append(
        Signing(
          day: entry.date, year: year, isInside: isInside(posting), book: -change.book))
      differences[agreement, default: []].append(change)
    }
  }

  /// What was signed by a day, of a budget year or of all.
  func signed(by day: CalendarDate?, of year: BudgetYear?) -> Int128 {
    guard let day else { return 0 }
    return signings.values.joined().reduce(0) { sum, signing in
      signing.day <= day && signing.isInside && year.map { $0 == signing.year } ?? true
        ? sum + signing.book : sum
    }
  }

  /// By how much the books carried it at more, or less where negative, by a day.
  func exchange(by day: CalendarDate?, of year: BudgetYear?) -> Int128 {
    share(of: differences, by: day, of: year)
  }

  /// By how much the books took what was settled at more, or less where negative, by a day.
  func settlementExchange(by day: CalendarDate?, of year: BudgetYear?) -> Int128 {
    share(of: settlements, by: day, of: year)
  }

  /// What entries by hand and opening balances made of the money that came by a day.
  func enteredMoney(by day: CalendarDate?, of year: BudgetYear?) -> Int128 {
    share(of: enteredMoney, by: day, of: year)
  }

  /// What entries by hand made of it by a day, and what is owed under no agreement; that is of no year.
  func others(by day: CalendarDate?, of year: BudgetYear?) -> Int128 {
    guard let day else { return 0 }
    return share(of: entered, by: day, of: year) + (year == nil ? untagged.sum(by: day) : 0)
  }

  /// What changes come to by a day in the area: of each agreement as much as lies there of what was signed and not
  /// given up or, where that is nothing, as was signed for it there.
  private func share(
    of changes: [Reference: [Change]], by day: CalendarDate?, of year: BudgetYear?
  ) -> Int128 {
    guard let day else { return 0 }
    return changes.reduce(0) { sum, agreement in
      let whole = agreement.value.sum(by: day)
      guard whole != 0 else { return sum }
      let signed = (signings[agreement.key] ?? []).filter { $0.day <= day }
      let moved = (moves[agreement.key] ?? []).filter { $0.day <= day }
      func inside(_ signings: [Signing]) -> Int128 {
        signings.reduce(0) { sum, signing in
          signing.isInside && year.map { $0 == signing.year } ?? true ? sum + signing.book : sum
        }
      }
      let all = signed.reduce(0) { $0 + $1.book }
      guard all == 0 else {
        return sum + Rounding.halfEven.quotient(whole * inside(signed + moved), by: all)
      }
      let gained = signed.filter { $0.book > 0 }
      let most = gained.reduce(0) { $0 + $1.book }
      return most == 0
        ? sum : sum + Rounding.halfEven.quotient(whole * inside(gained), by: most)
    }
  }
}

extension MonthlyClaims.Change {
  /// What a posting debited.
  fileprivate init(_ posting: Posting, on day: CalendarDate) {
    self.init(day: day, book: posting.side.sign * Int128(posting.book.minorUnits))
  }
}

extension MonthlyClaims.Change {
  fileprivate var opposite: MonthlyClaims.Change { MonthlyClaims.Change(day: day, book: -book) }
}

extension JournalEntry {
  /// Whether it settles claims, or takes that back: it neither raises nor gives up what was promised.
  fileprivate var settles: Bool {
    !postings.contains { [.contributions, .deferred, .writeOffs].contains($0.account) }
  }

  /// Whether money is found to be owed back by it, or no longer.
  fileprivate var isOfRefund: Bool { postings.contains { $0.account == .refundsDue } }
}

extension [MonthlyClaims.Change] {
  fileprivate func sum(by day: CalendarDate) -> Int128 {
    reduce(0) { $1.day <= day ? $0 + $1.book : $0 }
  }
}

extension AccountCode {
  /// Whether it holds an agreement's money, or what is owed of that.
  fileprivate var isMoney: Bool {
    type == .asset && !isReceivable || type == .liability || self == .interfund
  }

  /// Whether it tells what is given back by a refund at the frozen rate.
  fileprivate var isGivenBack: Bool { self == .refunds || self == .deferred }

  /// Whether it holds what donors owe, at what it was taken in at.
  fileprivate var isHeldClaim: Bool { isReceivable && !isRevaluation }
}
