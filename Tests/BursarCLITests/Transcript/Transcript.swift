/// A file that shows what bursar answers: files to begin with, command lines, and all that comes of each.
///
///     # A comment; where it comes first, it says what the transcript shows.
///     <<< ./small.bursar
///     ledger "Small"
///     <<<
///     export BURSAR_FILE=./small.bursar
///
///     $ bursar summary --scope mali
///     >
///     what standard output must be
///     >2
///     what standard error must be
///     >= 0
///
/// `$` runs in this process; the block `<` is then what somebody at a terminal answers. `$$` is given
/// to a shell, where `bursar` is the program itself; the block `<` is then its standard input. A path
/// begins with `./`, which is the transcript's own folder, with `Ledgers/`, or with `Samples/`.
struct Transcript: Hashable, Sendable {
  /// A line of the file, or some that belong together.
  enum Element: Hashable, Sendable {
    /// A comment or an empty line.
    case remark(String)
    /// A file to begin with; escapes in it stand for what cannot be seen.
    case file(name: String, lines: [String])
    /// A variable that holds from here on.
    case export(name: String, value: String)
    /// A command and what comes of it.
    case step(Step)
  }

  /// A command line and what comes of it.
  struct Step: Hashable, Sendable {
    /// The command, without its `$`.
    var command: String
    /// Whether a shell runs it.
    var isShell: Bool
    /// What is given to it, or answered at the terminal; nil where there is nothing.
    var input: String?
    /// What came of it.
    var outcome: Outcome
  }

  /// What a command wrote, and its exit status.
  struct Outcome: Hashable, Sendable {
    var output = ""
    var error = ""
    var status: Int32 = 0
  }

  /// A file that is no transcript.
  struct SyntaxError: Error {
    let line: Int
    let reason: String
  }

  /// All of it, in order.
  var elements: [Element]

  /// Every command and what comes of it.
  var steps: [Step] {
    elements.compactMap { if case .step(let step) = $0 { step } else { nil } }
  }
}

extension Transcript {
  /// Reads a transcript.
  init(_ text: String) throws(SyntaxError) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if lines.last == "" { lines.removeLast() }
    elements = []
    while let line = lines.first {
      lines = lines.dropFirst()
      if line.isEmpty || line.hasPrefix("#") {
        elements.append(.remark(String(line)))
      } else if line.hasPrefix("<<< ") {
        let body = lines.prefix { $0 != "<<<" }
        guard body.endIndex < lines.endIndex else {
          throw SyntaxError(line: line.number(in: lines), reason: "a file that does not end")
        }
        lines = lines[(body.endIndex + 1)...]
        elements.append(.file(name: String(line.dropFirst(4)), lines: body.map(String.init)))
      } else if line.hasPrefix("export "), let equals = line.firstIndex(of: "=") {
        elements.append(
          .export(
            name: String(line[..<equals].dropFirst(7)),
            value: String(line[line.index(after: equals)...])))
      } else if line.hasPrefix("$") {
        elements.append(.step(try Self.step(line, &lines)))
      } else {
        throw SyntaxError(line: line.number(in: lines), reason: "'\(line)' begins nothing")
      }
    }
  }

  /// Reads what follows a command, through its exit status.
  private static func step(
    _ first: Substring, _ lines: inout ArraySlice<Substring>
  ) throws(SyntaxError) -> Step {
    let isShell = first.hasPrefix("$$")
    var step = Step(
      command: String(first.drop { $0 == "$" }.drop { $0 == " " }), isShell: isShell, input: nil,
      outcome: Outcome())
    var block: WritableKeyPath<Step, String>?
    while let line = lines.first {
      // A command without its outcome is one to be recorded.
      if line.isEmpty, block == nil { return step }
      lines = lines.dropFirst()
      switch line {
      case "<":
        step.input = ""
        block = \.givenInput
      case ">": block = \.outcome.output
      case ">2": block = \.outcome.error
      case _ where line.hasPrefix(">= "):
        guard let status = Int32(line.dropFirst(3)) else {
          throw SyntaxError(line: line.number(in: lines), reason: "no exit status")
        }
        step.outcome.status = status
        return step
      default:
        guard let block else {
          throw SyntaxError(line: line.number(in: lines), reason: "a line of no block")
        }
        step[keyPath: block] += line + "\n"
      }
    }
    return step
  }
}

extension Transcript.Step {
  /// The input, which there is.
  fileprivate var givenInput: String {
    get { input ?? "" }
    set { input = newValue }
  }
}

extension Substring {
  /// The line's number, told from those that follow it.
  fileprivate func number(in rest: ArraySlice<Substring>) -> Int { rest.startIndex }
}

extension Transcript {
  /// The transcript as a file.
  var text: String {
    elements.map { element in
      switch element {
      case .remark(let line): line + "\n"
      case .file(let name, let lines):
        (["<<< \(name)"] + lines + ["<<<"]).map { $0 + "\n" }.joined()
      case .export(let name, let value): "export \(name)=\(value)\n"
      case .step(let step): step.text
      }
    }.joined()
  }
}

extension Transcript.Step {
  /// The step as it stands in a file.
  fileprivate var text: String {
    "\(isShell ? "$$" : "$") \(command)\n" + (input.map { "<\n\($0)" } ?? "")
      + (outcome.output.isEmpty ? "" : ">\n\(outcome.output)")
      + (outcome.error.isEmpty ? "" : ">2\n\(outcome.error)") + ">= \(outcome.status)\n"
  }
}
