import Diagnostics
import Funding
import Operations

/// The command line of bursar, from words to an exit status.
public enum CommandLineTool {
  /// Does what the world's arguments ask for.
  ///
  /// - Returns: The exit status: 0 done; 1 the ledger, the input or a name in it is at fault; 2 wrong
  ///   usage; 3 the world failed.
  public static func run(in world: World) -> Int32 {
    var world = world
    let bar = world.addProgressBar()
    // Not every command writes something in the end.
    defer { bar?.clear() }
    do {
      return try status(in: world, watcher: bar.map { $0.show })
    } catch is ClosedPipe {
      return ExitStatus.done
    } catch {
      let failure = Failure(error)
      // Where even the standard error stream is closed there is nobody left to tell.
      try? world.write(failure.text, .error)
      return failure.status
    }
  }

  private static func status(in world: World, watcher: HeadwayWatcher?) throws -> Int32 {
    let grammar = Grammar<CommandContext>.bursar
    var context = try CommandContext(world, watcher: watcher)
    switch try invocation(of: world.arguments, in: grammar, &context) {
    case .answer(let text): try context.write(text)
    case .run(let command): try run(command, in: &context)
    }
    return ExitStatus.done
  }

  /// Understands the words; on a terminal, asks for what is missing and nothing else is wrong.
  private static func invocation(
    of arguments: [String], in grammar: Grammar<CommandContext>, _ context: inout CommandContext
  ) throws -> Invocation<CommandContext> {
    do {
      return try grammar.parse(arguments)
    } catch {
      let missing = error.missing(in: grammar)
      guard context.canAsk, missing.count == error.errors.count else { throw error }
      context.hasAsked = true
      let interview = Interview(
        grammar: grammar, context: context, words: arguments, path: error.path)
      // What is wrong between values is seen only when each is there.
      return try invocation(
        of: try interview.words(answering: missing), in: grammar, &context)
    }
  }

  private static func run(
    _ command: some Command<CommandContext>, in context: inout CommandContext
  ) throws {
    try command.run(in: &context)
  }
}

extension Misuse {
  /// What an answer could add: what is missing, and of several that would do the last.
  fileprivate func missing(in grammar: Grammar<CommandContext>) -> [Declaration] {
    // A path that was recognised leads to a verb.
    let declarations = (try? grammar.verb(at: path))?.declarations ?? []
    return errors.compactMap { error in
      switch error {
      case .missing(let declaration): declaration
      case .missingOneOf(let names): declarations.first { $0.name == names.last }
      default: nil
      }
    }
  }
}

/// What a process tells its parent.
enum ExitStatus {
  /// Done; warnings included.
  static let done: Int32 = 0
  /// The ledger, the input or a name in it is at fault, or a check found something.
  static let refused: Int32 = 1
  /// The command line cannot be understood.
  static let misused: Int32 = 2
  /// The world failed: missing, permissions, disk, locked, corrupt.
  static let failed: Int32 = 3
}
