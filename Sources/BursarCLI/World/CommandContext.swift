import Funding
import Monetary
import Operations
import Tabulation

/// What a command runs in: the world, with what the environment says about it decided once.
struct CommandContext {
  private let world: World
  /// The moment at which the program began, or `BURSAR_NOW`.
  let now: Instant
  /// Who runs it, or `BURSAR_BY`.
  let author: String
  /// Told how far long work has come; nil where nobody would see it.
  let watcher: HeadwayWatcher?
  /// Whether somebody was asked for what the command line left out.
  var hasAsked = false

  /// Takes the world as it is; a `watcher` is told how far long work has come.
  /// - Throws: ``EnvironmentFault`` for a `BURSAR_NOW` that is no instant.
  init(_ world: World, watcher: HeadwayWatcher? = nil) throws(EnvironmentFault) {
    self.world = world
    self.watcher = watcher
    if let text = world.environment["BURSAR_NOW"] {
      guard let instant = Instant(text) else {
        throw EnvironmentFault(
          variable: "BURSAR_NOW", value: text, expected: "2017-11-28T09:00:00Z")
      }
      now = instant
    } else {
      now = world.now
    }
    let by = world.environment["BURSAR_BY"] ?? ""
    author = by.isEmpty ? world.author : by
  }

  /// The day it is, in UTC.
  var today: CalendarDate { now.date }

  /// Whether somebody can be asked for what is missing.
  var canAsk: Bool { world.canAsk }

  /// The file named by an option, else by `BURSAR_FILE`.
  /// - Throws: ``NoLedger`` where neither names one.
  func ledgerPath(_ option: String?) throws(NoLedger) -> String {
    guard let path = option ?? world.environment["BURSAR_FILE"], !path.isEmpty else {
      throw NoLedger()
    }
    return path
  }

  /// Writes a result.
  func write(_ text: String) throws { try world.write(text, .output) }

  /// Tells the person something that is no result.
  func tell(_ text: String) throws { try world.write(text, .error) }

  /// Asks the person, and reads a line; nil at the end.
  func ask(_ question: String) throws -> String? {
    try world.write(question, .error)
    let line = world.readLine()
    // The question stands on a line that nobody ended.
    if line == nil { try world.write("\n", .error) }
    return line
  }

  /// Asks what is answered by yes or no until it is; nothing means yes.
  /// - Returns: Whether the answer is yes; not at the end.
  func agrees(to question: String) throws -> Bool {
    while let answer = try ask("\(question) [Y/n] ") {
      switch answer.filter({ !$0.isWhitespace }).lowercased() {
      case "", "y", "yes": return true
      case "n", "no": return false
      default: try tell("answer yes or no\n")
      }
    }
    return false
  }

  /// How text is laid out: coloured on a terminal, unless `NO_COLOR` is set; 80 columns elsewhere.
  var textRenderer: TextRenderer {
    let wantsNoColour = !(world.environment["NO_COLOR"] ?? "").isEmpty
    return TextRenderer(
      width: min(max(world.columns ?? 80, 40), 160),
      colour: world.outputIsTerminal && !wantsNoColour && world.environment["TERM"] != "dumb",
      unicode: !world.isPlain)
  }
}

/// No option and no variable names a ledger.
struct NoLedger: Error {}

/// A variable of the environment that cannot be used.
struct EnvironmentFault: Error {
  let variable: String
  let value: String
  let expected: String
}
