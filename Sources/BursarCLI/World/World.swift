public import Funding

/// What a process gives a command line: its words, streams, clock and author; tests give their own.
public struct World {
  /// Where text goes.
  public enum Stream: Hashable, Sendable {
    /// Results.
    case output
    /// Everything else.
    case error
  }

  /// What was typed after the program's name.
  public var arguments: [String]
  /// The environment's variables.
  public var environment: [String: String]
  /// The moment at which the program began.
  public var now: Instant
  /// Who runs it: the name of the user.
  public var author: String
  /// How much time has passed since some moment, by a clock that never goes back.
  public var elapsed: () -> Duration
  /// Whether results go to a terminal.
  public var outputIsTerminal: Bool
  /// Whether everything else goes to a terminal.
  public var errorIsTerminal: Bool
  /// Whether somebody at a terminal can answer questions.
  public var canAsk: Bool
  /// How many columns the terminal has; nil where there is none.
  public var columns: Int?
  /// Writes text to a stream.
  /// - Throws: ``ClosedPipe`` where nobody reads any more, ``UnwritableStream``.
  public var write: (String, Stream) throws -> Void
  /// Reads a line from the terminal; nil at the end.
  public var readLine: () -> String?

  /// Makes a world without a terminal.
  public init(
    arguments: [String], environment: [String: String], now: Instant, author: String,
    write: @escaping (String, Stream) throws -> Void
  ) {
    self.arguments = arguments
    self.environment = environment
    self.now = now
    self.author = author
    elapsed = { .zero }
    outputIsTerminal = false
    errorIsTerminal = false
    canAsk = false
    columns = nil
    self.write = write
    readLine = { nil }
  }
}

/// Nobody reads what is written any more, as after `| head`; a quiet success.
public struct ClosedPipe: Error, Hashable, Sendable {
  /// Makes it.
  public init() {}
}

/// A stream that takes no more: what it leads to is full, or it is closed.
public struct UnwritableStream: Error, Hashable, Sendable {
  /// What could not be written.
  public let stream: World.Stream
  /// The system's error number.
  public let systemError: Int32

  /// Makes it; `systemError` is read right after the call that failed.
  public init(_ stream: World.Stream, systemError: Int32) {
    self.stream = stream
    self.systemError = systemError
  }
}

extension World {
  /// Whether nothing but ASCII may be printed.
  var isPlain: Bool {
    let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? ""
    return locale == "C" || locale == "POSIX"
  }

  /// A bar that shows how far work has come on the error stream, and is wiped off before anything is
  /// written; nil where that is no terminal, or one that cannot wipe.
  mutating func addProgressBar() -> ProgressBar? {
    guard errorIsTerminal, environment["TERM"] != "dumb" else { return nil }
    let write = write
    let readLine = readLine
    let bar = ProgressBar(isPlain: isPlain, elapsed: elapsed) { text in
      // Where nobody reads the error stream, nobody misses the bar.
      try? write(text, .error)
    }
    self.write = { text, stream in
      bar.clear()
      try write(text, stream)
    }
    self.readLine = {
      // Nobody waits for the time that an answer takes.
      defer { bar.clear() }
      return readLine()
    }
    return bar
  }
}
