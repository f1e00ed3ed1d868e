import Diagnostics
import Monetary

/// Gathers the rates of one file: each once, and what is wrong, as far as anybody would read it.
struct RateCollector {
  /// The most different rates of one file; all that the ECB ever published are a tenth of it.
  static let most = 2_000_000

  /// Where a value stands, and how its line can be shown.
  struct Place {
    let line: Int
    let column: Int
    /// The line as it stands there; asked for only where something is wrong.
    let excerpt: () -> String
  }

  private struct Key: Hashable {
    let quote: Currency
    let base: Currency
    let date: CalendarDate
  }

  /// Rates of a currency that is not known.
  private struct Skipped {
    let place: Place
    let excerpt: String
    var count = 1
  }

  private let input: String
  private let limit: Int
  private var rows: [RateFile.Row] = []
  private var places: [Key: Int32] = [:]
  private var log = DiagnosticLog()
  private var skipped: [String: Skipped] = [:]
  /// Whether nothing more is taken.
  private(set) var isFull = false

  /// Begins to gather the rates of `input`.
  init(named input: String, limit: Int = Self.most) {
    self.input = input
    self.limit = limit
  }

  /// Tells what is wrong at a place.
  mutating func tell(_ fault: Fault, at place: Place) {
    log.add(
      fault, at: SourceLocation(input: input, line: place.line, column: place.column)
    ) { place.excerpt() }
    log.endDirective()
  }

  /// Notes a rate of a currency that has no place in the list; it is told once, at the end.
  mutating func skip(_ code: String, at place: Place) {
    // A file that is no table of rates is no reason to keep all its words.
    guard skipped[code] == nil, skipped.count < DiagnosticLog.most else {
      skipped[code]?.count += 1
      return
    }
    skipped[code] = Skipped(place: place, excerpt: place.excerpt())
  }

  /// Takes a rate, unless it stands there already; `units` as they are written.
  mutating func add(
    _ quote: Currency, per base: Currency, _ units: String, on date: CalendarDate,
    at place: Place
  ) {
    guard let number = Self.number(units), number.isPositive else {
      return tell(Fault(.rateSyntax, units), at: place)
    }
    guard quote != base else {
      let one = ExactDecimal(coefficient: 1, scale: 0)
      if !number.isEqualInValue(to: one) { tell(Fault(.rateOfItself, quote.code), at: place) }
      return
    }
    let key = Key(quote: quote, base: base, date: date)
    if let known = places[key].map({ rows[Int($0)] }) {
      guard !known.units.isEqualInValue(to: number) else { return }
      return tell(
        Fault(
          .ratesRowDiffers, quote.code, date.description, number.description,
          known.units.description, String(known.line)), at: place)
    }
    guard !isFull else { return }
    guard rows.count < limit else {
      isFull = true
      return tell(Fault(.ratesTooMany, String(limit)), at: place)
    }
    places[key] = Int32(rows.count)
    rows.append(
      RateFile.Row(
        quote: quote, base: base, units: number, date: date, line: Int32(clamping: place.line),
        column: Int32(clamping: place.column)))
  }

  /// What was gathered from a file of `table`.
  func file(of table: RateTableName?) -> RateFile {
    let unknown = skipped.sorted { ($0.value.place.line, $0.key) < ($1.value.place.line, $1.key) }
    let warnings = unknown.map { code, skipped in
      let count = skipped.count == 1 ? "1 rate" : "\(skipped.count) rates"
      return Diagnostic(
        Fault(.ratesSkipped, code, count), severity: .warning,
        at: SourceLocation(
          input: input, line: skipped.place.line, column: skipped.place.column),
        excerpt: skipped.excerpt)
    }
    var errors = log.diagnostics
    if errors.isEmpty, rows.isEmpty { errors = [Diagnostic(Fault(.ratesNone, input))] }
    return RateFile(name: input, table: table, rows: rows, diagnostics: warnings + errors)
  }

  /// A decimal number; some tables write `.999`.
  private static func number(_ text: String) -> ExactDecimal? {
    // What is no number is told with the words that stand there.
    try? ExactDecimal(parsing: text.hasPrefix(".") ? "0" + text : text)
  }
}
