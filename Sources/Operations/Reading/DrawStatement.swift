import Bookkeeping
import Diagnostics
public import Funding
public import Monetary
public import Reporting

/// A statement for a donor, or of the general fund: what was owed, received and spent in a period.
public struct DrawStatement: Hashable, Sendable {
  /// In which currency figures are shown beside that of the books.
  public enum Display: Hashable, Sendable {
    /// In no other.
    case book
    /// In that of each agreement.
    case donor
    /// In any, at the ledger's table's rate of the last day.
    case currency(Currency)
  }

  /// The donor, by its code, its name or an alias; `general` is the general fund.
  public var subject: String
  /// The only agreement that is stated; nil for all of the donor.
  public var agreement: String?
  /// The first day; nil states all since the beginning.
  public var from: CalendarDate?
  /// The last day.
  public var to: CalendarDate
  /// Up to when what was entered counts; nil for all.
  public var known: Instant?
  /// In which currency figures are shown beside that of the books.
  public var display = Display.book
  /// Whether the entries behind the figures are shown.
  public var showsEntries = false

  /// Asks for the statement of `subject` up to a day.
  public init(_ subject: String, to: CalendarDate) {
    self.subject = subject
    self.to = to
  }

  /// Makes the statement from `ledger`.
  /// - Throws: ``Refusal`` for a donor or an agreement that is not there or not the donor's;
  ///   `MoneyError.missingRate`, `.sumOverflow`; what reading the ledger throws.
  public func statement(of ledger: some Ledger) throws -> DonorStatement {
    let source = try Source(of: ledger, for: self)
    let subject: DonorStatement.Subject
    let funds: [FundStatement]
    var shares: [ShareStatement] = []
    if self.subject == FundCode.general.text {
      subject = .general
      funds = [try source.general()]
    } else {
      let id = source.names.donors.resolved(try source.names.requireDonor(self.subject))
      guard let donor = source.names.donors.donor(id) else {
        throw Refusal(Fault(unknownDonor: self.subject))
      }
      subject = .donor(donor)
      let references = try references(of: id, among: source)
      funds = try source.statements(of: references.signed)
      shares = try source.shares(of: id, in: references.financed)
    }
    return DonorStatement(
      for: subject, funds, sharing: shares, over: source.period, showingEntries: showsEntries,
      currency: source.names.head.currency, stamp: try ledger.stamp(asOf: to, known: known))
  }

  /// The agreements that are asked for: those that the donor signed, as each was made last, and those of
  /// others that it finances part of.
  private func references(
    of donor: DonorID, among source: Source<some Ledger>
  ) throws(Refusal) -> (signed: Set<Reference>, financed: Set<Reference>) {
    let group = source.names.donors.group(of: donor)
    var signed: Set<Reference> = []
    var financed: Set<Reference> = []
    for (reference, made) in source.agreements {
      if group.contains(made.agreement.donor) {
        signed.insert(reference)
      } else if !group.isDisjoint(with: made.donors) {
        financed.insert(reference)
      }
    }
    guard let agreement else { return (signed, financed) }
    let all = signed.union(financed)
    guard let reference = Reference(agreement), let made = source.agreements[reference] else {
      throw Refusal(
        Fault(.agreementUnknown, agreement).suggesting(among: all.sorted().map(\.text)))
    }
    guard all.contains(reference) else {
      let owner = source.names.donors.resolved(made.agreement.donor)
      throw Refusal(Fault(.agreementDonor, agreement, owner.text, donor.text))
    }
    return (signed.intersection([reference]), financed.intersection([reference]))
  }
}

extension DrawStatement {
  /// What a ledger has to say for statements, asked once for all of them.
  private struct Source<Form: Ledger> {
    /// The last agreement of a reference, and what was ever signed and amended by that name.
    struct Made {
      let agreement: Agreement
      let id: FactID
      var facts: [Fact]

      /// Whether it is in the funding records on a day.
      func isRecorded(on day: CalendarDate) -> Bool {
        facts.last { $0.kind == .agreement }.map { $0.inRecords <= day } ?? false
      }

      /// Who signed it, and who finances parts of it; some more than once.
      var donors: some Sequence<DonorID> {
        [agreement.donors, facts.filter { $0.kind == .amendment }.flatMap(\.financingDonors)]
          .joined()
      }
    }

    let ledger: Form
    let request: DrawStatement
    let names: LedgerNames
    let period: StatementPeriod
    let display: StatementDisplay
    /// The last agreement of each reference.
    let agreements: [Reference: Made]
    private let reversed: Set<FactID>
    private let references: Set<Reference>

    init(of ledger: Form, for request: DrawStatement) throws {
      self.ledger = ledger
      self.request = request
      names = ledger.names.asOf(request.to, known: request.known)
      let lock = try ledger.lock(known: request.known)
      period = StatementPeriod(
        from: request.from, to: request.to, isProvisional: !lock.isClosed(request.to))
      display = try request.display.resolved(in: ledger, on: request.to, known: request.known)
      var agreements: [Reference: Made] = [:]
      var changes: [NamedFact] = []
      var reversed: Set<FactID> = []
      for named in try ledger.facts(of: [.agreement, .amendment, .reported, .reversal])
      where request.known.map({ named.fact.entered <= $0 }) ?? true {
        switch named.fact.event {
        case .agreement(let agreement):
          let earlier = agreements[agreement.reference]?.facts ?? []
          agreements[agreement.reference] = Made(
            agreement: agreement, id: named.id, facts: earlier + [named.fact])
        case .amendment where named.fact.posted <= request.to: changes.append(named)
        case .reported where named.fact.date <= request.to: changes.append(named)
        case .reversal(let reversal) where named.fact.posted <= request.to:
          reversed.insert(reversal.target)
        default: break
        }
      }
      // In their order: reports that were delivered before an amendment stay.
      for change in changes where !reversed.contains(change.id) {
        let agreement = change.fact.mentions.first { agreements[$0] != nil }
        if let agreement { agreements[agreement]?.facts.append(change.fact) }
      }
      self.agreements = agreements
      self.reversed = reversed
      references = Set(agreements.keys)
    }

    /// The statements of those that stand, or moved something.
    func statements(of references: Set<Reference>) throws -> [FundStatement] {
      try each(of: references) { material, stands in
        let statement = try FundStatement(material, over: period)
        return stands || !statement.entries.isEmpty || !statement.balances.isEmpty
          ? statement : nil
      }
    }

    /// What of those that stand, or moved something, `donor` gives.
    func shares(of donor: DonorID, in references: Set<Reference>) throws -> [ShareStatement] {
      try each(of: references) { material, stands in
        let statement = try ShareStatement(of: donor, in: material, over: period)
        return statement.flatMap { stands || !$0.share.isEmpty ? $0 : nil }
      }
    }

    /// What is made of the material of each agreement, which is also told to stand or not.
    private func each<Statement>(
      of references: Set<Reference>,
      _ make: (_ material: FundStatement.Material, _ stands: Bool) throws -> Statement?
    ) throws -> [Statement] {
      guard !references.isEmpty else { return [] }
      let journals = try ledger.journals(of: references, filter)
      let unidentified = try ledger.unidentified(in: journals.values.lazy.flatMap(\.self))
      let rates = try ledger.rates(
        ofEntries: journals.values.lazy.flatMap(\.self), matching: unidentified)
      let bound = references.filter { agreements[$0]?.facts.conditional.isEmpty == false }
      let conditions = try ledger.conditions(
        of: bound, asOf: request.to, known: request.known)
      let sums = try ledger.agreementSums(asOf: request.to, known: request.known)
      let facts = references.compactMap { agreements[$0]?.facts }.flatMap(\.self)
      let amended = try ledger.availableAfterAmendments(
        among: facts, asOf: request.to, known: request.known)
      return try references.sorted().compactMap { reference in
        guard let made = agreements[reference] else { return nil }
        let items = journals[reference] ?? []
        var material = FundStatement.Material(
          .agreement(reference), names: names, display: display)
        material.facts = made.facts
        material.rates = rates
        material.unidentified = unidentified
        material.conditions = conditions[reference] ?? []
        material.available =
          amended[reference]
          ?? (sums[reference] ?? AgreementSums()).available(
            isRecorded: made.isRecorded(on: request.to))
        material.financing = try financing(of: made)
        let isSigned = made.facts.contains { $0.kind == .agreement && $0.posted <= request.to }
        return try make(
          self.material(material, of: items), isSigned && !reversed.contains(made.id))
      }
    }

    /// Who gives which part; nil where one donor gives all.
    private func financing(of made: Made) throws -> Financing? {
      guard Set(made.donors.map(names.donors.resolved)).count > 1 else { return nil }
      return Financing(
        lead: names.donors.resolved(made.agreement.donor),
        parts: try ledger.donors(ofPartsIn: made.id).map(names.donors.resolved),
        former: try former(before: made))
    }

    /// What was recorded of earlier agreements of the same name, whenever it was posted.
    private func former(before made: Made) throws -> Set<FactID> {
      guard made.facts.count(where: { $0.kind == .agreement }) > 1 else { return [] }
      let facts = try ledger.facts(about: made.agreement.reference.text)
      return Set(facts.prefix { $0.id != made.id }.map(\.id))
    }

    /// The statement of the general fund.
    func general() throws -> FundStatement {
      var filter = filter
      filter.fund = .general
      let items = try ledger.journal(filter)
      var material = FundStatement.Material(.general, names: names, display: display)
      material.unidentified = try ledger.unidentified(in: items)
      material.rates = try ledger.rates(ofEntries: items, matching: material.unidentified)
      return try FundStatement(self.material(material, of: items), over: period)
    }

    private var filter: JournalListing.Filter {
      var filter = JournalListing.Filter()
      filter.to = request.to
      filter.known = request.known
      return filter
    }

    /// The material with the entries that move its owner's money, in the order of their days.
    private func material(
      _ material: FundStatement.Material, of items: [JournalListing.Item]
    ) -> FundStatement.Material {
      var material = material
      let order = items.indices.sorted {
        (items[$0].entry.date, $0) < (items[$1].entry.date, $1)
      }
      material.known = request.known
      material.items = order.map { items[$0] }
      material.entries = EntryOwnership(material.items, agreements: references)
        .entries(of: material.owner)
      return material
    }
  }
}

extension DrawStatement.Display {
  /// The same with the rate by which figures are converted.
  /// - Throws: `MoneyError.missingRate`; what reading the ledger throws.
  fileprivate func resolved(
    in ledger: some Ledger, on day: CalendarDate, known: Instant?
  ) throws -> StatementDisplay {
    switch self {
    case .book: return .book
    case .donor: return .donor
    case .currency(let currency):
      let head = ledger.names.head
      var rates = try ledger.rates(
        of: [currency, head.currency], in: head.rates, since: day)
      return .rate(
        try rates.conversion(from: head.currency, to: currency, on: day, known: known), on: day)
    }
  }
}
