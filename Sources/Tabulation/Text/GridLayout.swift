/// Which columns of a table stand beside each other on a page, and how wide.
struct GridLayout {
  /// A column in its place.
  struct Place {
    let index: Int
    let width: Int
    /// The column of the page where it begins.
    let start: Int
  }

  /// Blanks between two columns.
  static let gutter = 2
  /// Pieces of the table that stand below each other; the first column is repeated in each.
  let bands: [[Place]]

  init(_ measures: [ColumnMeasure], width: Int) {
    let all = Array(measures.indices)
    if let whole = Self.fit(all, of: measures, into: width) {
      bands = [whole]
      return
    }
    let indices = Self.bands(of: measures, width: width, atMost: all.count)
    // As many columns in each, rather than all that fit and a rest.
    let evenly = Self.bands(
      of: measures, width: width, atMost: (all.count + indices.count - 2) / indices.count)
    bands = (evenly.count > indices.count ? indices : evenly).map {
      Self.fit($0, of: measures, into: width, force: true) ?? []
    }
  }

  /// Fills bands with columns that fit beside the first; bars are left out.
  private static func bands(
    of measures: [ColumnMeasure], width: Int, atMost count: Int
  ) -> [[Int]] {
    var bands: [[Int]] = []
    var band = [0]
    for index in measures.indices.dropFirst() where measures[index].least > 0 {
      let isFull = total((band + [index]).map { measures[$0].least }) > width
      if band.count > 1, isFull || band.count > count {
        bands.append(band)
        band = [0]
      }
      band.append(index)
    }
    return bands + [band]
  }

  /// Gives each column a width: what it would like, or less, step by step, until all fit.
  ///
  /// Bars give way first, then words are broken comfortably, then bars go, then words are broken hard.
  /// - Returns: nil where they do not fit; with `force`, the narrowest that cuts nothing.
  private static func fit(
    _ indices: [Int], of measures: [ColumnMeasure], into width: Int, force: Bool = false
  ) -> [Place]? {
    var widths = indices.map { measures[$0].ideal }
    let isBar = indices.map { measures[$0].least == 0 }
    let floors: [(Int) -> Int] = [
      { isBar[$0] ? measures[indices[$0]].comfortable : widths[$0] },
      { measures[indices[$0]].comfortable },
      { isBar[$0] ? 0 : widths[$0] },
      { measures[indices[$0]].least },
    ]
    for floor in floors where total(widths) > width {
      shrink(&widths, to: widths.indices.map { min(floor($0), widths[$0]) }, into: width)
      // A bar narrower than this shows nothing.
      for index in widths.indices where isBar[index] && widths[index] < 4 { widths[index] = 0 }
    }
    guard force || total(widths) <= width else { return nil }
    var start = 0
    return zip(indices, widths).compactMap { index, width in
      guard width > 0 else { return nil }
      defer { start += width + gutter }
      return Place(index: index, width: width, start: start)
    }
  }

  /// Takes from the widest column that has room, one at a time, until all fit or none has.
  private static func shrink(_ widths: inout [Int], to floors: [Int], into width: Int) {
    var excess = total(widths) - width
    while excess > 0 {
      guard
        let widest = widths.indices.filter({ widths[$0] > floors[$0] })
          .max(by: { (widths[$0], $1) < (widths[$1], $0) })
      else { return }
      widths[widest] -= 1
      excess = total(widths) - width
    }
  }

  private static func total(_ widths: [Int]) -> Int {
    let columns = widths.filter { $0 > 0 }
    return columns.reduce(0, +) + gutter * max(columns.count - 1, 0)
  }
}
