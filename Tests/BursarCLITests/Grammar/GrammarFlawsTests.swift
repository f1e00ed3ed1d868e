import Testing

@testable import BursarCLI

@Suite struct GrammarFlawsTests {
  private func option(
    _ names: String..., excludes: [String] = [], isRepeating: Bool = false, defaults: [String] = []
  ) -> Declaration {
    Declaration(
      form: .option, names: names, value: "X", help: "an option", isRepeating: isRepeating,
      excludes: excludes, defaults: defaults)
  }

  private func operand(
    _ value: String, isRequired: Bool = false, isRepeating: Bool = false
  ) -> Declaration {
    Declaration(
      form: .operand, names: [], value: value, help: "an operand", isRequired: isRequired,
      isRepeating: isRepeating)
  }

  @Test func `a grammar in order has no flaws`() {
    #expect(Sample.grammar.flaws.isEmpty)
  }

  @Test func `a name belongs to one option, and help and version are taken`() {
    #expect([option("--a1"), option("-x", "--a1")].flaws == ["--a1 is declared twice"])
    #expect([option("-h")].flaws == ["-h is declared twice"])
    #expect([option("--version")].flaws == ["--version is declared twice"])
  }

  @Test(arguments: ["name", "-long", "--", "--x", "-", "--with blank", "--a=b", "-é"])
  func `a name is a dash and a letter, or two dashes and a word`(name: String) {
    #expect([option(name)].flaws == ["\(name) is neither -x nor --long-name"])
  }

  @Test func `an option has a name`() {
    #expect([option()].flaws == ["an option: an option needs a name"])
  }

  @Test func `what is excluded exists`() {
    #expect(
      [option("--ab", excludes: ["--cd"])].flaws == ["--ab excludes --cd, which is not declared"])
    #expect([option("--ab", excludes: ["--cd"]), option("--cd")].flaws.isEmpty)
    #expect([option("--ab", excludes: ["-c"]), option("-c", "--cd")].flaws.count == 1)
  }

  @Test func `what repeats starts empty`() {
    #expect([option("--ab", isRepeating: true, defaults: ["x"])].flaws == ["--ab must start empty"])
    #expect([option("--ab", defaults: ["x"])].flaws.isEmpty)
  }

  @Test func `every operand can be reached`() {
    #expect([operand("A", isRepeating: true), operand("B")].flaws == ["A takes the words of B"])
    #expect([operand("A"), operand("B", isRequired: true)].flaws == ["A takes the words of B"])
    #expect([operand("A", isRequired: true), operand("B", isRepeating: true)].flaws.isEmpty)
  }

  @Test func `a grammar with a flaw is not made`() async {
    await #expect(processExitsWith: .failure) {
      _ = Grammar<[String]>(
        name: "bursar", version: "0", released: Sample.grammar.released, abstract: "twice",
        sections: [.init("Ledgers", [Verb(ShowCommand.self), Verb(ShowCommand.self)])])
    }
  }

  @Test func `names of the ledger are completed only with a verb that answers`() async {
    await #expect(processExitsWith: .failure) {
      _ = Grammar<[String]>(
        name: "bursar", version: "0", released: Sample.grammar.released, abstract: "unanswered",
        sections: [.init("Ledgers", [Verb(ShowCommand.self)])])
    }
  }

  @Test func `a required value is not read before it is given`() async {
    await #expect(processExitsWith: .failure) { _ = ShowCommand().references }
  }
}
