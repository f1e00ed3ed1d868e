public import Diagnostics
public import Monetary

/// The donors of a ledger, and which of them were found to be the same.
public struct DonorRegister: Hashable, Sendable {
  private var donors: [DonorID: Donor] = [:]
  /// When the ledger learnt of each; of those that were always known nothing is told.
  private var learnt: [DonorID: Instant] = [:]
  /// What was ever said of each merged donor, in the order in which it was learnt; on no day does more
  /// than one of them hold.
  private var merges: [DonorID: [Merged]] = [:]

  /// Since when something holds: a day, and the instant at which the ledger learnt it.
  public struct Moment: Hashable, Sendable {
    /// The day from which it holds.
    public let day: CalendarDate
    /// When the ledger learnt it.
    public let entered: Instant

    /// Makes a moment.
    public init(day: CalendarDate, entered: Instant) {
      self.day = day
      self.entered = entered
    }

    /// Whether it holds on `other`, as far as it was `known` by then.
    fileprivate func holds(on other: CalendarDate, known: Instant?) -> Bool {
      day <= other && (known.map { entered <= $0 } ?? true)
    }
  }

  /// Into which donor another was merged, since when, and until when.
  private struct Merged: Hashable {
    let donor: DonorID
    let made: Moment
    var undone: Moment?
  }

  /// Makes an empty register.
  public init() {}

  /// Adds a donor that was `learnt` at an instant, or is always known.
  /// - Throws: `donor-duplicate`.
  public mutating func add(_ donor: Donor, learnt: Instant? = nil) throws(Faults) {
    guard donors[donor.id] == nil else { throw Faults(Fault(.donorDuplicate, donor.id.text)) }
    donors[donor.id] = donor
    self.learnt[donor.id] = learnt
  }

  /// Whether what is recorded for one donor may count for another, from `day` on.
  ///
  /// A merge that was undone stands in the way up to the day of its reversal.
  /// - Throws: `donor-merge` where the two are one already, or the first was merged into another.
  public func require(_ merge: DonorMerge, on day: CalendarDate) throws(Fault) {
    let other = merged(merge.duplicate, from: day).first.map(resolved)
    guard other == nil, !isReached(merge.duplicate, from: merge.donor, onOrAfter: day) else {
      let now = other ?? merge.duplicate
      throw Fault(.donorMerge, merge.duplicate.text, merge.donor.text, now.text)
    }
  }

  /// Counts what is recorded for one donor for another, in reports as of the moment and later.
  ///
  /// - Precondition: ``require(_:on:)`` lets it.
  public mutating func add(_ merge: DonorMerge, at moment: Moment) {
    merges[merge.duplicate, default: []].append(Merged(donor: merge.donor, made: moment))
  }

  /// Counts the two apart again, in reports as of the moment and later; earlier ones stay as they are.
  ///
  /// Other merges stand: what was merged into either counts for that one.
  public mutating func undo(_ merge: DonorMerge, at moment: Moment) {
    guard let last = merges[merge.duplicate]?.lastIndex(where: { $0.undone == nil }) else { return }
    merges[merge.duplicate]?[last].undone = moment
  }

  /// The donors as they were told apart on `day`, as far as it was `known` by then; those that were learnt
  /// later are left out.
  public func asOf(_ day: CalendarDate, known: Instant? = nil) -> DonorRegister {
    var register = self
    if let known {
      register.donors = donors.filter { learnt[$0.key].map { $0 <= known } ?? true }
    }
    register.merges = merges.compactMapValues { merges in
      let standing = merges.first {
        $0.made.holds(on: day, known: known) && $0.undone?.holds(on: day, known: known) != true
      }
      return standing.map { [Merged(donor: $0.donor, made: $0.made)] }
    }
    return register
  }

  /// The donor that `id` stands for after all merges that were not undone.
  public func resolved(_ id: DonorID) -> DonorID {
    var id = id
    while let next = merged(id) { id = next }
    return id
  }

  /// Into which donor `id` itself was merged, for good.
  private func merged(_ id: DonorID) -> DonorID? { merges[id]?.last { $0.undone == nil }?.donor }

  /// Into which donors `id` itself counts on some day from `day` on.
  private func merged(_ id: DonorID, from day: CalendarDate) -> [DonorID] {
    (merges[id] ?? []).filter { $0.undone.map { day < $0.day } ?? true }.map(\.donor)
  }

  /// Whether merges that hold on some day from `day` on lead from one donor to the other.
  private func isReached(
    _ id: DonorID, from start: DonorID, onOrAfter day: CalendarDate
  ) -> Bool {
    var seen = Set<DonorID>()
    var waiting = [start]
    while let next = waiting.popLast() {
      if next == id { return true }
      if seen.insert(next).inserted { waiting += merged(next, from: day) }
    }
    return false
  }

  /// The donor that `id` stands for, and all that were merged into it.
  /// - Complexity: O(*n*) in the number of donors.
  public func group(of id: DonorID) -> Set<DonorID> {
    let donor = resolved(id)
    return Set(donors.keys.filter { resolved($0) == donor }).union([donor])
  }

  /// When the ledger learnt of a donor; nil of one that was always known, or never.
  func learnt(of id: DonorID) -> Instant? { learnt[id] }

  /// The donor of that code, if declared; a merged one is given as it was declared.
  public func donor(_ id: DonorID) -> Donor? { donors[id] }

  /// The name of a donor for people: as declared, else its code.
  public func name(of id: DonorID) -> String { donors[id]?.name ?? id.text }

  /// All donors, merged ones as they were declared, ordered by code.
  public var declared: [Donor] { donors.values.sorted { $0.id < $1.id } }

  /// All donors that were not merged into another, ordered by code.
  public var all: [Donor] {
    donors.values.filter { merged($0.id) == nil }.sorted { $0.id < $1.id }
  }

  /// - Throws: `donor-unknown` where no donor bears that code.
  public func require(_ id: DonorID) throws(Fault) {
    guard donors[id] != nil else { throw Fault(unknownDonor: id.text) }
  }
}
