import Testing

/// The package's own tree, held to each rule.
struct TidyTests {
  @Test(arguments: Rule.all) func `the tree is tidy`(rule: Rule) {
    let violations = rule.violations(.ofThePackage)

    for violation in violations {
      Issue.record("\(violation)")
    }
  }

  @Test func `the tree that is checked is the whole package`() {
    let paths = Set(Tree.ofThePackage.paths)

    #expect(
      paths.isSuperset(of: [
        "Package.swift", "Makefile", ".ci/run", "Ledgers/mali-2017.bursar",
        "Tests/TidyTests/TidyTests.swift",
      ]))
    #expect(!paths.contains { $0.hasPrefix(".git/") || $0.hasPrefix(".build/") })
  }
}
