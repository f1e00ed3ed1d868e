import Bookkeeping
import Diagnostics
import Monetary

// What an agreement must be like before it is posted.
extension Book {
  /// - Throws: The first fault, in this order: reference, donor, what has no rule yet, dates,
  ///   parts, earmarks, limits.
  func check(_ agreement: Agreement, on date: CalendarDate) throws(Fault) {
    try requireUnused(agreement.reference)
    try donors.require(agreement.donor)
    if !agreement.conditions.isEmpty { throw Fault(.notYet, "condition") }
    if agreement.deferral == .deferred { throw Fault(.notYet, "later-years") }
    if agreement.support != nil { throw Fault(.notYet, "support") }
    try checkDates(of: agreement, signed: date)
    try checkParts(of: agreement, signed: date)
    for part in agreement.effectiveParts(signed: date) {
      try check(part.earmark ?? agreement.terms.earmark ?? .unstated, agreement.terms.modality)
    }
    for limit in agreement.terms.limits {
      try programme.require(limit.scope)
      try require(limit.amount.currency, is: agreement.amount.currency)
    }
  }

  /// - Throws: `reference-reserved` for the name of a fund, `reference-duplicate`.
  func requireUnused(_ reference: Reference) throws(Fault) {
    let fund = FundCode(of: reference)
    guard fund != .general, fund != .memorandum else {
      throw Fault(.referenceReserved, reference.text)
    }
    guard agreements[reference] == nil, pledges[reference] == nil else {
      throw Fault(.referenceDuplicate, reference.text)
    }
  }

  /// - Throws: `currency-mismatch`.
  func require(_ currency: Currency, is expected: Currency) throws(Fault) {
    guard currency == expected else {
      throw Fault(.currencyMismatch, currency.code, expected.code)
    }
  }

  private func checkDates(of agreement: Agreement, signed: CalendarDate) throws(Fault) {
    if let starts = agreement.starts, let ends = agreement.ends, ends < starts {
      throw Fault(.agreementDates, ends.description, starts.description)
    }
    if let recorded = agreement.recorded, recorded < signed {
      throw Fault(.agreementRecorded, recorded.description, signed.description)
    }
  }

  private func checkParts(of agreement: Agreement, signed: CalendarDate) throws(Fault) {
    var sum: Int128 = 0
    for part in agreement.effectiveParts(signed: signed) {
      try require(part.amount.currency, is: agreement.amount.currency)
      sum += Int128(part.amount.minorUnits)
    }
    guard sum == Int128(agreement.amount.minorUnits) else {
      let shown = Money(minorUnits: Int64(clamping: sum), of: agreement.amount.currency)
      throw Fault(.agreementParts, shown.description, agreement.amount.description)
    }
  }

  /// - Throws: `earmark-modality`, `scope-unknown`, `earmark-nowhere`, `earmark-exclusion`.
  func check(_ earmark: Earmark, _ modality: EarmarkModality? = nil) throws(Fault) {
    if let modality, modality.category != earmark.category {
      throw Fault(
        .earmarkModality, modality.rawValue, earmark.category.rawValue, modality.category.rawValue)
    }
    _ = try programme.place(of: earmark)
    for name in earmark.excludes
    where !programme.expanding(name).contains(where: { overlaps($0, earmark.includes) }) {
      throw Fault(.earmarkExclusion, name.text)
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

extension Agreement {
  /// The parts as written, or one part of the whole amount in the year of the terms or signing.
  func effectiveParts(signed: CalendarDate) -> [AgreementPart] {
    guard parts.isEmpty else { return parts }
    return [AgreementPart(year: terms.year ?? BudgetYear(of: signed), amount: amount)]
  }
}
