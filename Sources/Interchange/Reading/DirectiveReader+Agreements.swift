import Bookkeeping
import Diagnostics
import Funding
import Monetary

// Promises, agreements and what changes them.
extension DirectiveReader {
  /// A promise.
  mutating func pledge() -> Event {
    let head = commitment()
    let earmark = one(.earmark) { reader throws(LineFault) in try reader.earmark() }
    let year = one(.year) { reader throws(LineFault) in try reader.year() }
    let probability = one(.probability) { reader throws(LineFault) in try reader.probability() }
    let expected = one(.expected) { reader throws(LineFault) in try reader.date() }
    return .pledge(
      Pledge(
        head.reference, donor: head.donor, amount: head.amount, earmark: earmark ?? .unstated,
        year: year, probability: probability, expected: expected))
  }

  /// An agreement with its terms, parts and duties.
  mutating func agreement() -> Event {
    let head = commitment()
    var agreement = Agreement(head.reference, donor: head.donor, amount: head.amount)
    agreement.terms = terms()
    agreement.parts = many(.part) { reader throws(LineFault) in
      try reader.part { reader throws(LineFault) in try reader.positiveAmount() }
    }
    readDetails(into: &agreement)
    return .agreement(agreement)
  }

  /// Reads the keys of an agreement that are neither its terms nor its parts.
  private mutating func readDetails(into agreement: inout Agreement) {
    agreement.recorded = one(.recorded) { reader throws(LineFault) in try reader.date() }
    agreement.starts = one(.starts) { reader throws(LineFault) in try reader.date() }
    agreement.ends = one(.ends) { reader throws(LineFault) in try reader.date() }
    agreement.purpose = one(.purpose) { reader throws(LineFault) in try reader.quoted() }
    agreement.pledge = one(.pledge) { reader throws(LineFault) in try reader.reference() }
    agreement.instalments = many(.instalment) { reader throws(LineFault) in
      try reader.instalment()
    }
    agreement.conditions = many(.condition) { reader throws(LineFault) in try reader.condition() }
    agreement.deferral = one(.laterYears) { reader throws(LineFault) in
      try reader.choice(of: Deferral.self)
    }
    agreement.support = one(.support) { reader throws(LineFault) in try reader.support() }
    agreement.reports = many(.report) { reader throws(LineFault) in try reader.duty() }
  }

  /// A change of an agreement, its amounts signed.
  mutating func amendment() -> Event {
    let reference = arguments(or: StandIn.reference) { reader throws(LineFault) in
      try reader.reference()
    }
    let amount = one(.amount) { reader throws(LineFault) in
      try reader.amount(sign: .optional)
    }
    let parts = many(.part) { reader throws(LineFault) in
      try reader.part { reader throws(LineFault) in try reader.amount(sign: .optional) }
    }
    let earmark = one(.earmark) { reader throws(LineFault) in try reader.earmark() }
    let ends = one(.ends) { reader throws(LineFault) in try reader.date() }
    let period = one(.period) { reader throws(LineFault) in try reader.interval() }
    let limits = many(.limit) { reader throws(LineFault) in try reader.limitChange() }
    let recorded = one(.recorded) { reader throws(LineFault) in try reader.date() }
    let instalments = many(.instalment) { reader throws(LineFault) in try reader.instalment() }
    let support = one(.support) { reader throws(LineFault) in try reader.support() }
    let reports = many(.report) { reader throws(LineFault) in try reader.duty() }
    let reason = one(.reason) { reader throws(LineFault) in try reader.quoted() }
    var amendment = Amendment(reference)
    amendment.recorded = recorded
    amendment.amount = amount
    amendment.parts = parts
    amendment.ends = ends
    amendment.earmark = earmark
    amendment.period = period
    amendment.limits = limits
    amendment.instalments = instalments
    amendment.support = support
    amendment.reports = reports
    amendment.reason = reason
    return .amendment(amendment)
  }

  /// A condition met, all of it where no amount is written.
  mutating func fulfilment() -> Event? {
    arguments { reader throws(LineFault) in
      let agreement = try reader.reference()
      let condition = try reader.quotedAmongOthers()
      let amount = reader.isAtEnd ? nil : try reader.positiveAmount()
      return .fulfilled(Fulfilment(agreement, condition: condition, amount: amount))
    }
  }

  /// A report delivered, by its due date and form.
  mutating func delivery() -> Event? {
    arguments { reader throws(LineFault) in
      .reported(ReportDelivery(try reader.reference(), try reader.duty()))
    }
  }

  /// Reads an earmark: a category, what it includes, and what of it is excluded.
  mutating func earmark() throws(LineFault) -> Earmark {
    let category = try reading(or: EarmarkCategory.notStated) { reader throws(LineFault) in
      try reader.category()
    }
    var includes: [ScopePath] = []
    var excludes: [ScopePath] = []
    var exceptsSome = takes("except")
    if !exceptsSome, !isAtEnd, !namesDonor {
      includes = try list { reader throws(LineFault) in try reader.listedScope() }
      exceptsSome = takes("except")
    }
    if exceptsSome {
      excludes = try list { reader throws(LineFault) in try reader.listedScope(.exclusion) }
    }
    return Earmark(category, includes: includes, excludes: excludes)
  }

  private mutating func category() throws(LineFault) -> EarmarkCategory {
    let word = try word()
    note(.category, word)
    if let category = words.categories.value(of: bytes.span.extracting(word)) { return category }
    throw fault(word, noneOf: EarmarkCategory.allCases.map(\.rawValue), for: Key.earmark.word)
  }

  /// Reads a part's name: its year, and its scope, its earmark and its donor where that is not enough.
  mutating func partSelector() throws(LineFault) -> PartSelector {
    let year = try yearAmongOthers()
    let scope = isAtEnd || namesDonor || namesEarmark ? nil : try scope()
    return PartSelector(
      year: year, scope: scope, earmark: takes("as") ? try earmark() : nil,
      donor: try givingDonor())
  }

  /// Whether `as` and a category come next: a scope may be called `as`, too, but behind a scope stands none.
  private var namesEarmark: Bool {
    mutating get {
      let start = place
      defer { place = start }
      guard takes("as"), let word = try? word() else { return false }
      return words.categories.value(of: bytes.span.extracting(word)) != nil
    }
  }

  /// Reads a part: its year, its amount as `amount` does, and its earmark and its donor where it has its own.
  private mutating func part(
    _ amount: (inout DirectiveReader) throws(LineFault) -> Money
  ) throws(LineFault) -> AgreementPart {
    AgreementPart(
      year: try yearAmongOthers(), amount: try amount(&self),
      earmark: isAtEnd || isNext("by") ? nil : try earmark(), donor: try givingDonor())
  }

  /// Reads `by DONOR`, with which the value ends; nil where it ends already.
  private mutating func givingDonor() throws(LineFault) -> DonorID? {
    guard !isAtEnd else { return nil }
    try expect("by")
    return try donor()
  }

  /// Whether all that is left is `by` and a word more, which is a donor: a scope may be called `by`, too,
  /// but behind the last scope stands nothing.
  private var namesDonor: Bool {
    mutating get {
      let start = place
      defer { place = start }
      guard takes("by"), !takesComma(), (try? word()) != nil else { return false }
      return isAtEnd
    }
  }

  private mutating func commitment() -> (reference: Reference, donor: DonorID, amount: Money) {
    arguments(or: (StandIn.reference, StandIn.donor, StandIn.amount)) {
      reader throws(LineFault) in
      (try reader.reference(), try reader.donor(), try reader.positiveAmount())
    }
  }

  private mutating func terms() -> Agreement.Terms {
    var terms = Agreement.Terms()
    terms.earmark = one(.earmark) { reader throws(LineFault) in try reader.earmark() }
    terms.modality = one(.modality) { reader throws(LineFault) in
      try reader.choice(of: EarmarkModality.self)
    }
    terms.year = one(.year) { reader throws(LineFault) in try reader.year() }
    terms.period = one(.period) { reader throws(LineFault) in try reader.interval() }
    terms.requirements = many(.require) { reader throws(LineFault) in
      TagRequirement(
        try reader.slug(),
        values: try reader.list { reader throws(LineFault) in try reader.slug() })
    }
    terms.limits = many(.limit) { reader throws(LineFault) in
      let amount = try reader.positiveAmount()
      try reader.expect("on")
      return SubLimit(amount, on: try reader.scope())
    }
    return terms
  }

  /// Another ceiling on a scope, or `none`.
  private mutating func limitChange() throws(LineFault) -> LimitChange {
    let amount = takes("none") ? nil : try positiveAmount()
    try expect("on")
    return LimitChange(amount, on: try scope())
  }

  private mutating func instalment() throws(LineFault) -> Instalment {
    Instalment(due: try dateAmongOthers(), amount: try positiveAmount())
  }

  private mutating func duty() throws(LineFault) -> ReportDuty {
    ReportDuty(due: try dateAmongOthers(), form: try reportForm())
  }

  private mutating func condition() throws(LineFault) -> Condition {
    let name = try quotedAmongOthers()
    let amount = try positiveAmount()
    guard !isAtEnd else { return Condition(name, amount: amount) }
    try expect("on")
    try expect("part")
    return Condition(name, amount: amount, part: try partSelector())
  }
}
