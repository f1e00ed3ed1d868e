import Bookkeeping
import Diagnostics
import Monetary
import Testing

@testable import TestSupport

@testable import Funding

/// Sample scopes: west-africa over mali (health, education) and niger; see `SampleLedger`.
@Suite struct AreaTests {
  private func programme() throws -> ProgrammeTree {
    var programme = try SampleLedger().book.programme
    try programme.add(
      Situation(scope("flood"), name: "Flood", scopes: [scope("mali/health"), scope("niger")]))
    try programme.add(
      Situation(
        scope("twice"), name: "Twice", scopes: [scope("mali"), scope("mali/health"), scope("mali")])
    )
    return programme
  }

  private func relation(_ earmark: Earmark, to area: String) throws -> Area.Relation {
    let programme = try programme()
    return try programme.area(of: scope(area)).relation(
      of: try programme.place(of: earmark), try programme.reach(of: earmark)
    ) { programme.contains($0, in: $1) }
  }

  @Test(arguments: [
    // What lies in the scope or below it.
    ("mali", [], "mali", Area.Relation.inside), ("mali/health", [], "mali", .inside),
    ("niger", [], "mali", .elsewhere), ("global", [], "mali", .above),
    ("west-africa", [], "mali", .above), ("mali", [], "mali/health", .above),
    // What several scopes share reaches each of them, and no other.
    ("mali niger", [], "mali", .above), ("mali niger", [], "west-africa", .inside),
    ("mali/health niger", [], "mali/education", .elsewhere),
    ("mali/health niger", [], "mali", .above), ("mali/health niger", [], "niger", .above),
    // What is excluded is not reached.
    ("global", ["mali"], "mali", .elsewhere), ("global", ["mali"], "mali/health", .elsewhere),
    ("global", ["mali/health"], "mali", .above), ("global", ["mali"], "niger", .above),
    ("mali", ["mali/health"], "mali", .inside),
    ("mali", ["mali/health"], "mali/health", .elsewhere),
    ("mali niger", ["mali"], "niger", .inside), ("mali niger", ["mali"], "mali", .elsewhere),
    // A situation has what lies in its scopes, and what may be used nowhere else.
    ("flood", [], "flood", .inside), ("mali/health niger", [], "flood", .inside),
    ("mali/health", [], "flood", .inside), ("niger", [], "flood", .inside),
    ("mali niger", [], "flood", .above), ("mali", [], "flood", .above),
    ("mali/education", [], "flood", .elsewhere), ("global", [], "flood", .above),
    ("flood", [], "mali", .above), ("flood", [], "mali/education", .elsewhere),
    ("flood", [], "west-africa", .inside), ("mali", [], "twice", .inside),
  ])
  func `money stands to an area as its place and its earmark tell`(
    includes: String, excludes: [String], area: String, expected: Area.Relation
  ) throws {
    let names = includes == "global" ? [] : includes.split(separator: " ").map { scope(String($0)) }
    let earmark = Earmark(.softly, includes: names, excludes: excludes.map(scope))
    #expect(try relation(earmark, to: area) == expected)
  }

  @Test func `an area has each scope once, and none that lies in another`() throws {
    #expect(try programme().area(of: scope("twice")).roots == [scope("mali")])
    #expect(
      try programme().area(of: scope("flood")).roots == [scope("mali/health"), scope("niger")])
    #expect(try programme().area(of: scope("niger")) == Area(of: scope("niger")))
  }

  @Test func `what nothing is called is no area`() throws {
    let programme = try programme()
    #expect(throws: Fault(.scopeUnknown, "gabon")) { try programme.area(of: scope("gabon")) }
  }

  @Test func `money in one scope, without exceptions, needs no reach`() throws {
    let programme = try programme()
    #expect(try programme.reach(of: Earmark(.unearmarked)) == nil)
    #expect(try programme.reach(of: Earmark(.earmarked, includes: [scope("mali")])) == nil)
    let apart = Earmark(.earmarked, includes: [scope("mali")], excludes: [scope("niger")])
    #expect(try programme.reach(of: apart) == nil)
    let nested = Earmark(.earmarked, includes: [scope("mali"), scope("mali/health")])
    #expect(try programme.reach(of: nested) == nil)
  }

  @Test func `a situation is written out, so that a reach says the same for ever`() throws {
    let earmark = Earmark(
      .softly, includes: [scope("flood"), scope("mali")], excludes: [scope("mali/education")])
    let reach = try #require(try programme().reach(of: earmark))
    #expect(reach.description == "mali,niger except mali/education")
    #expect(Reach(reach.description) == reach)
  }

  @Test(arguments: ["", "mali,", "mali except ", "a except b except c", "Mali", "a, b"])
  func `what is no reach is not read as one`(text: String) {
    #expect(Reach(text) == nil)
  }
}
