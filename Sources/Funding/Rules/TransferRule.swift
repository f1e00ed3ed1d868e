import Bookkeeping
import Diagnostics
import Monetary

// What an amendment moves from part to part of an agreement keeps its worth, whatever the rate of the day.
// Dr asset:receivable of the part that gains, Cr asset:receivable of the part that loses, and
// Dr revenue:contributions of the part that loses, Cr revenue:contributions of the part that gains, at what
// the part that loses is carried at; what is not revenue yet of either: liability:deferred. What waits for a
// condition moves first and waits on, at what is carried for it. B- of the part that loses and B+ of the
// part that gains, at the frozen rate of the part that loses.
extension Book {
  /// Adds the entries, rows and movements by which money moves from part to part, one transfer after the
  /// other; the funding records tell it from `recorded`, or when they hold all of it.
  func move(
    _ transfers: [PartTransfer], of agreed: AgreementState, in fact: Fact, recorded: CalendarDate,
    into consequence: inout Consequence
  ) throws(Fault) {
    var state = agreed
    let day = max(recorded, state.recorded(ofParts: transfers.map(\.source)))
    var draft = DraftEntry(date: fact.posted, occasion: .amended, bookCurrency: head.currency)
    var shares: [RecordShare] = []
    for transfer in transfers {
      let moved = MovedMoney(transfer, of: state)
      try addLegs(of: moved, by: transfer, of: state, on: fact.posted, to: &draft)
      try moveRelease(of: moved, by: transfer, of: state, on: fact.posted, into: &consequence)
      let isNew = state.parts[transfer.target].amount == 0
      shares += [
        RecordShare(index: transfer.source, amount: -transfer.amount, book: -moved.frozenBook),
        RecordShare(
          index: transfer.target, amount: transfer.amount, book: moved.frozenBook,
          count: isNew ? 1 : 0),
      ]
      let movements = moved.movements(by: transfer, of: state.agreement.reference, recorded: day)
      state = state.after(movements)
      consequence.parts += movements
    }
    try consequence.append(draft)
    try enterRecords(shares, of: state, in: fact, recorded: day, into: &consequence)
  }

  private func addLegs(
    of moved: MovedMoney, by transfer: PartTransfer, of state: AgreementState,
    on day: CalendarDate, to draft: inout DraftEntry
  ) throws(Fault) {
    typealias Place = (account: AccountCode, part: Int)
    func legs(
      debit: Place, credit: Place, _ worth: (amount: Int64, book: Int64)
    ) throws(Fault) {
      for (side, place) in [(Side.debit, debit), (.credit, credit)] {
        try draft.leg(
          side, place.account, fund: state.fund,
          Money(minorUnits: worth.amount, of: state.agreement.amount.currency),
          book: Money(minorUnits: worth.book, of: head.currency),
          tags: state.tags(ofPart: place.part))
      }
    }
    func recognised(_ part: Int) -> AccountCode {
      state.parts[part].isDeferred(on: day) ? .deferred : .contributions
    }
    let (source, target) = (transfer.source, transfer.target)
    try legs(
      debit: (.receivable, target), credit: (.receivable, source),
      (transfer.amount, moved.carryingBook))
    try legs(debit: (.deferred, source), credit: (.deferred, target), moved.conditional)
    try legs(
      debit: (recognised(source), source), credit: (recognised(target), target), moved.rest)
  }

  /// What waits for a year alone is released when that of its new part begins, if it has not begun.
  private func moveRelease(
    of moved: MovedMoney, by transfer: PartTransfer, of state: AgreementState,
    on day: CalendarDate, into consequence: inout Consequence
  ) throws(Fault) {
    let (amount, book) = moved.rest
    if state.parts[transfer.source].isDeferred(on: day) {
      try consequence.append(
        try unrelease(amount, worth: book, ofPart: transfer.source, of: state))
    }
    if state.parts[transfer.target].isDeferred(on: day) {
      try release(
        amount, worth: book, ofPart: transfer.target, of: state, on: day, into: &consequence)
    }
  }
}

/// Money that moves from one part of an agreement to another.
struct PartTransfer: Hashable, Sendable {
  /// The part that loses it, counted from 0.
  let source: Int
  /// The part that gains it, counted from 0.
  let target: Int
  /// In the agreement's currency; positive.
  let amount: Int64
}

/// What a transfer takes along of the part that loses it; book amounts in minor units.
private struct MovedMoney {
  /// What is carried for it as owed.
  let carryingBook: Int64
  /// The same at the frozen rate.
  let frozenBook: Int64
  /// What of it waits for conditions, and what is carried for that.
  let conditional: (amount: Int64, book: Int64)
  /// What of it waits for none, and the same.
  let rest: (amount: Int64, book: Int64)
  /// What waits for each condition in the part that gains it.
  private let unmet: [String: Int64]

  /// - Precondition: That much is open of the part that loses it.
  init(_ transfer: PartTransfer, of state: AgreementState) {
    let part = state.parts[transfer.source]
    let amount = transfer.amount
    carryingBook = Share.of(part.carryingBook, part: amount, whole: part.open)
    frozenBook = Share.of(part.recordedBook, part: amount, whole: part.amount)
    let waiting = part.conditional(amount)
    conditional = (waiting.amount, waiting.book)
    unmet = waiting.changes.mapValues { -$0 }
    let left = amount - waiting.amount
    rest = (left, Share.of(carryingBook, part: left, whole: amount))
  }

  func movements(
    by transfer: PartTransfer, of agreement: Reference, recorded day: CalendarDate
  ) -> [PartMovement] {
    let gained = PartMovement(
      agreement: agreement, part: transfer.target + 1, amount: transfer.amount,
      recordedBook: frozenBook, recorded: day, open: transfer.amount, carryingBook: carryingBook,
      unmet: unmet, unmetBook: conditional.book)
    let lost = PartMovement(
      agreement: agreement, part: transfer.source + 1, amount: -transfer.amount,
      recordedBook: -frozenBook, recorded: day, open: -transfer.amount,
      carryingBook: -carryingBook, unmet: unmet.mapValues { -$0 }, unmetBook: -conditional.book)
    return [lost, gained]
  }
}

/// What a part of an agreement gains or, negative, loses by an amendment; in the agreement's currency.
struct PartGain: Hashable, Sendable {
  /// The part, counted from 0.
  let index: Int
  var amount: Int64
}

/// What parts gain and lose, told apart: only a net gain is new, and only a net loss is given up.
struct DividedGains {
  /// What moves from part to part: of each donor among its own parts, then of one donor to another.
  private(set) var transfers: [PartTransfer] = []
  /// What is left, in the order of the gains: all of it new or, negative, all of it given up.
  private(set) var rest: [PartGain]

  /// Divides what the parts of an agreement gain and lose.
  ///
  /// What moves is spread over the parts that gain by what they gain, and over those that lose likewise.
  /// - Precondition: No part loses more than is open of it.
  init(_ gains: [PartGain], of state: AgreementState) {
    rest = gains
    let donors = gains.map { state.parts[$0.index].donor }
    let currency = state.agreement.amount.currency
    for donor in donors.distinct {
      move(among: gains.indices.filter { donors[$0] == donor }, in: currency)
    }
    move(among: Array(gains.indices), in: currency)
    rest.removeAll { $0.amount == 0 }
  }

  private mutating func move(among places: [Int], in currency: Currency) {
    let gaining = places.filter { rest[$0].amount > 0 }
    let losing = places.filter { rest[$0].amount < 0 }
    let sums = [gaining, losing].map { places in
      places.reduce(UInt128(0)) { $0 + Int128(rest[$1].amount).magnitude }
    }
    // What is lost was open, and is counted in 64 bits.
    let moved = Money(minorUnits: Int64(sums.min() ?? 0), of: currency)
    guard moved.isPositive else { return }
    func shares(of places: [Int]) -> [Int64] {
      moved.allocated(by: places.map { abs(rest[$0].amount) }).map(\.minorUnits)
    }
    var given = shares(of: losing)
    for (target, share) in zip(gaining, shares(of: gaining)) {
      var wanted = share
      for (place, source) in losing.enumerated() where min(wanted, given[place]) > 0 {
        let amount = min(wanted, given[place])
        wanted -= amount
        given[place] -= amount
        rest[source].amount += amount
        rest[target].amount -= amount
        transfers.append(
          PartTransfer(source: rest[source].index, target: rest[target].index, amount: amount))
      }
    }
  }
}
