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
    if self.subject == FundCode.general.text {
      subject = .general
      funds = [try source.statement(of: .general)]
    } else {
      let id = source.names.donors.resolved(try source.names.requireDonor(self.subject))
      guard let donor = source.names.donors.donor(id) else {
        throw Refusal(Fault(unknownDonor: self.subject))
      }
      subject = .donor(donor)
      funds = try references(of: id, among: source).compactMap { reference in
        let statement = try source.statement(of: .agreement(reference))
        return source.stands(reference) || !statement.entries.isEmpty
          || !statement.balances.isEmpty ? statement : nil
      }
    }
    return DonorStatement(
      for: subject, funds, over: source.period, showingEntries: showsEntries,
      currency: source.names.head.currency, stamp: try ledger.stamp(asOf: to, known: known))
  }

  /// The agreements that are asked for; each is the donor's with whom it was made last.
  private func references(
    of donor: DonorID, among source: Source<some Ledger>
  ) throws(Refusal) -> [Reference] {
    let group = source.names.donors.group(of: donor)
    let all = source.agreements.filter { group.contains($0.value.donor) }.keys.sorted()
    guard let agreement else { return all }
    guard let reference = Reference(agreement), all.contains(reference) else {
      throw Refusal(
        Fault(.agreementUnknown, agreement).suggesting(among: all.map(\.text)))
    }
    return [reference]
  }
}

extension DrawStatement {
  /// What a ledger has to say for statements, asked once for all of them.
  private struct Source<Form: Ledger> {
    /// An agreement of a reference, and the fact that made it.
    struct Made {
      let donor: DonorID
      let id: FactID
      let posted: CalendarDate
    }

    let ledger: Form
    let request: DrawStatement
    let names: LedgerNames
    let period: StatementPeriod
    let display: StatementDisplay
    /// The last agreement of each reference.
    let agreements: [Reference: Made]
    private let reversed: Set<FactID>

    init(of ledger: Form, for request: DrawStatement) throws {
      self.ledger = ledger
      self.request = request
      names = ledger.names.asOf(request.to, known: request.known)
      let lock = try ledger.lock(known: request.known)
      period = StatementPeriod(
        from: request.from, to: request.to, isProvisional: !lock.isClosed(request.to))
      display = try request.display.resolved(in: ledger, on: request.to, known: request.known)
      var agreements: [Reference: Made] = [:]
      var reversed: Set<FactID> = []
      for named in try ledger.facts(of: [.agreement, .reversal])
      where request.known.map({ named.fact.entered <= $0 }) ?? true {
        if case .agreement(let agreement) = named.fact.event {
          agreements[agreement.reference] = Made(
            donor: agreement.donor, id: named.id, posted: named.fact.posted)
        } else if let target = named.fact.target, named.fact.posted <= request.to {
          reversed.insert(target)
        }
      }
      self.agreements = agreements
      self.reversed = reversed
    }

    /// Whether an agreement is signed by the last day and not reversed.
    func stands(_ reference: Reference) -> Bool {
      agreements[reference].map { $0.posted <= request.to && !reversed.contains($0.id) } ?? false
    }

    func statement(of owner: FundOwner) throws -> FundStatement {
      var filter = JournalListing.Filter()
      filter.to = request.to
      filter.known = request.known
      var material = FundStatement.Material(owner, names: names, display: display)
      switch owner {
      case .general: filter.fund = .general
      case .agreement(let reference):
        filter.agreement = reference
        material.facts = try terms(of: reference)
      }
      let items = try ledger.journal(filter)
      let order = items.indices.sorted {
        (items[$0].entry.date, $0) < (items[$1].entry.date, $1)
      }
      material.entries = EntryOwnership(
        order.map { items[$0] }, agreements: Set(agreements.keys)
      ).entries(of: owner)
      return try FundStatement(material, over: period)
    }

    /// What was signed and amended of an agreement by the last day; what was signed later, too.
    private func terms(of reference: Reference) throws -> [Fact] {
      try ledger.facts(about: reference.text).map(\.fact).filter { fact in
        guard request.known.map({ fact.entered <= $0 }) ?? true else { return false }
        return switch fact.event {
        case .agreement(let agreement): agreement.reference == reference
        case .amendment(let amendment):
          fact.posted <= request.to
            && amendment.reference.prefixes.first { agreements[$0] != nil } == reference
        default: false
        }
      }
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
      let rates = try RateRegister(of: ledger, asOf: day, known: known).tables
      return .rate(
        try rates.conversion(from: head.currency, to: currency, on: day, table: head.rates),
        on: day)
    }
  }
}

extension Ledger {
  /// How far the books were closed by what was known at an instant; by all, where there is none.
  func lock(known: Instant?) throws -> PeriodLock {
    guard let known else { return lock }
    var lock = PeriodLock()
    for fact in try facts(of: [.close, .reopen]).map(\.fact) where fact.entered <= known {
      switch fact.event {
      case .close(let month): _ = lock.close(month)
      case .reopen(let reopening): _ = lock.reopen(reopening.month)
      default: break
      }
    }
    return lock
  }
}
