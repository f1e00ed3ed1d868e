// A currency that was redenominated has two series of rates, each of which may end or begin within a table;
// the newest rate of either tells what its money is worth.
extension RateTable {
  /// The way from one currency to another on a day, by the newest rates of any of their denominations;
  /// of rates equally new those of the currencies themselves. Nil where there is none.
  ///
  /// - Precondition: The two are not of one redenomination.
  func conversion(from: Currency, to: Currency, on date: CalendarDate) -> Conversion? {
    var newest = ownConversion(from: from, to: to, on: date)
    guard from.redenomination != nil || to.redenomination != nil else { return newest }
    for source in from.denominations(ratedOn: date) {
      for target in to.denominations(ratedOn: date) where source != from || target != to {
        guard
          let other = ownConversion(from: source, to: target, on: date)?
            .restated(from: from, to: to)
        else { continue }
        if newest.map(other.isNewer) ?? true { newest = other }
      }
    }
    return newest
  }

  /// The way by rates of the two currencies themselves.
  private func ownConversion(from: Currency, to: Currency, on date: CalendarDate) -> Conversion? {
    if let direct = rate(quote: to, base: from, on: date) { return Conversion(direct: direct) }
    if let inverse = rate(quote: from, base: to, on: date) { return Conversion(inverse: inverse) }
    return cross(from: from, to: to, on: date).map { Conversion(cross: $0, then: $1) }
  }
}

extension Currency {
  /// The denominations whose rates tell on `date` what the currency is worth: itself, the one before it, and
  /// the one after it once that has begun.
  fileprivate func denominations(ratedOn date: CalendarDate) -> [Currency] {
    denominations.filter { other in
      guard other != self, case .notYet = other.standing(on: date) else { return true }
      return false
    }
  }
}

extension Conversion {
  /// The same way between other denominations of its currencies; nil where a rate cannot be said in them.
  fileprivate func restated(from: Currency, to: Currency) -> Conversion? {
    let rates = rates.compactMap { rate in
      rate.restating(self.from, as: from)?.restating(self.to, as: to)
    }
    guard rates.count == self.rates.count else { return nil }
    return switch way {
    case .direct: Conversion(direct: rates[0])
    case .inverse: Conversion(inverse: rates[0])
    case .cross: Conversion(cross: rates[0], then: rates[1])
    case .same, .redenomination: nil
    }
  }

  /// Whether its older rate is newer than the older one of `other`; where they are of one day, its newer one.
  fileprivate func isNewer(than other: Conversion) -> Bool {
    let (days, others) = (rates.map(\.effective), other.rates.map(\.effective))
    guard let oldest = days.min(), let newest = days.max(), let otherOldest = others.min(),
      let otherNewest = others.max()
    else { return false }
    return (oldest, newest) > (otherOldest, otherNewest)
  }
}
