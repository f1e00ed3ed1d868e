public import Diagnostics
public import Monetary

/// The donors of a ledger, and which of them were found to be the same.
public struct DonorRegister: Hashable, Sendable {
  private var donors: [DonorID: Donor] = [:]
  private var merged: [DonorID: Merged] = [:]

  /// Into which donor another was merged, and since when.
  private struct Merged: Hashable {
    let donor: DonorID
    let day: CalendarDate
    let entered: Instant
  }

  /// Makes an empty register.
  public init() {}

  /// Adds a donor.
  /// - Throws: `donor-duplicate`.
  public mutating func add(_ donor: Donor) throws(Faults) {
    guard donors[donor.id] == nil else { throw Faults(Fault(.donorDuplicate, donor.id.text)) }
    donors[donor.id] = donor
  }

  /// Counts what is recorded for one donor for another, in reports as of `day` and later.
  /// - Throws: `donor-unknown` for either; `donor-merge` where the two are one already, or the first
  ///   was merged into another.
  public mutating func merge(
    _ merge: DonorMerge, on day: CalendarDate, entered: Instant
  ) throws(Faults) {
    var checks = Checks()
    checks.run(try require(merge.duplicate))
    checks.run(try require(merge.donor))
    try checks.conclude()
    let now = resolved(merge.duplicate)
    guard now == merge.duplicate, now != resolved(merge.donor) else {
      throw Faults(Fault(.donorMerge, merge.duplicate.text, merge.donor.text, now.text))
    }
    merged[merge.duplicate] = Merged(donor: merge.donor, day: day, entered: entered)
  }

  /// The donors as they were told apart on `day`, as far as it was `known` by then.
  public func asOf(_ day: CalendarDate, known: Instant? = nil) -> DonorRegister {
    var register = self
    register.merged = merged.filter { merge in
      merge.value.day <= day && (known.map { merge.value.entered <= $0 } ?? true)
    }
    return register
  }

  /// The donor that `id` stands for after all merges.
  public func resolved(_ id: DonorID) -> DonorID {
    var id = id
    while let next = merged[id] { id = next.donor }
    return id
  }

  /// The donor that `id` stands for, and all that were merged into it.
  /// - Complexity: O(*n*) in the number of donors.
  public func group(of id: DonorID) -> Set<DonorID> {
    let donor = resolved(id)
    return Set(donors.keys.filter { resolved($0) == donor }).union([donor])
  }

  /// The donor of that code, if declared; a merged one is given as it was declared.
  public func donor(_ id: DonorID) -> Donor? { donors[id] }

  /// The name of a donor for people: as declared, else its code.
  public func name(of id: DonorID) -> String { donors[id]?.name ?? id.text }

  /// All donors, merged ones as they were declared, ordered by code.
  public var declared: [Donor] { donors.values.sorted { $0.id < $1.id } }

  /// All donors that were not merged into another, ordered by code.
  public var all: [Donor] {
    donors.values.filter { merged[$0.id] == nil }.sorted { $0.id < $1.id }
  }

  /// - Throws: `donor-unknown` where no donor bears that code.
  public func require(_ id: DonorID) throws(Fault) {
    guard donors[id] != nil else { throw Fault(unknownDonor: id.text) }
  }
}
