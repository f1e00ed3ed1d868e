/// Which columns of a table stand beside each other on a page, and how wide.
struct GridLayout {
  /// A column in its place.
  struct Place {
    let index: Int
    let width: Int
    /// The column of the page where it begins.
    let start: Int
  }

  /// Pieces of the table that stand below each other; the first column is repeated in each.
  let bands: [[Place]]

  init(_ measures: [ColumnMeasure], width: Int) {
    let all = Array(measures.indices)
    if let whole = Self.fit(all, of: measures, into: width)
      ?? Self.fit(all, of: measures, into: width, gutters: .narrowBeforeNumbers)
    {
      bands = [whole]
      return
    }
    let greedy = Self.bands(of: measures, width: width) { _ in all.count }
    // As many columns in each, rather than all that fit and a rest.
    let count = measures.dropFirst().count { !$0.isBar }
    let even = Self.bands(of: measures, width: width) { number in
      count / greedy.count + (number < count % greedy.count ? 1 : 0)
    }
    bands = (even.count > greedy.count ? greedy : even).map {
      Self.fit($0, of: measures, into: width, force: true) ?? []
    }
  }

  /// Fills bands with columns that fit beside the first, no more than `most` of the band's number; bars
  /// are left out.
  private static func bands(
    of measures: [ColumnMeasure], width: Int, most: (Int) -> Int
  ) -> [[Int]] {
    var bands: [[Int]] = []
    var band = [0]
    for index in measures.indices.dropFirst() where !measures[index].isBar {
      let columns = (band + [index]).map { measures[$0] }
      let isFull =
        Gutters.wide.total(columns.map { $0.width(at: .hyphens) }, of: columns) > width
      if band.count > 1, isFull || band.count > most(bands.count) {
        bands.append(band)
        band = [0]
      }
      band.append(index)
    }
    return bands + [band]
  }

  /// Gives each column a width: what it would like, or less, step by step, until all fit.
  ///
  /// Bars give way first, then texts are broken comfortably, then bars go, then texts are broken into
  /// words, and words where they have seams.
  /// - Returns: nil where they do not fit; with `force`, words are broken anywhere, and where that is not
  ///   enough, the narrowest that cuts nothing.
  private static func fit(
    _ indices: [Int], of measures: [ColumnMeasure], into width: Int, gutters: Gutters = .wide,
    force: Bool = false
  ) -> [Place]? {
    let columns = indices.map { measures[$0] }
    var widths = columns.map { min($0.ideal, max(width, $0.least)) }
    func give(_ floor: (ColumnMeasure) -> Int, where gives: (ColumnMeasure) -> Bool) {
      let floors = zip(columns, widths).map { gives($0) ? min(floor($0), $1) : $1 }
      shrink(&widths, of: columns, to: floors, into: width, gutters: gutters)
      // A bar narrower than this shows nothing.
      for index in widths.indices where columns[index].isBar && widths[index] < 4 {
        widths[index] = 0
      }
    }
    give(\.comfortable, where: \.isBar)
    give(\.comfortable) { _ in true }
    give({ _ in 0 }, where: \.isBar)
    for fineness in LineBreaking.Fineness.allCases {
      give({ $0.width(at: fineness) }, where: { _ in true })
    }
    if force { give(\.least) { _ in true } }
    guard force || gutters.total(widths, of: columns) <= width else { return nil }
    var end = 0
    return zip(indices, widths).compactMap { index, width in
      guard width > 0 else { return nil }
      let start = end == 0 ? 0 : end + gutters.width(before: measures[index])
      end = start + width
      return Place(index: index, width: width, start: start)
    }
  }

  /// Takes one at a time, where it makes the fewest more lines, and of equals from the widest, until
  /// all fit or none has room.
  /// - Complexity: O(*n*) in the columns where even the floors do not fit, as in a table of thousands;
  ///   else there are no more than the page is wide, and each step looks at all of them.
  private static func shrink(
    _ widths: inout [Int], of columns: [ColumnMeasure], to floors: [Int], into width: Int,
    gutters: Gutters
  ) {
    guard gutters.total(floors, of: columns) <= width else {
      widths = floors
      return
    }
    var prices = zip(columns, widths).map { $0.price(ofNarrowing: $1) }
    while gutters.total(widths, of: columns) > width {
      guard
        let cheapest = widths.indices.filter({ widths[$0] > floors[$0] })
          .min(by: { (prices[$0], -widths[$0], -$0) < (prices[$1], -widths[$1], -$1) })
      else { return }
      widths[cheapest] -= 1
      prices[cheapest] = columns[cheapest].price(ofNarrowing: widths[cheapest])
    }
  }
}

/// The blanks between columns.
private enum Gutters {
  /// Two everywhere.
  case wide
  /// One before numbers, which are seldom all as wide as their column: better than a table that
  /// continues below itself.
  case narrowBeforeNumbers

  func width(before column: ColumnMeasure) -> Int {
    self == .narrowBeforeNumbers && column.column.kind.alignment == .trailing ? 1 : 2
  }

  /// The width of all columns that are shown, and of the blanks between them.
  func total(_ widths: [Int], of columns: [ColumnMeasure]) -> Int {
    var total = 0
    for (width, column) in zip(widths, columns) where width > 0 {
      total += (total > 0 ? self.width(before: column) : 0) + width
    }
    return total
  }
}
