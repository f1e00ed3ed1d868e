public import Bookkeeping
public import Monetary

/// An agreement as it stands after the facts posted so far.
public struct AgreementState: Hashable, Sendable {
  /// As it was signed.
  public let agreement: Agreement
  /// When it ends and what falls due under it, as amended.
  public internal(set) var schedule: AgreementSchedule
  /// Where its money may be used unless a part says otherwise, as amended.
  public internal(set) var earmark: Earmark
  /// The day it was signed.
  public let signed: CalendarDate
  /// The accounting day from which its money is in the funding records.
  public let recorded: CalendarDate
  /// The rates of support cost, by the day since when each is agreed; none where it takes none.
  public internal(set) var support: [DatedSupportRate]
  /// What its amendments made of ceilings on scopes, by day.
  public internal(set) var limitChanges: [DatedLimitChanges] = []
  /// Its parts, in the order of its terms.
  public internal(set) var parts: [PartState]
  /// What was spent against it and its support cost, at the rates of the days, in minor units of the book
  /// currency.
  public internal(set) var spentBook: Int128 = 0
  /// What is owed to partners under obligations, at the rates of their days, in minor units of the book
  /// currency.
  public internal(set) var obligatedBook: Int128 = 0
  /// What of both is used at each line: an amendment may set a sub-limit on it later.
  var usedBookByLine: [ScopePath: Int128] = [:]
  /// Gains less losses on exchange that were realised, in minor units of the book currency.
  public internal(set) var realisedBook: Int128 = 0
  /// What was paid beyond what was owed, by the currency it came in, and not given back.
  public internal(set) var overpaid: [Currency: OverpaymentState] = [:]
  /// What its amendments are called.
  public internal(set) var amendments: Set<Reference> = []
  /// The reports that were delivered, by the facts that say so.
  public internal(set) var delivered: [FactID: ReportDuty] = [:]
  /// How many facts that are not reversed speak of it, itself not counted.
  public internal(set) var dependants: Int

  /// The fund its money is in: its own, or the general one where every part was unearmarked when it was signed; an
  /// amendment leaves it there.
  public let fund: FundCode

  /// The day from which all money of some parts, counted from 0, is in the funding records.
  func recorded(ofParts indices: some Sequence<Int>) -> CalendarDate {
    indices.reduce(recorded) { max($0, parts[$1].records.keys.max() ?? $0) }
  }

  /// What was spent and is owed to partners, in minor units of the book currency.
  var usedBook: Int128 { spentBook + obligatedBook }

  /// What is left to be settled, in the agreement's currency.
  public var open: Int64 { parts.reduce(0) { $0 + $1.open } }

  /// The agreement with what those movements that are its own make of its parts.
  func after(_ movements: [PartMovement]) -> AgreementState {
    var state = self
    for movement in movements where movement.agreement == agreement.reference {
      state.parts[movement.part - 1].add(movement)
    }
    return state
  }
}

/// One part of an agreement as it stands; amounts are minor units, of the agreement's currency
/// unless they say book.
public struct PartState: Hashable, Sendable {
  /// The budget year.
  public let year: BudgetYear
  /// Who gives it, as recorded.
  public let donor: DonorID
  /// Where the money may be used.
  public internal(set) var earmark: Earmark
  /// The lowest scope that contains all of those.
  public internal(set) var place: ScopePath
  /// Since when what was received lies there; it is not given back there before.
  var placed = CalendarDate.earliest
  /// Where it may be used, where the place does not tell.
  public internal(set) var reach: Reach?
  /// How much was agreed.
  public internal(set) var amount: Int64
  /// The same in the book currency at the rates of signing and raises: the frozen rate's other leg.
  public internal(set) var recordedBook: Int64
  /// What of that the funding records gained or, negative, lost, by the day from which they tell it.
  var records: [CalendarDate: Int64]
  /// What is still owed.
  public internal(set) var open: Int64
  /// What the books carry for it.
  public internal(set) var carryingBook: Int64
  /// The day before which none of it is revenue; nil where its year had begun when it was signed.
  public let releases: CalendarDate?
  /// What of it waits for a condition to be met, by condition.
  public internal(set) var unmet: [String: Int64] = [:]
  /// What is carried for it, not being revenue.
  public internal(set) var unmetBook: Int64 = 0
  /// What was given up of the claim.
  public internal(set) var writtenOff: Int64 = 0
  /// The same at the frozen rate.
  public internal(set) var writtenOffBook: Int64 = 0
  /// What was found to be owed back of what was settled.
  public internal(set) var refunded: Int64 = 0
  /// The same at the frozen rate.
  public internal(set) var refundedBook: Int64 = 0
  /// What was settled.
  public internal(set) var received: Int64
  /// The same at the frozen rate.
  public internal(set) var receivedBook: Int64
  /// What was moved to lines and lies there, by line.
  public internal(set) var allocated: [ScopePath: Int64]
  /// The same at the frozen rate.
  public internal(set) var allocatedBook: [ScopePath: Int64]
  /// What was taken into later years, by the line where it lies.
  public internal(set) var carried: [ScopePath: Int64] = [:]
  /// The same at the frozen rate.
  public internal(set) var carriedBook: [ScopePath: Int64] = [:]
  /// When it was received and moved.
  var flow = PartFlow()

  /// How narrowly the part is directed.
  public var category: EarmarkCategory { earmark.category }
}

extension PartState {
  /// A part for a year that holds nothing yet.
  init(
    year: BudgetYear, donor: DonorID, earmark: Earmark, place: ScopePath, reach: Reach?,
    releases: CalendarDate?
  ) {
    self.init(
      year: year, donor: donor, earmark: earmark, place: place, reach: reach, amount: 0,
      recordedBook: 0, records: [:], open: 0, carryingBook: 0, releases: releases, received: 0,
      receivedBook: 0, allocated: [:], allocatedBook: [:])
  }

  /// A part of the same year, donor and place as another that holds nothing yet.
  init(like part: PartState) {
    self.init(
      year: part.year, donor: part.donor, earmark: part.earmark, place: part.place,
      reach: part.reach, releases: part.releases)
    placed = part.placed
  }

  /// Lies where another does, under its earmark.
  mutating func lie(as part: PartState) {
    earmark = part.earmark
    place = part.place
    reach = part.reach
    placed = part.placed
  }
}

extension Book {
  /// The part that a movement is about; nil where it is not there, or not yet.
  func part(of movement: PartMovement) -> PartState? {
    guard let parts = agreements[movement.agreement]?.parts,
      parts.indices.contains(movement.part - 1)
    else { return nil }
    return parts[movement.part - 1]
  }
}

/// What a fact adds to one part of an agreement; a reversal adds the opposite.
struct PartMovement: Hashable, Sendable {
  let agreement: Reference
  /// Counted from 1.
  let part: Int
  /// Where the part lay when the fact was posted.
  var place: ScopePath?
  var amount: Int64 = 0
  var recordedBook: Int64 = 0
  /// The day from which the funding records tell that; nil where it is nothing.
  var recorded: CalendarDate?
  var open: Int64 = 0
  var carryingBook: Int64 = 0
  var unmet: [String: Int64] = [:]
  var unmetBook: Int64 = 0
  var writtenOff: Int64 = 0
  var writtenOffBook: Int64 = 0
  var refunded: Int64 = 0
  var refundedBook: Int64 = 0
  var received: Int64 = 0
  var receivedBook: Int64 = 0
  /// The place or line, the amount in the agreement's currency, the same at the frozen rate.
  var allocated: [Allocated] = []
  /// What was taken into a later year.
  var carried: Allocated?
  /// When money was received or moved; nil where it was neither.
  var event: PartFlow.Event?

  /// What a line gains or, negative, loses.
  struct Allocated: Hashable, Sendable {
    let scope: ScopePath
    let amount: Int64
    let book: Int64

    var opposite: Allocated { Allocated(scope: scope, amount: -amount, book: -book) }
  }

  /// The movement that takes this one back, on `day` or its own if that is later.
  func opposite(on day: CalendarDate) -> PartMovement {
    PartMovement(
      agreement: agreement, part: part, amount: -amount, recordedBook: -recordedBook,
      recorded: recorded.map { max($0, day) }, open: -open,
      carryingBook: -carryingBook, unmet: unmet.mapValues { -$0 }, unmetBook: -unmetBook,
      writtenOff: -writtenOff, writtenOffBook: -writtenOffBook, refunded: -refunded,
      refundedBook: -refundedBook, received: -received, receivedBook: -receivedBook,
      allocated: allocated.map(\.opposite), carried: carried?.opposite,
      event: event?.opposite(on: day))
  }
}

extension PartState {
  /// Adds a movement.
  mutating func add(_ movement: PartMovement) {
    amount += movement.amount
    recordedBook += movement.recordedBook
    if let day = movement.recorded { records[day, default: 0] += movement.recordedBook }
    open += movement.open
    carryingBook += movement.carryingBook
    for (condition, change) in movement.unmet {
      let left = unmet[condition, default: 0] + change
      unmet[condition] = left == 0 ? nil : left
    }
    unmetBook += movement.unmetBook
    writtenOff += movement.writtenOff
    writtenOffBook += movement.writtenOffBook
    refunded += movement.refunded
    refundedBook += movement.refundedBook
    received += movement.received
    receivedBook += movement.receivedBook
    for moved in movement.allocated {
      allocated[moved.scope, default: 0] += moved.amount
      allocatedBook[moved.scope, default: 0] += moved.book
    }
    if let moved = movement.carried {
      carried[moved.scope, default: 0] += moved.amount
      carriedBook[moved.scope, default: 0] += moved.book
    }
    if let event = movement.event { flow.add(event) }
  }
}
