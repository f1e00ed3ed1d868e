import Diagnostics
import Funding
import Interchange
import Monetary
import Reporting

/// What importing files of rates comes to, rate by rate: decided on a book, before anything is written.
struct RatePlan {
  /// How many refusals are told; the rest is counted.
  private static let mostRefusals = 1000

  /// The ledger's head.
  var head: LedgerHead { book.head }
  /// The facts to record.
  private(set) var posted: [PostedFact] = []
  /// What becomes of each rate.
  private(set) var steps: [RateImport.Step] = []
  /// What somebody should look at again.
  private(set) var cautions: [Diagnostic] = []

  private let request: ImportRates
  private let entered: Instant?
  private var book: Book
  private var namer = FactNamer()
  private var refused: [(row: Row, fault: Fault)] = []
  private var cautioned: Set<FaultCode.Subject> = []
  /// What the table has had of a day, by when it came; nil until a rate differs from the one in use.
  private var versions: [RateDay: [Fact]]?

  /// A rate and the file it stands in.
  private struct Row {
    let file: RateFile
    let row: RateFile.Row
    /// The place of its file among the files, and its own in the file.
    let place: (Int, Int)

    /// The order in which rates are compared with the ones before.
    var order: (String, CalendarDate) { (row.quote.code, row.date) }
  }

  /// Decides what `files` come to on `book`; the facts are learnt at `entered`, nil for a text.
  init(for files: [RateFile], as request: ImportRates, entered: Instant?, on book: Book) {
    self.request = request
    self.entered = entered
    self.book = book
    let rows = files.enumerated().flatMap { number, file in
      file.rows.enumerated().filter { request.takes($1) }
        .map { Row(file: file, row: $1, place: (number, $0)) }
    }
    let order = rows.indices.sorted { left, right in
      let (first, second) = (rows[left].order, rows[right].order)
      return first == second ? left < right : first < second
    }
    for index in order { decide(rows[index]) }
  }

  /// Why rates are refused, in the order of the files and their lines.
  var refusals: [Diagnostic] {
    let told = refused.sorted { $0.row.place < $1.row.place }.prefix(Self.mostRefusals)
      .map { Self.diagnostic($0.fault, of: $0.row) }
    let dropped = refused.count - told.count
    return dropped > 0
      ? told + [Diagnostic(Fault(.textTooManyErrors, String(dropped)))] : told
  }

  private mutating func decide(_ row: Row) {
    let stated = row.row
    let table = request.table(of: row.file, in: head)
    func quote(revises: String? = nil, isConfirmed: Bool = false) -> RateQuote {
      RateQuote(
        stated.units, of: stated.quote, per: stated.base, table: table, revises: revises,
        isConfirmed: isConfirmed)
    }
    let rate: ExchangeRate
    do throws(Fault) {
      rate = try book.rate(of: quote(), on: stated.date)
    } catch {
      return refused.append((row, error))
    }
    let source = "\(Self.name(of: row.file.name)), line \(stated.line)"
    let known = book.known(onTheDayOf: rate)
    if let known, isThere(rate, besides: known, from: source) {
      return steps.append(RateImport.Step(rate, .known))
    }
    let isDoubted = request.confirms && book.doubt(about: rate) != nil
    let fact = Fact(
      stated.date,
      .rate(quote(revises: known == nil ? nil : request.reason, isConfirmed: isDoubted)),
      provenance: Provenance(
        by: entered == nil ? nil : request.author, entered: entered, source: source))
    do throws(Faults) {
      let id = namer.name(fact) { book.posted[$0]?.fact.kind }
      posted.append(try book.post(fact, id: id))
      versions?[RateDay(rate), default: []].append(fact)
      steps.append(RateImport.Step(rate, known.map { .revised($0) } ?? .new))
      caution(about: fact, row)
    } catch {
      steps.append(RateImport.Step(rate, .refused))
      refused += error.all.map { (row, $0) }
    }
  }

  /// Whether the table has a rate of `source` already: in use, as `known` is, or before it was revised. Where
  /// rates are to be revised, another source brings a former one back.
  private mutating func isThere(
    _ rate: ExchangeRate, besides known: ExchangeRate, from source: String
  ) -> Bool {
    if known.units.isEqualInValue(to: rate.units) { return true }
    let versions = self.versions ?? Self.versions(in: book)
    self.versions = versions
    return versions[RateDay(rate), default: []].contains { fact in
      guard case .rate(let quote) = fact.event, quote.units.isEqualInValue(to: rate.units) else {
        return false
      }
      return request.reason == nil || fact.provenance.source == source
    }
  }

  private static func versions(in book: Book) -> [RateDay: [Fact]] {
    book.posted.inOrder.reduce(into: [:]) { versions, posted in
      guard case .rate(let quote) = posted.fact.event,
        let rate = try? book.rate(of: quote, on: posted.fact.date)
      else { return }
      versions[RateDay(rate), default: []].append(posted.fact)
    }
  }

  /// Tells once for each currency what somebody should look at again.
  private mutating func caution(about fact: Fact, _ row: Row) {
    for fault in book.cautions(about: fact) {
      let subject = FaultCode.Subject(code: fault.code, currency: row.row.quote)
      guard cautioned.insert(subject).inserted else { continue }
      cautions.append(Self.diagnostic(fault, of: row, severity: .warning))
    }
  }

  private static func diagnostic(
    _ fault: Fault, of row: Row, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      fault, severity: severity,
      at: SourceLocation(
        input: row.file.name, line: Int(row.row.line), column: Int(row.row.column)))
  }

  /// What a file is called in a ledger: without the folders that it lies in on somebody's machine.
  static func name(of path: String) -> String {
    path == "-" ? "(standard input)" : String(path.split(separator: "/").last ?? Substring(path))
  }
}

extension FaultCode {
  /// A fault and the currency that it is about.
  fileprivate struct Subject: Hashable {
    let code: FaultCode
    let currency: Currency
  }
}
