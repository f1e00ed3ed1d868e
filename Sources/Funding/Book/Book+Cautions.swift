public import Bookkeeping
public import Diagnostics
public import Monetary

extension Book {
  /// What a person should look at again in a fact that the rules take, by the rates now in use.
  public func cautions(about fact: Fact) -> [Fault] {
    fact.cautions { currency, date in
      // Where there is no rate the fact itself is refused.
      (try? conversion(of: currency, on: date))?.rates ?? []
    }
  }
}

extension Book {
  /// What a person should look at again in a fact that was posted, and in what it came to.
  public func cautions(about posted: PostedFact) -> [Fault] {
    let fact = posted.fact
    let exchanged = ExchangedMoney.all(of: fact, in: posted.consequence.entries)
    // Where there is no rate between the two nothing can be said of them.
    let odd = exchanged.compactMap { money in
      money.caution { from, to, day in
        try? rates.conversion(from: from, to: to, on: day, table: head.rates)
      }
    }
    return cautions(about: fact) + odd + terms(of: fact) + use(by: posted)
      + [shortfall(by: posted)].compactMap(\.self)
  }

  /// What of money spent a person should look at again.
  private func use(by posted: PostedFact) -> [Fault] {
    guard case .expenditure(let expenditure) = posted.fact.event else { return [] }
    let schedule = expenditure.agreement.flatMap { agreements[$0]?.schedule }
    return [
      expenditure.caution(on: posted.fact.date, by: schedule),
      expenditure.caution(ofPaying: posted.consequence.entries),
    ].compactMap(\.self)
  }

  /// What of an agreement, an amendment or a donor's name a person should look at again.
  private func terms(of fact: Fact) -> [Fault] {
    switch fact.event {
    case .agreement(let agreement):
      let pledge = agreement.pledge.flatMap { pledges[$0] }
      return agreement.cautions(signed: fact.date)
        + [
          agreement.caution(signed: fact.date, pledged: pledge?.dated), agreement.cautionOfUse,
          pledge?.caution(about: agreement.reference),
        ].compactMap(\.self)
    case .amendment(let amendment):
      guard let reference = amendment.reference.prefixes.first(where: { agreements[$0] != nil }),
        let state = agreements[reference]
      else { return [] }
      return amendment.cautions(about: reference, signed: state.signed)
        + [state.schedule.caution(about: reference)].compactMap(\.self)
    case .donor: return sharedNames(of: fact).filter { !$0.isAliasOfSecond }.map(\.fault)
    default: return []
    }
  }
}

extension Expenditure {
  /// That it was spent after the agreement ended, by its `schedule`; nil where it was not.
  public func caution(on date: CalendarDate, by schedule: AgreementSchedule?) -> Fault? {
    guard let agreement, let ends = schedule?.ends, ends < date else { return nil }
    return Fault(.useAfterEnd, date.description, agreement.text, ends.description)
  }

  /// That nothing was left of the obligation it names, as the `entries` that it came to tell; nil where it
  /// pays out something, or names none.
  public func caution(ofPaying entries: [JournalEntry]) -> Fault? {
    guard let obligation, !entries.contains(where: { $0.occasion == .disbursed }) else {
      return nil
    }
    return Fault(.obligationPaid, obligation.text)
  }
}

extension RateHistory {
  /// What of the money that a fact took or paid in another currency is far off the rates of its day, as they
  /// were known when the fact was entered. `entries` are what it came to.
  public mutating func cautions(aboutExchangeBy fact: Fact, in entries: [JournalEntry]) -> [Fault] {
    var cautions: [Fault] = []
    for money in ExchangedMoney.all(of: fact, in: entries) {
      let caution = money.caution { from, to, day in
        try? conversion(from: from, to: to, on: day, known: fact.entered)
      }
      if let caution { cautions.append(caution) }
    }
    return cautions
  }
}

extension Fact {
  /// What a person should look at again in the fact, in the order of its amounts: a currency that had
  /// ended on its day, and a rate older than its table's rhythm.
  ///
  /// `rates` tells by which rates an amount of a currency was converted on a day.
  public func cautions(by rates: (Currency, CalendarDate) -> [ExchangeRate]) -> [Fault] {
    endedCurrencies
      + conversions.flatMap { currency, day in
        rates(currency, day).compactMap { $0.caution(on: day) }
      }
  }
}

extension ExchangeRate {
  /// That the rate is older on `date` than its table's rhythm; nil where it is not.
  public func caution(on date: CalendarDate) -> Fault? {
    guard let limit = table.longestAgeInDays, isStale(on: date) else { return nil }
    return Fault(
      .rateStale, description, table.text, effective.description,
      String(ageInDays(on: date)), date.description, String(limit))
  }
}

extension Fact {
  /// The currencies of which something is taken at the rate of a day, and that day; its own for most. The
  /// book currency may be among them.
  public var conversions: [(currency: Currency, day: CalendarDate)] {
    if case .refund(let refund) = event {
      // An overpayment takes what is carried.
      return (refund.isOfOverpayment ? [] : [(refund.amount.currency, date)])
        + refund.payments.map { ($0.amount.currency, $0.date) }
    }
    return event.convertedCurrencies.map { ($0, date) }
  }
}

extension Event {
  /// The currencies whose amounts are taken at the rate of the fact's day, each once.
  fileprivate var convertedCurrencies: [Currency] {
    switch self {
    case .pledge(let pledge): [pledge.amount.currency]
    case .agreement(let agreement): [agreement.amount.currency]
    case .amendment(let amendment):
      // A cut, and what moves from part to part, takes what is carried.
      [amendment.amount].compactMap(\.self).filter(\.isPositive).map(\.currency)
    case .opening(let opening): [opening.amount.currency]
    case .unidentified(let receipt): [receipt.amount.currency]
    case .obligation(let obligation): [obligation.amount.currency]
    case .expenditure(let expenditure): [expenditure.amount.currency]
    case .inKind(let gift): [gift.amount.currency]
    case .receipt(let receipt): [(receipt.bank ?? receipt.settled).currency]
    case .entry(let entry): Set(entry.legs.map(\.amount.currency)).sorted()
    // The rest posts what was converted before, or converts nothing.
    default: []
    }
  }
}
