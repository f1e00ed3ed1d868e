import Monetary

extension Dictionary where Key == CalendarDate, Value: AdditiveArithmetic & Comparable {
  /// The least that changes, by the day on which they are made, sum to on any day from `day` on.
  func least(from day: CalendarDate) -> Value {
    var sum = reduce(Value.zero) { $1.key <= day ? $0 + $1.value : $0 }
    var least = sum
    for (_, change) in filter({ $0.key > day }).sorted(by: { $0.key < $1.key }) {
      sum += change
      least = Swift.min(least, sum)
    }
    return least
  }
}
