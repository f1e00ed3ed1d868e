import Monetary
import Tabulation

/// A verb that prints a report, and stamps it with the command that prints the same again.
protocol ReportingCommand: Command<CommandContext> {
  /// How and where it is printed.
  var output: OutputOptions { get set }
  /// The ledger.
  var ledger: LedgerOptions { get set }
  /// The words that call it: its own name, behind that of its group.
  static var path: [String] { get }
  /// The same with the day written out, where without one today is meant.
  func dated(_ today: CalendarDate) -> Self
}

/// A report of a day.
protocol DatedCommand: ReportingCommand {
  /// Up to when it counts.
  var time: TimeOptions { get set }
}

extension DatedCommand {
  func dated(_ today: CalendarDate) -> Self {
    var command = self
    command.time.asOf = time.asOf ?? today
    return command
  }
}

extension ReportingCommand {
  static var path: [String] { [name] }

  /// Prints a report; for the rest see ``CommandContext/show(_:records:json:as:of:)``.
  func show(
    _ document: Document, records: Document? = nil, json: JSONValue? = nil,
    in context: inout CommandContext
  ) throws {
    let again = Stamp.Item(
      "command", label: "printed by", try commandLine(in: context), isVerbatim: true)
    try context.show(
      document.stamped(with: again), records: records?.stamped(with: again), json: json, as: output,
      of: ledger)
  }

  /// The command line that prints the same, wherever the day and the ledger were not named.
  private func commandLine(in context: CommandContext) throws -> String {
    var command = dated(context.today)
    command.ledger.file = nil
    command.output.output = nil
    let options = command.words.prefix { $0 != "--" }
    let operands = command.words.dropFirst(options.count)
    let isPlain = !operands.dropFirst().contains { $0.hasPrefix("-") }
    let words =
      try ["bursar", "-f", context.ledgerPath(ledger.file)] + Self.path
      + options.flatMap(Self.apart) + operands.dropFirst(isPlain ? 1 : 0)
    return words.map(Self.quoted).joined(separator: " ")
  }

  /// `--scope=mali` as two words, as people write it; a value that looks like an option stays.
  private static func apart(_ word: String) -> [String] {
    guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else { return [word] }
    let value = word[word.index(after: sign)...]
    return value.isEmpty || value.hasPrefix("-") ? [word] : [String(word[..<sign]), String(value)]
  }

  /// The word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
        || Character(Unicode.Scalar(byte)).isNumber || "-_./=:,+@".utf8.contains(byte)
    }
    if plain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}

extension Document {
  /// The same with one more item in its stamp.
  fileprivate func stamped(with item: Stamp.Item) -> Document {
    Document(
      id: id, language: language, title: title, subtitle: subtitle, keyFigures: keyFigures,
      blocks: blocks,
      notes: notes, stamp: Stamp(stamp.items + [item]))
  }
}
