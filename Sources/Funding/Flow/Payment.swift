/// So much of a contribution for a place.
struct Payment {
  /// The contribution, by the order of use.
  let turn: Int
  /// The line, by its place.
  let place: Int
  /// How much; positive.
  let amount: Int64
}

extension [Payment] {
  /// One payment for each contribution and place, by contribution, then by place; those of nothing are left out.
  var summed: [Payment] {
    var sums: [Int: [Int: Int64]] = [:]
    for payment in self {
      sums[payment.turn, default: [:]][payment.place, default: 0] += payment.amount
    }
    return sums.sorted { $0.key < $1.key }.flatMap { turn, places in
      places.sorted { $0.key < $1.key }.compactMap { place, amount in
        amount > 0 ? Payment(turn: turn, place: place, amount: amount) : nil
      }
    }
  }
}
