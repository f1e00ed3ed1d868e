public import Monetary

/// What rows of the funding records sum to, measure by measure.
///
/// It is folded from ``PositionRow`` and nothing else; whether the rows came from a text's facts or
/// from a store's sums cannot be told.
public struct FundingPosition: Hashable, Sendable {
  /// What one measure comes to.
  public struct Tally: Hashable, Sendable {
    /// In minor units of the book currency, exact.
    public fileprivate(set) var book: Int128 = 0
    /// In the currencies it was agreed or paid in.
    public fileprivate(set) var original = MoneyBag()
    /// How many contributions.
    public fileprivate(set) var count = 0

    /// Nothing.
    public init() {}

    /// Whether it is nothing, in every currency.
    public var isZero: Bool { book == 0 && original.isZero }

    /// This and `other` together.
    public func adding(_ other: Tally) -> Tally {
      var sum = self
      sum.book += other.book
      sum.original.add(other.original)
      sum.count += other.count
      return sum
    }

    /// This without `other`.
    public func subtracting(_ other: Tally) -> Tally {
      var difference = self
      difference.book -= other.book
      difference.original.subtract(other.original)
      difference.count -= other.count
      return difference
    }
  }

  private var tallies: [PositionRow.Measure: Tally] = [:]

  /// Nothing of anything.
  public init() {}

  /// The sum of `rows`.
  public init(_ rows: some Sequence<PositionRow>) {
    for row in rows { add(row) }
  }

  /// Whether every measure comes to nothing.
  public var isZero: Bool { tallies.values.allSatisfy(\.isZero) }

  /// What one measure comes to.
  public subscript(measure: PositionRow.Measure) -> Tally { tallies[measure] ?? Tally() }

  /// Adds a row.
  public mutating func add(_ row: PositionRow) {
    tallies[row.measure, default: Tally()].add(row)
  }

  /// What counts as funded on a basis: what lies at places by that measure, what moved, and what was
  /// carried in from earlier years.
  public func funded(on basis: FundingBasis) -> Tally {
    self[basis.measure].adding(self[basis.movement]).adding(self[.carriedIn])
  }

  /// What of that waits for a condition; nil on a basis that does not tell.
  public func conditional(on basis: FundingBasis) -> Tally? {
    basis.conditional.map { self[$0] }
  }

  /// What was signed and is not yet in the funding records.
  public var signedNotRecorded: Tally { self[.signed].subtracting(self[.recorded]) }

  /// The sums of `rows`, told apart by what `key` makes of each; rows without a key are left out.
  public static func grouped<Key: Hashable>(
    _ rows: some Sequence<PositionRow>, by key: (PositionRow) -> Key?
  ) -> [Key: FundingPosition] {
    var groups: [Key: FundingPosition] = [:]
    for row in rows {
      if let key = key(row) { groups[key, default: FundingPosition()].add(row) }
    }
    return groups
  }
}

extension FundingPosition.Tally {
  fileprivate mutating func add(_ row: PositionRow) {
    book += Int128(row.book.minorUnits)
    original.add(row.amount)
    count += row.count
  }
}

/// By when money counts as funded.
public enum FundingBasis: String, CaseIterable, Hashable, Sendable {
  /// When it enters the funding records.
  case recorded
  /// When the agreement is signed.
  case signed
  /// When it is received.
  case received

  /// The measure that the basis counts.
  public var measure: PositionRow.Measure {
    switch self {
    case .recorded: .recorded
    case .signed: .signed
    case .received: .received
    }
  }

  /// The measure of what waits for a condition in what the basis counts; nil where that is not told: of
  /// what was received no condition says which it is.
  public var conditional: PositionRow.Measure? {
    switch self {
    case .recorded: .conditional
    case .signed: .signedConditional
    case .received: nil
    }
  }

  /// The measure of what moved that goes with it: an allocation counts up to what was received.
  public var movement: PositionRow.Measure {
    switch self {
    case .recorded, .signed: .allocated
    case .received: .receivedAllocated
    }
  }
}
