import Bookkeeping
import Diagnostics
import Monetary

// An amendment. What it moves from part to part keeps its worth, see TransferRule; what is left of it is new
// or given up. A raise: as signed, at its own date's rate, and as recorded. A cut:
// Dr revenue:contributions (what is not revenue yet: liability:deferred), Cr asset:receivable at what is
// carried; B- at the frozen rate. Another earmark: B- at the old place, B+ at the new one. A new last day,
// a new rate of support cost, other limits, instalments and reports post nothing. It is undone by another amendment only.
extension Book {
  /// What an amendment comes to.
  func consequence(
    of amendment: Amendment, in fact: Fact, passing checks: inout Checks
  ) -> Consequence? {
    for earmark in ([amendment.earmark] + amendment.parts.map(\.earmark)).compactMap(\.self) {
      check(earmark, passing: &checks)
    }
    for donor in amendment.donors { checks.run(try donors.require(donor)) }
    checks.run(try requireRecorded(amendment.recorded, from: fact.date))
    guard let reference = checks.value(try amended(by: amendment)),
      let state = checks.value(try agreement(reference))
    else { return nil }
    check(amendment, of: state, on: fact, passing: &checks)
    guard checks.passed else { return nil }
    return checks.value(try consequence(of: amendment, of: state, in: fact))
  }

  private func consequence(
    of amendment: Amendment, of agreed: AgreementState, in fact: Fact
  ) throws(Fault) -> Consequence {
    var state = agreed
    let recorded = max(fact.inRecords, state.recorded)
    var consequence = Consequence()
    if let earmark = amendment.earmark {
      let moved = try moving(state, to: earmark, in: fact, recorded: recorded, &consequence)
      state = moved
    }
    let changes = try changes(by: amendment, of: state)
    try addParts(for: changes, to: &state, by: amendment, in: fact)
    try change(
      state, by: try gains(by: changes), in: fact, recorded: recorded, into: &consequence)
    consequence.amendment = AgreementAmendment(
      agreement: state.agreement.reference, dated: fact.date, stated: amendment,
      parts: state.parts,
      support: amendment.support.map { DatedSupportRate(since: fact.date, rate: $0) })
    return consequence
  }

  /// Adds what parts of an agreement gain and lose: what is given up first, since that is what is not revenue
  /// yet; then what moves, and what is new.
  /// - Throws: `amendment-cut`, `place-exceeds`, `amendment-spent`.
  private func change(
    _ state: AgreementState, by gains: [PartGain], in fact: Fact, recorded: CalendarDate,
    into consequence: inout Consequence
  ) throws(Fault) {
    for gain in gains where gain.amount < 0 {
      let lost = Int64(clamping: gain.amount.magnitude)
      try requireOpen(lost, ofPart: gain.index, of: state)
      try requireLying(lost, ofPart: gain.index, of: state)
    }
    let divided = DividedGains(gains, of: state)
    let cut = divided.rest.filter { $0.amount < 0 }
    if !cut.isEmpty {
      try self.cut(state, by: cut, in: fact, recorded: recorded, into: &consequence)
      try requireSpent(of: state, after: consequence.parts, from: recorded)
    }
    if !divided.transfers.isEmpty {
      try move(
        divided.transfers, of: state.after(consequence.parts), in: fact, recorded: recorded,
        into: &consequence)
    }
    let raised = divided.rest.filter { $0.amount > 0 }
    if !raised.isEmpty {
      try raise(
        state.after(consequence.parts), by: raised, in: fact, recorded: recorded,
        into: &consequence)
    }
  }

  /// What each part gains or loses altogether, in the order in which they are named first.
  private func gains(by changes: [PartChange]) throws(Fault) -> [PartGain] {
    var sums: [(index: Int, amount: Money)] = []
    for change in changes {
      guard let place = sums.firstIndex(where: { $0.index == change.index }) else {
        sums.append((change.index, change.part.amount))
        continue
      }
      sums[place].amount = try refusing { () throws(MoneyError) in
        try sums[place].amount.adding(change.part.amount)
      }
    }
    return sums.filter { !$0.amount.isZero }.map {
      PartGain(index: $0.index, amount: $0.amount.minorUnits)
    }
  }

  /// What an amendment adds to one part, negative where it is cut; in the agreement's currency.
  private struct PartChange {
    let index: Int
    /// What a part that is new is made of.
    let part: AgreementPart
  }

  /// The agreement that an amendment's reference belongs to: the longest declared one before a slash.
  private func amended(by amendment: Amendment) throws(Fault) -> Reference {
    guard agreements[amendment.reference] == nil else {
      throw Fault(.amendmentName, amendment.reference.text)
    }
    try requireUnused(amendment.reference)
    for prefix in amendment.reference.prefixes where agreements[prefix] != nil { return prefix }
    throw Fault(.amendmentAgreement, amendment.reference.text)
  }

  /// Checks its dates and currencies and, where it is counted in the agreement's, its parts.
  private func check(
    _ amendment: Amendment, of state: AgreementState, on fact: Fact, passing checks: inout Checks
  ) {
    checks.run(try require(fact, notBeforeSigning: state))
    checks.run(try requireOrder(from: state.agreement.starts ?? state.signed, to: amendment.ends))
    let agreed = state.agreement.amount.currency
    let isDivided = check(amendment.parts.map(\.amount), areIn: agreed, passing: &checks)
    let isChanged = check(
      [amendment.amount].compactMap(\.self), areIn: agreed, passing: &checks)
    let isDue = check(amendment.instalments.map(\.amount), areIn: agreed, passing: &checks)
    for limit in amendment.limits {
      checks.run(try programme.require(limit.scope))
      if let amount = limit.amount { checks.run(try require(amount.currency, is: agreed)) }
    }
    if isDivided, isChanged { _ = checks.value(try changes(by: amendment, of: state)) }
    guard isChanged, isDue else { return }
    check(scheduleOf: state, amendedBy: amendment, passing: &checks)
  }

  /// Checks that the instalments it states and those received in full sum to what is agreed now, and that
  /// no report is owed twice.
  private func check(
    scheduleOf state: AgreementState, amendedBy amendment: Amendment, passing checks: inout Checks
  ) {
    var schedule = state.schedule
    let isSum = checks.run(
      try refusing { () throws(MoneyError) in
        try schedule.amend(by: amendment, delivered: state.delivered.values)
      })
    guard isSum else { return }
    let fault = schedule.fault(
      ofInstalmentsIn: amendment, of: state.agreement.reference, after: state.schedule,
      settled: state.parts.reduce(0) { $0 + $1.received })
    if let fault { checks.note(fault) }
    for report in schedule.reports.repeated {
      checks.note(Fault(.reportDuplicate, report.description))
    }
  }

  /// What each part gains or loses; a part that is new gets the next index.
  /// - Throws: `amendment-parts` where several parts are not told apart, or do not sum to the amount.
  private func changes(
    by amendment: Amendment, of state: AgreementState
  ) throws(Fault) -> [PartChange] {
    let reference = amendment.reference.text
    guard !amendment.parts.isEmpty else {
      guard let amount = amendment.amount, !amount.isZero else { return [] }
      guard state.parts.count == 1 else { throw Fault(.amendmentParts, reference) }
      return [
        PartChange(index: 0, part: AgreementPart(year: state.parts[0].year, amount: amount))
      ]
    }
    let sum = amendment.parts.reduce(Int128(0)) { $0 + Int128($1.amount.minorUnits) }
    guard sum == Int128(amendment.amount?.minorUnits ?? 0) else {
      throw Fault(.amendmentParts, reference)
    }
    var next = state.parts.count
    var changes: [PartChange] = []
    for part in amendment.parts where !part.amount.isZero {
      let known = state.parts.indices.filter { index in
        state.parts[index].year == part.year
          && (part.earmark.map { $0 == state.parts[index].earmark } ?? true)
          && (part.donor.map { $0 == state.parts[index].donor } ?? true)
      }
      guard known.count <= 1 else { throw Fault(.amendmentParts, reference) }
      let index = known.first ?? next
      if known.isEmpty { next += 1 }
      changes.append(PartChange(index: index, part: part))
    }
    return changes
  }

  /// Adds empty parts for years, earmarks and donors that the agreement had none of.
  private func addParts(
    for changes: [PartChange], to state: inout AgreementState, by amendment: Amendment,
    in fact: Fact
  ) throws(Fault) {
    for change in changes where change.index >= state.parts.count {
      let earmark = change.part.earmark ?? state.earmark
      let year = change.part.year
      state.parts.append(
        PartState(
          year: year, donor: state.agreement.donor(of: change.part), earmark: earmark,
          place: try programme.place(of: earmark),
          reach: try programme.reach(of: earmark),
          releases: releaseDay(ofYear: year, in: state.agreement, signed: fact.date)))
    }
  }

  private func raise(
    _ state: AgreementState, by changes: [PartGain], in fact: Fact, recorded: CalendarDate,
    into consequence: inout Consequence
  ) throws(Fault) {
    let currency = state.agreement.amount.currency
    let total = try refusing { () throws(MoneyError) in
      try MoneyBag(changes.map { Money(minorUnits: $0.amount, of: currency) }).amount(in: currency)
    }
    let books = try worth(total, on: fact.date).allocated(by: changes.map(\.amount))
    let promises = zip(changes, books).map { change, book in
      Promised(
        share: RecordShare(
          index: change.index, amount: change.amount, book: book.minorUnits,
          count: state.parts[change.index].amount == 0 ? 1 : 0))
    }
    try promise(
      promises, of: state, in: fact, as: .amended, recorded: recorded, into: &consequence)
    consequence.parts += promises.map { promised in
      let share = promised.share
      return PartMovement(
        agreement: state.agreement.reference, part: share.index + 1, amount: share.amount,
        recordedBook: share.book, recorded: recorded, open: share.amount, carryingBook: share.book)
    }
  }

  private func cut(
    _ state: AgreementState, by changes: [PartGain], in fact: Fact, recorded: CalendarDate,
    into consequence: inout Consequence
  ) throws(Fault) {
    let shares = changes.map { change in
      let amount = -change.amount
      let part = state.parts[change.index]
      let carrying = Share.of(part.carryingBook, part: amount, whole: part.open)
      return GivenUp(
        index: change.index, amount: amount, creditBook: carrying, recognisedBook: carrying,
        frozenBook: Share.of(part.recordedBook, part: amount, whole: part.amount))
    }
    let day = max(recorded, state.recorded(ofParts: shares.map(\.index)))
    var movements = shares.map { share in
      PartMovement(
        agreement: state.agreement.reference, part: share.index + 1, amount: -share.amount,
        recordedBook: -share.frozenBook, recorded: day, open: -share.amount,
        carryingBook: -share.creditBook)
    }
    try giveUp(
      shares, GivingUpAccounts(recognised: .contributions, credited: .receivable), of: state,
      on: fact.posted, as: .amended, movements: &movements, into: &consequence)
    try takeFromRecords(shares, of: state, in: fact, recorded: day, into: &consequence)
    consequence.parts += movements
  }

  /// - Throws: `amendment-cut` where less than `amount` of a part is open: the rest was received.
  private func requireOpen(
    _ amount: Int64, ofPart index: Int, of state: AgreementState
  ) throws(Fault) {
    let open = state.parts[index].open
    guard amount <= open else {
      let currency = state.agreement.amount.currency
      throw Fault(
        .amendmentCut, Money(minorUnits: amount, of: currency).description,
        Money(minorUnits: open, of: currency).description, state.agreement.reference.text)
    }
  }

  /// - Throws: `amendment-spent` where the movements leave less than was spent and is owed to partners, and
  ///   less than was left before.
  private func requireSpent(
    of state: AgreementState, after movements: [PartMovement], from day: CalendarDate
  ) throws(Fault) {
    let cut = state.after(movements)
    let missing = cut.shortfall(from: day)
    guard missing > 0, cut.available(from: day) < state.available(from: day) else { return }
    throw Fault(
      .amendmentSpent, state.agreement.reference.text,
      Money(minorUnits: Int64(clamping: missing), of: head.currency).description)
  }

  /// The agreement with those parts that follow its terms at the place of another earmark: B- where they
  /// lay, B+ where they lie.
  /// - Throws: `place-exceeds` where some of their money was allocated.
  private func moving(
    _ state: AgreementState, to earmark: Earmark, in fact: Fact, recorded: CalendarDate,
    _ consequence: inout Consequence
  ) throws(Fault) -> AgreementState {
    let moved = state.parts.indices.filter { state.parts[$0].earmark == state.earmark }
    for part in moved.map({ state.parts[$0] })
    where part.allocated.values.contains(where: { $0 != 0 }) {
      let amount = Money(minorUnits: part.amount, of: state.agreement.amount.currency)
      throw Fault(
        .placeExceeds, amount.description,
        Money(minorUnits: part.available(at: nil).amount, of: amount.currency).description,
        state.agreement.reference.text, part.place.text)
    }
    var after = state
    after.earmark = earmark
    for index in moved {
      after.parts[index].earmark = earmark
      after.parts[index].place = try programme.place(of: earmark)
      after.parts[index].reach = try programme.reach(of: earmark)
      // What was received moves when all of it is there: a late receipt counts from its posted day on.
      after.parts[index].placed = max(
        fact.posted, state.parts[index].placed, state.parts[index].flow.lastReceipt ?? fact.posted)
    }
    let day = max(recorded, state.recorded(ofParts: moved))
    for (state, sign) in [(state, Int64(-1)), (after, 1)] {
      let shares = moved.map { index in
        let part = state.parts[index]
        return RecordShare(
          index: index, amount: sign * (part.amount - part.writtenOff - part.refunded),
          book: sign * (part.recordedBook - part.writtenOffBook - part.refundedBook),
          count: Int(sign))
      }
      try enterRecords(shares, of: state, in: fact, recorded: day, into: &consequence)
      for index in moved where state.parts[index].received != state.parts[index].refunded {
        let part = state.parts[index]
        consequence.positions.append(
          row(
            .received, on: after.parts[index].placed, part, of: state,
            sign * (part.received - part.refunded),
            worth: sign * (part.receivedBook - part.refundedBook)))
      }
    }
    return after
  }
}

/// What an amendment makes of an agreement beside amounts.
struct AgreementAmendment: Hashable, Sendable {
  let agreement: Reference
  /// The amendment's own day.
  let dated: CalendarDate
  /// What it changes; what it does not speak of stays as it is.
  let stated: Amendment
  /// All parts, those that are new without money yet.
  let parts: [PartState]
  /// The rate of support cost that it brings.
  let support: DatedSupportRate?
}
