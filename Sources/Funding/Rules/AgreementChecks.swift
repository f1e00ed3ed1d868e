import Bookkeeping
import Diagnostics
import Monetary

// What an agreement must be like before it is posted.
extension Book {
  /// Checks, in this order: reference, donors, dates, parts, instalments, earmarks,
  /// reports, limits, conditions.
  func check(_ agreement: Agreement, on date: CalendarDate, passing checks: inout Checks) {
    checks.run(try requireUnused(agreement.reference))
    for donor in agreement.donors { checks.run(try donors.require(donor)) }
    checks.run(try requireOrder(from: agreement.starts ?? date, to: agreement.ends))
    checks.run(try requireRecorded(agreement.recorded, from: date))
    let parts = agreement.effectiveParts(signed: date)
    if let sum = sum(of: parts.map(\.amount), dividing: agreement.amount, passing: &checks) {
      checks.note(Fault(.agreementParts, sum.description, agreement.amount.description))
    }
    let due = agreement.instalments.map(\.amount)
    if !due.isEmpty, let sum = sum(of: due, dividing: agreement.amount, passing: &checks) {
      checks.note(Fault(.agreementInstalments, sum.description, agreement.amount.description))
    }
    for part in parts {
      let earmark = part.earmark ?? agreement.terms.earmark ?? .unstated
      check(earmark, agreement.terms.modality, passing: &checks)
    }
    for report in agreement.reports.repeated {
      checks.note(Fault(.reportDuplicate, report.description))
    }
    for limit in agreement.terms.limits {
      checks.run(try programme.require(limit.scope))
      checks.run(try require(limit.amount.currency, is: agreement.amount.currency))
    }
    check(agreement.conditions, of: agreement, passing: &checks)
  }

  /// Checks each condition's currency, and that no two have one name.
  private func check(
    _ conditions: [Condition], of agreement: Agreement, passing checks: inout Checks
  ) {
    var names: Set<String> = []
    for condition in conditions {
      checks.run(try require(condition.amount.currency, is: agreement.amount.currency))
      if !names.insert(condition.name).inserted {
        checks.note(Fault(.conditionDuplicate, condition.name))
      }
    }
  }

  /// - Throws: `reference-reserved` for the name of a fund, `reference-duplicate`.
  func requireUnused(_ reference: Reference) throws(Fault) {
    let fund = FundCode(of: reference)
    guard fund != .general, fund != .memorandum else {
      throw Fault(.referenceReserved, reference.text)
    }
    let isOfAmendment = reference.prefixes.contains {
      agreements[$0]?.amendments.contains(reference) ?? false
    }
    let user: FactKind? =
      if agreements[reference] != nil { .agreement } else if pledges[reference] != nil {
        .pledge
      } else if unapplied[reference] != nil { .unidentified } else if isOfAmendment {
        .amendment
      } else { nil }
    if let user { throw Fault(.referenceDuplicate, reference.text, user.rawValue) }
  }

  /// - Throws: `currency-mismatch`.
  func require(_ currency: Currency, is expected: Currency) throws(Fault) {
    guard currency == expected else {
      throw Fault(.currencyMismatch, currency.code, expected.code)
    }
  }

  /// Checks the currency of each of the amounts.
  /// - Returns: Whether all are in `currency`.
  func check(_ amounts: [Money], areIn currency: Currency, passing checks: inout Checks) -> Bool {
    var areAll = true
    for amount in amounts where !checks.run(try require(amount.currency, is: currency)) {
      areAll = false
    }
    return areAll
  }

  /// - Throws: `agreement-dates` where it ends before it starts or, where no first day is agreed, before
  ///   it is signed.
  func requireOrder(from starts: CalendarDate, to ends: CalendarDate?) throws(Fault) {
    guard let ends, ends < starts else { return }
    throw Fault(.agreementDates, ends.description, starts.description)
  }

  func requireRecorded(
    _ recorded: CalendarDate?, from signed: CalendarDate
  ) throws(Fault) {
    guard let recorded, recorded < signed else { return }
    throw Fault(.agreementRecorded, recorded.description, signed.description)
  }

  /// Checks the currency of each of the amounts that an agreement or a plan is divided into.
  /// - Returns: What they sum to where that is not `whole`; nil where it is, or where one is in another
  ///   currency.
  func sum(
    of amounts: [Money], dividing whole: Money, passing checks: inout Checks
  ) -> Money? {
    let isSum = check(amounts, areIn: whole.currency, passing: &checks)
    let sum = amounts.reduce(Int128(0)) { $0 + Int128($1.minorUnits) }
    guard isSum, sum != Int128(whole.minorUnits) else { return nil }
    return Money(minorUnits: Int64(clamping: sum), of: whole.currency)
  }

  /// Checks the modality and every name, then what the names come to.
  func check(
    _ earmark: Earmark, _ modality: EarmarkModality? = nil, passing checks: inout Checks
  ) {
    if let modality, modality.category != earmark.category {
      checks.note(
        Fault(
          .earmarkModality, modality.rawValue, earmark.category.rawValue,
          modality.category.rawValue))
    }
    if checks.value(try programme.place(of: earmark)) == nil {
      var isKnown = true
      for name in earmark.includes + earmark.excludes
      where !checks.run(try programme.requireDeclared(name)) { isKnown = false }
      guard isKnown else { return }
    }
    for name in earmark.excludes
    where !programme.expanding(name).contains(where: { overlaps($0, earmark.includes) }) {
      checks.note(Fault(.earmarkExclusion, name.text))
    }
  }

  /// Whether a scope lies in one of those named, or one of them in it; no names mean anywhere.
  private func overlaps(_ scope: ScopePath, _ names: [ScopePath]) -> Bool {
    names.isEmpty
      || names.flatMap(programme.expanding).contains {
        programme.contains(scope, in: $0) || programme.contains($0, in: scope)
      }
  }
}

extension [ReportDuty] {
  /// Those that stand there before.
  var repeated: [ReportDuty] {
    var seen: Set<ReportDuty> = []
    return filter { !seen.insert($0).inserted }
  }
}

extension Agreement {
  /// The parts as written, or one part of the whole amount in the year of the terms or signing.
  func effectiveParts(signed: CalendarDate) -> [AgreementPart] {
    guard parts.isEmpty else { return parts }
    return [AgreementPart(year: terms.year ?? BudgetYear(of: signed), amount: amount)]
  }
}
