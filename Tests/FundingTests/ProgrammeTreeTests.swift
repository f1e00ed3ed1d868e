import Bookkeeping
import Diagnostics
import Funding
import Testing

@testable import TestSupport

@Suite struct ProgrammeTreeTests {
  private let tree: ProgrammeTree

  init() throws { tree = try SampleLedger().book.programme }

  @Test
  func `a scope lies under what is written before its last slash, else its parent, else global`() {
    #expect(tree.parent(of: scope("mali/health")) == scope("mali"))
    #expect(tree.parent(of: scope("mali")) == scope("west-africa"))
    #expect(tree.parent(of: scope("chad")) == .global)
    #expect(tree.parent(of: .global) == nil)
    #expect(tree.parent(of: scope("mali/*")) == scope("mali"))
    #expect(
      tree.lineage(of: scope("mali/health/clinics")).map(\.text)
        == ["mali/health/clinics", "mali/health", "mali", "west-africa", "global"])
  }

  @Test func `a scope contains itself and what lies below it`() {
    #expect(tree.contains(scope("mali"), in: scope("mali")))
    #expect(tree.contains(scope("mali/health/clinics"), in: scope("west-africa")))
    #expect(tree.contains(scope("mali/*"), in: scope("mali")))
    #expect(!tree.contains(scope("mali"), in: scope("mali/health")))
    #expect(!tree.contains(scope("chad"), in: scope("west-africa")))
    #expect(tree.children(of: scope("west-africa")).map(\.path.text) == ["mali", "niger"])
  }

  @Test(arguments: [
    ("not-stated", "global"), ("unearmarked", "global"), ("softly except mali", "global"),
    ("earmarked mali", "mali"), ("softly mali/health, mali/education", "mali"),
    ("softly mali/health, mali", "mali"), ("softly mali, niger", "west-africa"),
    ("softly mali/health/clinics, niger", "west-africa"), ("softly mali, chad", "global"),
    ("softly sahel", "global"), ("softly sahel except chad", "west-africa"),
    ("softly sahel except west-africa", "chad"), ("softly sahel except mali, chad", "niger"),
    ("softly mali except mali/health", "mali"), ("softly west-africa except sahel", "west-africa"),
  ])
  func `the place of money is the lowest scope that contains all it may be used in`(
    use: String, place: String
  ) throws {
    #expect(try tree.place(of: earmark(use)) == scope(place))
  }

  @Test(arguments: [
    ("not-stated", "chad", true), ("earmarked mali", "mali/health/clinics", true),
    ("earmarked mali", "niger", false), ("tightly mali/health", "mali", false),
    ("softly sahel", "niger", true), ("softly sahel", "west-africa", false),
    ("softly mali except mali/health", "mali/health", false),
    ("softly mali except mali/health", "mali/health/clinics", false),
    ("softly mali except mali/health", "mali/education", true),
    ("softly sahel except chad", "chad", false), ("softly except mali", "niger", true),
    ("softly except sahel", "mali", false),
  ])
  func `money may be used inside what is included and outside what is excluded`(
    use: String, line: String, isPermitted: Bool
  ) {
    #expect(tree.permits(earmark(use), at: scope(line)) == isPermitted)
  }

  @Test func `global may be given again, and stays complete once it is`() throws {
    var tree = tree
    #expect(tree.scope(.global)?.isComplete == false)
    try tree.add(Scope(.global, name: "All", isComplete: true))
    try tree.add(Scope(.global))
    #expect(tree.scope(.global)?.isComplete == true)
    #expect(tree.name(of: .global) == "All")
  }

  @Test func `a tree as of an instant has what was known by then, and what that lies below`() throws
  {
    let (early, late) = (instant("2017-01-01T00:00:00Z"), instant("2018-01-01T00:00:00Z"))
    var tree = ProgrammeTree()
    try tree.add(Scope(.global, name: "All"), learnt: early)
    try tree.add(Scope(scope("sahel"), kind: .region), learnt: late)
    try tree.add(Scope(scope("mali"), parent: scope("sahel")), learnt: early)
    try tree.add(Scope(scope("niger")), learnt: late)
    try tree.add(Scope(scope("chad")), learnt: late)
    try tree.add(Scope(.global, isComplete: true), learnt: late)
    try tree.add(Situation(scope("lake"), name: "Lake", scopes: [scope("chad")]), learnt: early)
    try tree.add(Situation(scope("desert"), name: "Desert", scopes: [scope("mali")]), learnt: late)
    let before = tree.asOf(known: early)
    #expect(before.allNames.map(\.text) == ["chad", "global", "mali", "sahel", "lake"])
    #expect(before.scope(.global)?.isComplete == false)
    #expect(before.name(of: .global) == "All")
    #expect(tree.asOf(known: late) == tree)
    #expect(ProgrammeTree().asOf(known: early) == ProgrammeTree())
  }

  @Test func `a name for people is the declared one, else the path`() {
    #expect(tree.name(of: scope("west-africa")) == "West Africa")
    #expect(tree.name(of: scope("west-africa/*")) == "West Africa")
    #expect(tree.name(of: scope("sahel")) == "Sahel")
    #expect(tree.name(of: scope("niger")) == "niger")
  }

  @Test func `a chain of ten thousand scopes is walked, not feared`() throws {
    var tree = ProgrammeTree()
    var path = "s0"
    try tree.add(Scope(scope(path)))
    for number in 1..<10_000 {
      try tree.add(Scope(scope("s\(number)"), parent: scope(path)))
      path = "s\(number)"
    }
    #expect(tree.lineage(of: scope(path)).count == 10_001)
    #expect(
      try tree.place(of: Earmark(.softly, includes: [scope(path), scope("s5000")]))
        == scope("s5000"))
  }
}

@Suite struct EarmarkTests {
  @Test func `each modality belongs to the category of its letter`() {
    let letters = EarmarkCategory.allCases.map { category in
      EarmarkModality.allCases.filter { $0.category == category }.map(\.rawValue).joined()
    }
    #expect(letters == ["ABC", "DEF", "GH", "IJKL", ""])
  }

  @Test func `categories go from freest to tightest, what is not stated last`() {
    #expect(EarmarkCategory.allCases.shuffled().sorted() == EarmarkCategory.allCases)
    #expect(EarmarkCategory.allCases.map(\.iatiCode) == [1, 2, 3, 4, nil])
  }
}
