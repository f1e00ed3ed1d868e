import Bookkeeping
import Monetary

/// What of a part's money was received and what moved, so that it can be told how much of what moved
/// had been received: on any day, an allocation counts up to what its part received, in order of date.
struct PartFlow: Hashable, Sendable {
  /// Money of the part moved from one place or line to another.
  struct Move: Hashable, Sendable {
    /// Counted from 0 in the order in which they were posted.
    let number: Int
    let day: CalendarDate
    let source: ScopePath
    let line: ScopePath
    /// In the agreement's currency; positive.
    let amount: Int64
    /// The same at the frozen rate.
    let book: Int64
  }

  /// Something that happened to the part.
  enum Event: Hashable, Sendable {
    /// Received or, negative, no longer received.
    case received(Int64, on: CalendarDate)
    case moved(Move)
    case undone(move: Int, on: CalendarDate)

    var day: CalendarDate {
      switch self {
      case .received(_, let day), .undone(_, let day): day
      case .moved(let move): move.day
      }
    }

    /// The event that takes this one back, on `day` or its own if that is later.
    func opposite(on day: CalendarDate) -> Event? {
      let day = max(day, self.day)
      switch self {
      case .received(let amount, _): return .received(-amount, on: day)
      case .moved(let move): return .undone(move: move.number, on: day)
      case .undone: return nil
      }
    }
  }

  /// Where a part's money lies before it moves, and how much was agreed.
  struct Part {
    let place: ScopePath
    let amount: Int64
  }

  /// How much more of what moved counts at a place or line, from a day on.
  struct Change: Hashable {
    let day: CalendarDate
    let scope: ScopePath
    let amount: Int64
    let book: Int64
  }

  private var received: [CalendarDate: Int64] = [:]
  private var moves: [Move] = []
  private var undone: [Int: CalendarDate] = [:]

  /// The number of the next move.
  var nextNumber: Int { moves.count }

  /// The least that was received, less what was taken back, on any day from `day` on.
  func least(from day: CalendarDate) -> Int64 { received.least(from: day) }

  /// The last day on which it changes what was received; nil where nothing ever was.
  var lastReceipt: CalendarDate? { received.keys.max() }

  /// Takes in an event.
  mutating func add(_ event: Event) {
    switch event {
    case .received(let amount, let day): received[day, default: 0] += amount
    case .moved(let move): moves.append(move)
    case .undone(let number, let day): undone[number] = day
    }
  }

  /// What an event of `part` changes, from its day on and on later days.
  ///
  /// - Complexity: O(*m* log *m*) for *m* moves where nothing happened later, else times the later days.
  func changes(by event: Event, of part: Part) -> [Change] {
    var after = self
    after.add(event)
    guard !after.received.isEmpty, !after.moves.isEmpty else { return [] }
    let days = Set(after.days.filter { $0 >= event.day }).sorted()
    var before: [ScopePath: Counted] = [:]
    var changes: [Change] = []
    for day in days {
      let difference = after.counted(on: day, of: part).subtracting(counted(on: day, of: part))
      for scope in Set(difference.keys).union(before.keys).sorted() {
        let change = (difference[scope] ?? Counted()).subtracting(before[scope] ?? Counted())
        guard change != Counted() else { continue }
        changes.append(Change(day: day, scope: scope, amount: change.amount, book: change.book))
      }
      before = difference
    }
    return changes
  }

  private var days: [CalendarDate] {
    Array(received.keys) + moves.map(\.day) + undone.values
  }

  /// What of the moves in force on `day` counts, place by place: the money received by then lies at
  /// the part's place, and each move takes along what of it there is.
  private func counted(on day: CalendarDate, of part: Part) -> [ScopePath: Counted] {
    let inForce = moves.filter { move in
      move.day <= day && (undone[move.number].map { $0 > day } ?? true)
    }
    var lying = [part.place: received.reduce(0) { $1.key <= day ? $0 + $1.value : $0 }]
    var counted: [ScopePath: Counted] = [:]
    for move in Self.possibleOrder(of: inForce, of: part) {
      let amount = min(move.amount, lying[move.source] ?? 0)
      guard amount > 0 else { continue }
      lying[move.source, default: 0] -= amount
      lying[move.line, default: 0] += amount
      let book = Share.of(move.book, part: amount, whole: move.amount)
      counted[move.source, default: Counted()].add(-amount, -book)
      counted[move.line, default: Counted()].add(amount, book)
    }
    return counted
  }

  /// The moves in order of date, but none before the money it moves on could have come.
  ///
  /// A move may bear an earlier date than the one that its money came by, or stand before it where
  /// an earlier one was undone; with all money received it counts in full all the same.
  private static func possibleOrder(of moves: [Move], of part: Part) -> [Move] {
    var lying = [part.place: part.amount]
    var order: [Move] = []
    // The earliest stands last, where it is taken away for nothing.
    var waiting = moves.sorted { ($0.day, $0.number) > ($1.day, $1.number) }
    while let next = waiting.lastIndex(where: { (lying[$0.source] ?? 0) >= $0.amount }) {
      let move = waiting.remove(at: next)
      lying[move.source, default: 0] -= move.amount
      lying[move.line, default: 0] += move.amount
      order.append(move)
    }
    return order + waiting.reversed()
  }
}

/// An amount and its worth at the frozen rate.
private struct Counted: Hashable {
  var amount: Int64 = 0
  var book: Int64 = 0

  mutating func add(_ amount: Int64, _ book: Int64) {
    self.amount += amount
    self.book += book
  }

  func subtracting(_ other: Counted) -> Counted {
    Counted(amount: amount - other.amount, book: book - other.book)
  }
}

extension [ScopePath: Counted] {
  fileprivate func subtracting(_ other: [ScopePath: Counted]) -> [ScopePath: Counted] {
    var difference = self
    for (scope, counted) in other {
      difference[scope] = (difference[scope] ?? Counted()).subtracting(counted)
    }
    return difference
  }
}
