@testable import Diagnostics
import Testing

@Suite struct SuggestionTests {
  static let verbs = ["init", "donor", "scope", "summary", "balance", "journal", "export"]

  @Test(arguments: [
    ("sumary", "summary"), ("exprot", "export"), ("donnor", "donor"), ("blance", "balance"),
    ("jurnal", "journal"), ("SCOPE", "scope"), ("scpoe", "scope"), ("int", "init"),
  ])
  func `a slip of the fingers finds what was meant`(typed: String, meant: String) {
    #expect(Suggestion.nearest(to: typed, among: Self.verbs) == meant)
  }

  @Test(arguments: ["", "x", "publish", "dnr", "scp", "s"])
  func `what is far from everything gets no suggestion`(typed: String) {
    #expect(Suggestion.nearest(to: typed, among: Self.verbs) == nil)
  }

  @Test func `one edit is allowed for each three letters, three at most`() {
    #expect(Suggestion.nearest(to: "ab", among: ["abc"]) == "abc")
    #expect(Suggestion.nearest(to: "xbc", among: ["abx"]) == nil)
    #expect(Suggestion.nearest(to: "switzreland", among: ["Switzerland"]) == "Switzerland")
    #expect(Suggestion.nearest(to: "xxxdefghijklmn", among: ["abcdefghijklmn"]) != nil)
    #expect(Suggestion.nearest(to: "xxxxefghijklmn", among: ["abcdefghijklmn"]) == nil)
  }

  @Test func `neighbours swapped are one edit, not two`() {
    #expect(Suggestion.distance(from: Array("form"), to: Array("from")) == 1)
    #expect(Suggestion.distance(from: Array("kitten"), to: Array("sitting")) == 3)
    #expect(Suggestion.distance(from: [], to: Array("abc")) == 3)
  }

  @Test func `the nearest wins, and the first among equally near ones`() {
    #expect(Suggestion.nearest(to: "mali-208", among: ["mali-2018", "mali-208x"]) == "mali-2018")
    #expect(Suggestion.nearest(to: "malis", among: ["mala", "mali"]) == "mali")
  }

  @Test func `the only name that ends so behind a slash is meant, one of several is not`() {
    let scopes = ["mali", "mali/health", "mali/health/clinics", "niger", "wealth"]
    #expect(Suggestion.nearest(to: "health", among: scopes) == "mali/health")
    #expect(Suggestion.nearest(to: "Clinics", among: scopes) == "mali/health/clinics")
    #expect(Suggestion.nearest(to: "health", among: scopes + ["niger/health"]) == "wealth")
    #expect(Suggestion.nearest(to: "ealth", among: ["mali/health"]) == nil)
    #expect(Suggestion.nearest(to: "1", among: ["A/1"]) == nil)
  }

  @Test func `the only name that goes on as typed is meant, one of several is not`() {
    #expect(Suggestion.nearest(to: "swe", among: ["Norway", "Sweden"]) == "Sweden")
    #expect(Suggestion.nearest(to: "united", among: ["United States", "United Kingdom"]) == nil)
  }

  @Test func `nobody is asked whether they meant what they typed`() {
    #expect(Suggestion.nearest(to: "scope", among: ["scopes", "scope"]) == nil)
  }

  @Test func `letters with accents count as one`() {
    #expect(Suggestion.nearest(to: "Cote d'Ivoire", among: ["Côte d'Ivoire"]) == "Côte d'Ivoire")
  }
}
