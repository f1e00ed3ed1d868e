import Diagnostics
import Funding
import Monetary
import Operations
import Reporting
import Tabulation

/// What may be said of every fact that is recorded.
struct RecordingOptions: OptionGroup {
  static let title = "Recording"

  /// How the result is printed.
  enum Format: String, CaseIterable, ArgumentValue { case text, csv, json, bursar }

  /// The fact's own day; nil means today.
  var date: StatedDate?
  var id: String?
  var source: String?
  var note: String?
  /// A file that proves it.
  var document: String?
  var isDryRun = false
  var format = Format.text

  static var parameters: [Parameter<Self>] {
    Option(\.date, "--date", value: "DATE", help: "the fact's own day; without it, today")
    Option(\.id, "--id", value: "ID", help: "what to call it; without it, a name is made")
    Option(\.source, "--source", value: "TEXT", help: "where it was read")
    Option(\.note, "--note", value: "TEXT", help: "what else is worth keeping")
    Option(
      \.document, "--document", value: "PATH",
      help: "a file that proves it; its SHA-256 is kept beside its path", completion: .file)
    Flag(
      \.isDryRun, "-n", "--dry-run", help: "show what would be posted, and record nothing")
    Option(
      \.format, "--format", value: "FORMAT",
      help: "how to print what was recorded; 'bursar' prints the directive to paste into a text")
  }
}

/// What may be said of a fact that posts entries, too: a closed month takes all others.
struct LateOption: OptionGroup {
  static let title = RecordingOptions.title

  var isGiven = false

  static var parameters: [Parameter<Self>] {
    Flag(
      \.isGiven, "--late",
      help: "where its month is closed, post it on the first open day and keep its own date")
  }
}

/// A verb that records one fact: it says which, the rest is the same for all.
protocol RecordingCommand: Command<CommandContext> {
  /// What may be said of every fact.
  var recording: RecordingOptions { get }
  /// Whether it may be posted later, where its month is closed.
  var late: LateOption { get }
  /// The ledger.
  var ledger: LedgerOptions { get }
  /// The fact as it was stated, its donors by their codes.
  var draft: DirectiveDraft { get }
  /// The fact's own day where the verb tells it; nil where it is that of `--date`, or today.
  var day: CalendarDate? { get }
  /// Whether what is open is revalued at the end of each month that the fact closes, before it.
  var revaluesMonths: Bool { get }
  /// Sees that the fact may be recorded now, beside what its rule asks for.
  func check(in context: CommandContext) throws
  /// Where donors are named, who may be by a name or an alias.
  static var donors: [PropertyPath<Self, String>] { get }
}

extension RecordingCommand {
  static var donors: [PropertyPath<Self, String>] { [] }
  var late: LateOption { LateOption() }
  var day: CalendarDate? { nil }
  var revaluesMonths: Bool { false }

  func check(in context: CommandContext) throws {}

  func run(in context: inout CommandContext) throws {
    let (command, misnamed) = try namingDonorsByCode(in: context)
    var draft = command.draft
    draft.add("id", recording.id)
    draft.add("source", quoting: recording.source)
    draft.add("note", quoting: recording.note)
    if let document = recording.document { try draft.add(documentAt: document) }
    let fact: Fact
    do throws(Misstatement) {
      let day = command.day ?? context.today
      fact = try draft.fact(on: recording.date?.text ?? day.description)
      if !misnamed.isEmpty { throw Misstatement(misnamed, of: fact) }
    } catch {
      let misstatement = error.diagnostics == misnamed ? error : error.preceded(by: misnamed)
      throw RecordFact.refusal(of: misstatement, in: try context.ledgerPath(ledger.file))
    }
    try command.check(in: context)
    let request = RecordFact(
      fact, command: Self.name, by: context.author, at: context.now, allowsLate: late.isGiven,
      revaluingMonths: revaluesMonths)
    try context.record(request, recording, in: ledger)
  }
}

extension RecordingCommand {
  /// The same, where a donor's name or alias was given with the donor's code; and what is wrong with
  /// those that no donor has, or several.
  /// - Throws: What reading the ledger throws.
  private func namingDonorsByCode(
    in context: CommandContext
  ) throws -> (command: Self, misnamed: [Diagnostic]) {
    guard !Self.donors.isEmpty else { return (self, []) }
    let names = try context.open(ledger).names
    var command = self
    var misnamed: [Diagnostic] = []
    for donor in Self.donors {
      let given = self[keyPath: donor]
      do {
        command[keyPath: donor] = try names.requireDonor(given).text
      } catch {
        misnamed += error.diagnostics
        // A code stands for the name, so that the rest of the fact is looked at.
        command[keyPath: donor] = DonorID(suggestedBy: given).text
      }
    }
    return (command, misnamed)
  }
}

extension CommandContext {
  /// Records what is asked for, or shows what recording it would come to.
  func record(
    _ request: RecordFact, _ options: RecordingOptions, in ledger: LedgerOptions
  ) throws {
    let path = try ledgerPath(ledger.file)
    let told = hasAsked && !options.isDryRun ? try confirm(request, in: path) : []
    let recorded =
      try options.isDryRun
      ? request.preview(in: path, for: watcher) : request.record(in: path)
    switch options.format {
    case .bursar: try write(recorded.directive)
    case .csv: try write(CSVRenderer().render(recorded.report.records))
    case .json: try write(JSONRenderer().render(recorded.report.records))
    case .text: try write(textRenderer.render(recorded.report.document()))
    }
    try tell(recorded.cautions.filter { !told.contains($0) })
  }

  /// Shows what answers to questions come to, and what somebody should look at again, and asks whether it is meant.
  /// - Returns: What was told to look at.
  /// - Throws: ``Declined`` where it is not meant; what recording it would throw.
  private func confirm(_ request: RecordFact, in path: String) throws -> [Diagnostic] {
    try OpenLedger.requireStore(path)
    let preview = try request.preview(in: path, for: watcher)
    try tell("\n" + textRenderer.render(preview.report.proposal))
    if !preview.cautions.isEmpty {
      try tell("\n")
      try tell(preview.cautions)
    }
    guard try agrees(to: "\nRecord this?") else { throw Declined(outcome: "nothing is recorded") }
    return preview.cautions
  }
}

/// Somebody was shown what would be done, and did not want it.
struct Declined: Error {
  /// What came of it, as in "nothing is recorded".
  let outcome: String
}
