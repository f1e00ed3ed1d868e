public import Bookkeeping
public import Monetary

/// What the position rows of an agreement, and its gains and losses on exchange, come to on a day.
///
/// It tells what was received, and what is left to spend: the one place where that is reckoned.
public struct AgreementSums: Hashable, Sendable {
  /// The measures whose rows it sums.
  public static let measures: Set<PositionRow.Measure> = [
    .received, .recorded, .conditional, .spent, .supported, .obligated,
  ]

  /// What was settled less what is owed back, in minor units of the agreement's currency.
  public private(set) var received: Int128 = 0
  /// The same in the book currency of what the funding records hold of it, and the rest likewise.
  private var recorded: Int128 = 0
  private var conditional: Int128 = 0
  private var used: Int128 = 0
  private var realised: Int128 = 0

  /// Nothing.
  public init() {}

  /// Adds a row: its amount and the same in the book currency, in minor units.
  public mutating func add(_ measure: PositionRow.Measure, _ amount: Int64, book: Int64) {
    switch measure {
    case .received: received += Int128(amount)
    case .recorded: recorded += Int128(book)
    case .conditional: conditional += Int128(book)
    case .spent, .supported, .obligated: used += Int128(book)
    default: break
    }
  }

  /// Adds what was gained or, negative, lost on exchange, in minor units of the book currency.
  public mutating func add(realised book: Int128) { realised += book }

  /// What may still be spent, in minor units of the book currency: what is in the funding records and bound
  /// to no condition, with realised exchange, less what was spent with its support cost and is owed to
  /// partners; what was refunded or written off is out of the records.
  ///
  /// Source: DESIGN section 3, available for spending.
  /// - Parameter isRecorded: Whether the agreement is in the funding records.
  /// - Returns: Negative where more was spent.
  public func available(isRecorded: Bool) -> Int128 {
    isRecorded ? recorded - conditional + realised - used : -used
  }
}

extension AccountCode {
  /// Whether gains or losses on exchange that were realised are posted to it.
  public var takesRealisedExchange: Bool { self == .exchangeGain || self == .exchangeLoss }
}

extension AgreementState {
  /// What may still be spent on `day`, in minor units of the book currency, see
  /// ``AgreementSums/available(isRecorded:)``; of the funding records the least of that day and all later
  /// ones counts.
  public func available(from day: CalendarDate) -> Int128 {
    AgreementSums(of: self, from: day).available(isRecorded: recorded <= day)
  }
}

extension AgreementSums {
  /// What an agreement comes to from `day` on.
  fileprivate init(of state: AgreementState, from day: CalendarDate) {
    let records: [CalendarDate: Int128] = state.parts.reduce(into: [:]) { records, part in
      for (day, change) in part.records { records[day, default: 0] += Int128(change) }
    }
    recorded = records.least(from: day)
    for part in state.parts {
      recorded -= Int128(part.refundedBook) + Int128(part.writtenOffBook)
      conditional += Int128(part.unmetBook)
      received += Int128(part.received) - Int128(part.refunded)
    }
    used = state.usedBook
    realised = state.realisedBook
  }
}

extension [Fact] {
  /// The agreements of which an amendment among them counts and comes into the funding records after `day`.
  public func amendedInRecords(after day: CalendarDate) -> Set<Reference> {
    let signed = Set(compactMap { $0.kind == .agreement ? $0.reference : nil })
    return Set(
      compactMap { fact in
        guard fact.kind == .amendment, fact.inRecords > day else { return nil }
        return fact.signedOrAmended(among: signed)
      })
  }
}
