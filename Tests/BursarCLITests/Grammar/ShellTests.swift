import Testing

@testable import BursarCLI

/// The scripts as the shells themselves take them; a shell that is not installed is skipped.
@Suite struct ShellTests {
  private static let bash = Program("bash")
  private static let zsh = Program("zsh")
  private static let fish = Program("fish")
  private static let mandoc = Program("mandoc")

  /// Completes the last of the words as bash does, with a `bursar` that knows some names and says
  /// what it was asked.
  private func bashCompletion(of words: [String]) throws -> [String] {
    let bash = try #require(Self.bash)
    let driver = #"""
      source /dev/stdin
      bursar() {
        printf '%s\n' Sweden 'Swiss Confederation' Japan asset:bank asset:cash "asked $*"
      }
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _bursar bursar "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\n' "${COMPREPLY[@]}"
      """#
    let (output, _) = try bash.run(
      ["--norc", "-c", driver, "bash"] + words, input: Sample.grammar.bashCompletion)
    return output.split(separator: "\n").map(String.init)
  }

  static let completions: [(words: [String], proposals: [String])] = [
    (
      ["bursar", ""],
      ["init", "show", "donor", "record", "summary", "help", "completions", "version"]
    ),
    (["bursar", "s"], ["show", "summary"]),
    (["bursar", "-f", "x", "su"], ["summary"]),
    (["bursar", "--file", "=", "x", "su"], ["summary"]),
    (["bursar", "-"], ["-f", "--file", "-h", "--help", "--version"]),
    (["bursar", "donor", ""], ["add", "list"]),
    (["bursar", "donor", "-f", "x", "a"], ["add"]),
    (["bursar", "add", ""], Verbs.all),
    (["bursar", "donor", "add", "--k"], ["--kind"]),
    (["bursar", "donor", "add", "--kind", "p"], ["pooled-fund", "private"]),
    (["bursar", "donor", "add", "--kind", "=", "p"], ["pooled-fund", "private"]),
    (["bursar", "donor", "add", "--kind", "="], DonorAdd.Kind.allCases.map(\.rawValue)),
    (["bursar", "donor", "add", "--kind=p"], ["--kind=pooled-fund", "--kind=private"]),
    (["bursar", "summary", "--f"], ["--format", "--file"]),
    (["bursar", "summary", "--as-of", ""], []),
    (["bursar", "-f", "x", "summary", ""], []),
    (["bursar", "summary", "--scope", "S"], ["Sweden", "Swiss\\ Confederation"]),
    (["bursar", "summary", "--scope", "'S"], ["Sweden", "Swiss Confederation"]),
    (["bursar", "summary", "--donor", "asset", ":", "b"], ["bank"]),
    (["bursar", "summary", "--donor", "=", "asset", ":"], ["bank", "cash"]),
    (["bursar", "show", "A1", "--depth", "2", "J"], ["Japan"]),
    (["bursar", "show", "--", "J"], ["Japan"]),
    (["bursar", "help", "re"], ["record"]),
    (["bursar", "completions", "z"], ["zsh"]),
    (["bursar", "completions", "bash", "z"], []),
    (
      ["bursar", "-f", "my\\ file", "show", "asked"],
      ["asked\\ -f\\ my\\ file\\ __complete\\ agreements\\ asked"]
    ),
    (
      ["bursar", "summary", "--file", "=", "x", "--donor", "asked"],
      ["asked\\ --file=x\\ __complete\\ donors\\ asked"]
    ),
  ]

  private enum Verbs {
    static let all = [
      "init", "show", "donor", "record", "summary", "help", "completions", "version",
    ]
  }

  @Test(.enabled(if: bash != nil, "needs bash"), arguments: completions)
  func `bash proposes what may stand at the cursor`(words: [String], proposals: [String]) throws {
    #expect(try bashCompletion(of: words) == proposals)
  }

  @Test(.enabled(if: bash != nil, "needs bash"))
  func `bash proposes files where a file is wanted`() throws {
    let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let proposals = try bashCompletion(of: ["bursar", "init", folder + "/ShellT"])
    #expect(proposals == [folder + "/ShellTests.swift"])
    #expect(try bashCompletion(of: ["bursar", "-f", folder + "/ShellT"]) == proposals)
    let parent = folder.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let folders = try bashCompletion(of: ["bursar", "init", "--documents", parent + "/Gramm"])
    #expect(folders == [folder])
  }

  @Test(.enabled(if: fish != nil, "needs fish"))
  func `fish proposes what may stand at the cursor`() throws {
    let fish = try #require(Self.fish)
    let rows: [(line: String, proposals: [String])] = [
      ("bursar su", ["summary"]),
      ("bursar -f x su", ["summary"]),
      ("bursar donor ", ["add", "list"]),
      ("bursar donor add --kind p", ["pooled-fund", "private"]),
      ("bursar donor add --kind=p", ["--kind=pooled-fund", "--kind=private"]),
      ("bursar summary --f", ["--file", "--format"]),
      ("bursar summary --scope S", ["Sweden", "Swiss Confederation"]),
      ("bursar show A1 J", ["Japan"]),
      ("bursar completions z", ["zsh"]),
      ("bursar completions zsh z", []),
      ("bursar -f 'my file' show asked", ["asked -f my file __complete agreements asked"]),
    ]
    let driver = #"""
      source -
      function bursar
          printf '%s\n' Sweden 'Swiss Confederation' Japan "asked $argv"
      end
      for line in $argv
          complete -C $line | string replace -r '\t.*' ''
          echo ---
      end
      """#
    let (output, _) = try fish.run(
      ["--no-config", "-c", driver] + rows.map(\.line), input: Sample.grammar.fishCompletion)
    let answers = output.split(separator: "---\n", omittingEmptySubsequences: false)
    for (row, answer) in zip(rows, answers) {
      #expect(answer.split(separator: "\n").map(String.init) == row.proposals, "\(row.line)")
    }
    #expect(answers.count == rows.count + 1)
  }

  @Test(.enabled(if: zsh != nil, "needs zsh"))
  func `zsh reads its script`() throws {
    let zsh = try #require(Self.zsh)
    let (output, status) = try zsh.run(["-f", "-n"], input: Sample.grammar.zshCompletion)
    #expect(output == "")
    #expect(status == 0)
  }

  @Test(.enabled(if: fish != nil, "needs fish"))
  func `fish reads its script`() throws {
    let fish = try #require(Self.fish)
    let (output, status) = try fish.run(
      ["--no-config", "-n"], input: Sample.grammar.fishCompletion)
    #expect(output == "")
    #expect(status == 0)
  }

  @Test(.enabled(if: mandoc != nil, "needs mandoc"))
  func `mandoc finds nothing to remark on the manual page`() throws {
    let mandoc = try #require(Self.mandoc)
    let page = Sample.grammar.manual(date: Sample.grammar.released)
    #expect(try mandoc.run(["-T", "lint"], input: page).output == "")
  }
}
