import Operations

/// `fmt FILE`: a text ledger in canonical form.
struct FormatCommand: Command {
  static let name = "fmt"
  static let abstract = "Write a text ledger in canonical form, comments kept"
  static let examples = [
    Example("bursar fmt mali.bursar", "print the canonical form"),
    Example("bursar fmt --write mali.bursar", "replace the file by it"),
    Example("bursar fmt --check mali.bursar", "only say whether it is canonical"),
  ]

  @Required var path: String
  var writes = false
  var checks = false

  static var parameters: [Parameter<Self>] {
    Operand(\.$path, "FILE", help: "a text ledger; '-' is standard input", completion: .file)
    Flag(\.writes, "-w", "--write", help: "replace the file", excluding: ["--check"])
    Flag(\.checks, "--check", help: "write nothing; exit status 1 if the form is not canonical")
  }

  func run(in context: inout CommandContext) throws {
    let formatted = try FormatText.format(path)
    if checks {
      guard !formatted.isChanged else { throw NotCanonical(path: path) }
    } else if writes {
      if formatted.isChanged { try FormatText.replace(path, with: formatted) }
    } else {
      try context.write(String(decoding: formatted.bytes, as: UTF8.self))
    }
  }
}

/// A text ledger that `fmt --check` found not to be in canonical form.
struct NotCanonical: Error {
  let path: String
}
