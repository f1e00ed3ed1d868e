import Bookkeeping
import Diagnostics
import Monetary

// What a cut, a write-off and a refund have in common: part of an agreement is given up. Of a cut and a
// write-off what was not revenue yet goes first (Dr liability:deferred at what is carried for it), what a
// condition waits for before what a year waits for; a refund is of what could be spent, and takes what a
// condition waits for last. The rest is debited to an account of each. The difference to what is
// credited goes through net-asset:exchange; and B-, see FundingRecords.
extension Book {
  /// Part of one part of an agreement, given up.
  struct GivenUp {
    /// The part, counted from 0.
    let index: Int
    /// In the agreement's currency.
    let amount: Int64
    /// What is credited for it, in minor units of the book currency.
    let creditBook: Int64
    /// What of it that was revenue is worth, were it all of it: what its account is debited by.
    let recognisedBook: Int64
    /// The same at the frozen rate.
    let frozenBook: Int64
    /// Whether what waits for a condition goes last.
    var sparesConditions = false
  }

  /// The accounts of what is given up.
  struct GivingUpAccounts {
    /// Debited by what was revenue.
    let recognised: AccountCode
    /// Credited by all of it.
    let credited: AccountCode
  }

  /// Adds the entry by which shares of an agreement are given up; movements take what deferred money
  /// of theirs it uses up.
  func giveUp(
    _ shares: [GivenUp], _ accounts: GivingUpAccounts, of state: AgreementState,
    on day: CalendarDate,
    as occasion: Occasion, movements: inout [PartMovement], into consequence: inout Consequence
  ) throws(Fault) {
    let currency = state.agreement.amount.currency
    var draft = DraftEntry(date: day, occasion: occasion, bookCurrency: head.currency)
    for (place, share) in shares.enumerated() {
      let part = state.parts[share.index]
      let tags = state.tags(ofPart: share.index)
      func leg(_ side: Side, _ account: AccountCode, _ amount: Int64, _ book: Int64) throws(Fault) {
        try draft.leg(
          side, account, fund: state.fund, Money(minorUnits: amount, of: currency),
          book: Money(minorUnits: book, of: head.currency), tags: tags)
      }
      let spared = share.sparesConditions ? part.unconditional : 0
      let conditional = part.conditional(max(0, share.amount - spared))
      let rest = share.amount - conditional.amount
      let restBook = Share.of(share.recognisedBook, part: rest, whole: share.amount)
      try leg(.debit, .deferred, conditional.amount, conditional.book)
      if part.isDeferred(on: day) {
        // Its release on the first day of its year is taken back in part.
        try leg(.debit, .deferred, rest, restBook)
        try consequence.append(
          try unrelease(rest, worth: restBook, ofPart: share.index, of: state))
      } else {
        try leg(.debit, accounts.recognised, rest, restBook)
      }
      let debitBook = conditional.book + restBook
      if debitBook != share.creditBook {
        try leg(.credit, .exchange, share.amount, debitBook)
        try leg(.debit, .exchange, share.amount, share.creditBook)
        try draft.exchangeDifference(
          debitBook - share.creditBook, fund: state.fund, direct: false, tags: tags)
      }
      try leg(.credit, accounts.credited, share.amount, share.creditBook)
      movements[place].unmet = conditional.changes
      movements[place].unmetBook = -conditional.book
    }
    try consequence.append(draft)
  }

  /// Adds B- for shares of an agreement that are given up by `fact`.
  ///
  /// - Throws: `place-exceeds` where too little of a part lies at its place: some was allocated.
  func takeFromRecords(
    _ shares: [GivenUp], of state: AgreementState, in fact: Fact, recorded: CalendarDate? = nil,
    into consequence: inout Consequence
  ) throws(Fault) {
    let day = max(
      recorded ?? fact.posted, fact.posted, state.recorded(ofParts: shares.map(\.index)))
    for share in shares { try requireLying(share.amount, ofPart: share.index, of: state) }
    let lost = shares.map {
      RecordShare(index: $0.index, amount: -$0.amount, book: -$0.frozenBook)
    }
    try enterRecords(lost, of: state, in: fact, recorded: day, into: &consequence)
  }

  /// - Throws: `place-exceeds` where less than `amount` of a part lies at its place: some was allocated.
  func requireLying(
    _ amount: Int64, ofPart index: Int, of state: AgreementState
  ) throws(Fault) {
    let part = state.parts[index]
    let lying = part.available(at: nil).amount
    guard amount <= lying else {
      let currency = state.agreement.amount.currency
      throw Fault(
        .placeExceeds, Money(minorUnits: amount, of: currency).description,
        Money(minorUnits: lying, of: currency).description, state.agreement.reference.text,
        part.place.text)
    }
  }

  /// - Throws: `amendment-date`.
  func require(_ fact: Fact, notBeforeSigning state: AgreementState) throws(Fault) {
    guard fact.date >= state.signed else {
      throw Fault(
        .amendmentDate, fact.date.description, state.agreement.reference.text,
        state.signed.description)
    }
  }

  /// The entry that takes the release of deferred money of a part back, on the first day of its year.
  func unrelease(
    _ amount: Int64, worth book: Int64, ofPart index: Int, of state: AgreementState
  ) throws(Fault) -> DraftEntry {
    let day = state.parts[index].releases ?? .latest
    var draft = DraftEntry(date: day, occasion: .released, bookCurrency: head.currency)
    let amount = Money(minorUnits: amount, of: state.agreement.amount.currency)
    let book = Money(minorUnits: book, of: head.currency)
    let tags = state.tags(ofPart: index)
    try draft.leg(.debit, .contributions, fund: state.fund, amount, book: book, tags: tags)
    try draft.leg(.credit, .deferred, fund: state.fund, amount, book: book, tags: tags)
    return draft
  }
}

extension PartState {
  /// What there is of it that waits for no condition.
  fileprivate var unconditional: Int64 { amount - writtenOff - refunded - unmetAmount }

  /// What of `amount` waits for conditions: how much, what is carried for it, and what that leaves.
  func conditional(_ amount: Int64) -> (amount: Int64, book: Int64, changes: [String: Int64]) {
    let waiting = unmetAmount
    let taken = min(amount, waiting)
    guard taken > 0 else { return (0, 0, [:]) }
    let names = unmet.keys.sorted()
    var left = taken
    var pool = waiting
    var changes: [String: Int64] = [:]
    for name in names {
      let whole = unmet[name] ?? 0
      let share = Share.of(left, part: whole, whole: pool)
      changes[name] = -share
      left -= share
      pool -= whole
    }
    return (taken, Share.of(unmetBook, part: taken, whole: waiting), changes)
  }

  /// What of the part's worth at the frozen rate goes with `amount` more of it being given up.
  func frozenGivenUp(_ amount: Int64) -> Int64 {
    let before = writtenOff + refunded
    return Share.of(recordedBook, part: before + amount, whole: self.amount)
      - Share.of(recordedBook, part: before, whole: self.amount)
  }
}

extension AgreementState {
  /// What `amount` takes of each part: the latest year first, inside a year by what there is of it.
  ///
  /// - Parameters:
  ///   - amount: In the agreement's currency.
  ///   - selector: The only parts it may be taken of; nil for any.
  ///   - available: What there is of a part.
  /// - Returns: The parts, counted from 0, and how much of each; nil where there is too little.
  /// - Throws: `part-unknown`.
  func taking(
    _ amount: Int64, of selector: PartSelector?, available: (PartState) -> Int64
  ) throws(Fault) -> [(index: Int, amount: Int64)]? {
    var left = amount
    var shares: [(index: Int, amount: Int64)] = []
    let selected = try indices(of: selector).filter { available(parts[$0]) > 0 }
    let byYear = Dictionary(grouping: selected) { parts[$0].year }
    for (_, inYear) in byYear.sorted(by: { $0.key > $1.key }) where left > 0 {
      let there = inYear.map { available(parts[$0]) }
      let taken = min(left, there.reduce(0, +))
      let split = Money(minorUnits: taken, of: agreement.amount.currency).allocated(by: there)
      for (index, share) in zip(inYear, split) where !share.isZero {
        shares.append((index, share.minorUnits))
      }
      left -= taken
    }
    return left == 0 ? shares : nil
  }
}
