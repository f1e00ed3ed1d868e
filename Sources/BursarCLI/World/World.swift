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
  /// Whether results go to a terminal.
  public var outputIsTerminal: Bool
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
    outputIsTerminal = false
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
