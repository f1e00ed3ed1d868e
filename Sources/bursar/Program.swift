import BursarCLI
import Funding

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The process: its arguments, clock, streams and exit status, and nothing else.
enum Program {
  /// Runs the command line in this process and ends it.
  static func run() -> Never {
    // A closed pipe is told by write, not by a signal that kills.
    _ = signal(SIGPIPE, SIG_IGN)
    var world = World(
      arguments: Array(CommandLine.arguments.dropFirst()), environment: environment,
      now: now, author: author, write: Stream.write)
    world.outputIsTerminal = isatty(STDOUT_FILENO) == 1
    world.errorIsTerminal = isatty(STDERR_FILENO) == 1
    world.canAsk = isatty(STDIN_FILENO) == 1 && world.errorIsTerminal
    world.elapsed = elapsed
    world.columns = columns
    world.readLine = { Swift.readLine() }
    exit(CommandLineTool.run(in: world))
  }

  private static var now: Instant {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  private static func elapsed() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static var author: String {
    guard let entry = unsafe getpwuid(geteuid()), let name = unsafe entry.pointee.pw_name else {
      return "uid-\(geteuid())"
    }
    return unsafe String(cString: name)
  }

  private static var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Only the variables that bursar reads.
  private static var environment: [String: String] {
    let names = [
      "BURSAR_FILE", "BURSAR_NOW", "BURSAR_BY", "NO_COLOR", "TERM", "LC_ALL", "LC_CTYPE", "LANG",
    ]
    var variables: [String: String] = [:]
    for name in names {
      if let value = unsafe getenv(name) { variables[name] = unsafe String(cString: value) }
    }
    return variables
  }
}
