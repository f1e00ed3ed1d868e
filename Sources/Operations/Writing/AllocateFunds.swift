import Bookkeeping
import Diagnostics
public import Funding
import Interchange
import Monetary
import Persistence
public import Reporting

/// Allocates free money to lines by fair share: proposes it, or posts it in one transaction.
public struct AllocateFunds: Hashable, Sendable {
  /// Whose gap it is.
  public let measure: MeasureGap
  /// The verb that records it.
  public let command: String
  /// Who records it.
  public let author: String
  /// When.
  public let now: Instant

  /// Will allocate to the lines of a gap.
  public init(_ measure: MeasureGap, command: String, by author: String, at now: Instant) {
    self.measure = measure
    self.command = command
    self.author = author
    self.now = now
  }

  /// What would be posted.
  /// - Throws: As ``MeasureGap/report(of:)`` does.
  public func proposal(of ledger: some Ledger) throws -> AllocationProposal {
    let (report, solver) = try measure.measured(ledger)
    let plan = try measure.plan(of: report, by: solver, in: ledger)
    return AllocationProposal(
      report.gap.proposals(plan.plan), of: plan.plan, changing: changes(plan), in: report,
      stamp: report.stamp)
  }

  /// Posts all of it in the store at `path`, on the day as of which the gap is measured.
  ///
  /// - Throws: ``Refusal`` where `path` is a text, where the gap cannot be measured, or where a rule
  ///   refuses one of the allocations: nothing is then posted; `StoreError`, `FileError`.
  public func post(in path: String) throws -> AllocationProposal {
    try OpenLedger.requireStore(path)
    let ledger = try OpenLedger.reading(path, for: nil)
    let (report, solver) = try measure.measured(ledger)
    let plan = try measure.plan(of: report, by: solver, in: ledger)
    let proposals = report.gap.proposals(plan.plan)
    guard !proposals.isEmpty else {
      return AllocationProposal(
        [], of: plan.plan, posted: [], changing: changes(plan), in: report, stamp: report.stamp)
    }
    var store = try Store.open(path: path)
    let batch = Batch(entered: now, by: author, command: command)
    let posted = try store.write(batch) { transaction in
      let posted = try decide(proposals, on: transaction.snapshot)
      let appender = LedgerAppender(to: report.names.head, by: author)
      for fact in posted { try appender.append(fact, to: &transaction) }
      return posted
    }
    let after = try OpenLedger.reading(path, for: nil)
    return AllocationProposal(
      proposals, of: plan.plan, posted: posted.map(\.id), changing: changes(plan), in: report,
      stamp: try after.stamp(asOf: measure.asOf, known: measure.known))
  }

  private func changes(
    _ plan: (plan: AllocationPlan, changed: AllocationPlan?)
  ) -> AllocationProposal.Changes? {
    guard let earlier = measure.earlier, let changed = plan.changed else { return nil }
    return .init(since: earlier, plan.plan.changes(since: changed))
  }

  /// What the allocations come to, one after the other.
  private func decide(
    _ proposals: [LedgerGap.Proposal], on snapshot: borrowing Snapshot
  ) throws -> [PostedFact] {
    let allocations = proposals.map { proposal in
      var provenance = Provenance()
      provenance.note = "Fair share of \(proposal.contribution)"
      return Fact(measure.asOf, .allocation(proposal.allocation), provenance: provenance)
    }
    let facts = try LedgerAppender.stamped(allocations, by: author, from: now, after: snapshot)
    var loader = try BookLoader(snapshot)
    for fact in facts { try loader.load(for: fact, from: snapshot) }
    var book = try loader.book()
    book.assume(try snapshot.turnover())
    var posted: [PostedFact] = []
    var diagnostics: [Diagnostic] = []
    var names: Set<FactID> = []
    for fact in facts {
      var namer = FactNamer()
      let id = try namer.name(fact) { id in
        names.contains(id) ? fact.kind : try snapshot.fact(id)?.header.kind
      }
      names.insert(id)
      do throws(Faults) {
        posted.append(try book.post(fact, id: id))
      } catch {
        diagnostics += error.all.map { Diagnostic($0) }
      }
    }
    guard diagnostics.isEmpty else { throw Refusal(diagnostics) }
    return posted
  }
}
