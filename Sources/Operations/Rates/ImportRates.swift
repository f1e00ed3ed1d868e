public import Diagnostics
public import Funding
import Interchange
public import Monetary
import Persistence
public import Reporting

/// Records the rates of files in a store, all of them or none, or shows what that would come to.
public struct ImportRates: Hashable, Sendable {
  /// The files, in order; `-` is standard input.
  public let paths: [String]
  /// The table; nil means the one that publishes in the file's form, else the ledger's own.
  public var table: RateTableName?
  /// The first day of which rates are taken; nil for all.
  public var since: CalendarDate?
  /// The only currencies of which rates are taken, counted or bought; empty for all.
  public var currencies: [Currency] = []
  /// Why rates that differ from those of the ledger take their place; nil refuses them.
  public var reason: String?
  /// Whether rates that are far off the ones before are taken all the same.
  public var confirms = false
  /// Who records them.
  public let author: String
  /// When.
  public let now: Instant

  /// Will record the rates of the files at `paths`.
  public init(_ paths: [String], by author: String, at now: Instant) {
    self.paths = paths
    self.author = author
    self.now = now
  }

  /// What importing came to, or would come to.
  public struct Outcome: Sendable {
    /// How many rates of each currency are new, known, revised and refused.
    public let report: RateImport
    /// What somebody should look at again.
    public let cautions: [Diagnostic]
    /// Why rates are refused; with any, nothing is recorded.
    public let refusals: [Diagnostic]
    /// The facts as directives of the text form.
    public let directives: [UInt8]
  }

  /// Records the rates in the store at `path`, in one transaction.
  ///
  /// - Throws: ``Refusal`` with everything that is wrong with the files, or with each rate that a rule
  ///   refuses, or where `path` is a text; `StoreError`, `FileError`.
  public func record(in path: String) throws -> Outcome {
    try OpenLedger.requireStore(path)
    let files = try readFiles()
    var store = try Store.open(path: path)
    let batch = Batch(entered: now, by: author, command: "rates import", source: sourceName)
    return try store.write(batch) { transaction in
      let plan = try plan(for: files, on: transaction.snapshot)
      guard plan.refusals.isEmpty else {
        throw Refusal(Self.withLines(Self.cautions(of: plan, in: files) + plan.refusals))
      }
      let appender = LedgerAppender(to: plan.head, by: author)
      for posted in plan.posted { try appender.append(posted, to: &transaction) }
      return outcome(of: plan, in: files, .store(head: transaction.head.printed), transaction.head)
    }
  }

  /// Shows what importing into the ledger at `path`, text or store, would come to; a `watcher` is told
  /// how far a text has been checked. A text in which rates are missing is looked at for its rates alone.
  ///
  /// - Throws: As ``record(in:)`` does, but takes a text too, and rates that are refused.
  public func preview(
    in path: String, for watcher: HeadwayWatcher? = nil
  ) throws -> Outcome {
    let files = try readFiles()
    if try path == "-" || LedgerForm(ofFileAt: path) == .text {
      let book = try FactFold.takingRates(in: TextFile(at: path).text, for: watcher).book
      return outcome(of: RatePlan(for: files, as: self, entered: nil, on: book), in: files)
    }
    let store = try Store.open(path: path, for: .reading)
    return outcome(of: try store.read { try plan(for: files, on: $0) }, in: files)
  }

  private func plan(for files: [RateFile], on snapshot: borrowing Snapshot) throws -> RatePlan {
    let entered = try LedgerAppender.instant(from: now, after: snapshot)
    var loader = try BookLoader(snapshot)
    for file in files {
      let rows = file.rows.filter(takes)
      guard let first = rows.map(\.date).min() else { continue }
      try loader.loadRates(
        of: Set(rows.flatMap { [$0.quote, $0.base] }), in: table(of: file, in: loader.head),
        since: first.previous ?? first, from: snapshot)
    }
    return RatePlan(for: files, as: self, entered: entered, on: try loader.book())
  }

  /// Reads every file to its end.
  /// - Throws: ``Refusal`` with everything that is wrong with any of them.
  private func readFiles() throws -> [RateFile] {
    let files = try paths.map(Self.file)
    let diagnostics = files.flatMap(\.diagnostics)
    guard !files.contains(where: \.isRefused) else { throw Refusal(Self.withLines(diagnostics)) }
    return files
  }

  private static func file(at path: String) throws -> RateFile {
    var reader = RateFileReader(named: path == "-" ? "(standard input)" : path)
    try InputFile.chunks(at: path) { chunk in
      reader.take(chunk)
      return !reader.isDone
    }
    return reader.finish()
  }

  /// The table that takes the rates of a file.
  func table(of file: RateFile, in head: LedgerHead) -> RateTableName {
    table ?? file.table ?? head.rates
  }

  /// Whether a rate is among those that are taken.
  func takes(_ row: RateFile.Row) -> Bool {
    (since.map { row.date >= $0 } ?? true)
      && (currencies.isEmpty || currencies.contains(row.quote) || currencies.contains(row.base))
  }

  private static func cautions(of plan: RatePlan, in files: [RateFile]) -> [Diagnostic] {
    files.flatMap(\.diagnostics) + plan.cautions
  }

  /// The same, each with its line as it stands in its file; what was piped in cannot be read again.
  private static func withLines(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let places = diagnostics.filter(\.excerpt.isEmpty).compactMap(\.location)
    var pickers: [String: LinePicker] = [:]
    for (file, places) in Dictionary(grouping: places, by: \.input) {
      var picker = LinePicker(Set(places.map(\.line)))
      // A file that has gone meanwhile shows no lines; what is wrong is told all the same.
      try? InputFile.chunks(at: file) { chunk in
        picker.take(chunk)
        return !picker.isDone
      }
      pickers[file] = picker
    }
    return diagnostics.map { diagnostic in
      guard diagnostic.excerpt.isEmpty, let place = diagnostic.location,
        let picker = pickers[place.input]
      else { return diagnostic }
      return Diagnostic(
        diagnostic.fault, severity: diagnostic.severity, at: place,
        excerpt: picker.excerpt(line: place.line, around: place.column))
    }
  }

  private var sourceName: String {
    paths.map(RatePlan.name).joined(separator: ", ")
  }

  private func outcome(
    of plan: RatePlan, in files: [RateFile], _ origin: ReportStamp.Origin = .preview,
    _ head: ChainHead? = nil
  ) -> Outcome {
    let stamp = ReportStamp(
      ledger: plan.head.name, origin: origin, facts: head.map { Int($0.count) } ?? 0,
      asOf: now.date, known: nil, rates: plan.head.rates)
    let writer = LedgerTextWriter()
    return Outcome(
      report: RateImport(plan.steps, stamp: stamp),
      cautions: Self.withLines(Self.cautions(of: plan, in: files)),
      refusals: Self.withLines(plan.refusals),
      directives: plan.posted.flatMap { writer.directive($0.fact) + [UInt8(ascii: "\n")] })
  }
}
