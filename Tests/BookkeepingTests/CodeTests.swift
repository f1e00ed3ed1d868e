import Bookkeeping
import Testing

@Suite struct ReferenceTests {
  @Test(arguments: ["A0309", "C1/1", "a.b_c-d/e", "9", "/", "general"])
  func `letters, digits and four signs make a reference`(text: String) {
    #expect(Reference(text)?.text == text)
  }

  @Test(arguments: ["", "A 1", "A,1", "A:1", "Ä1", "A\n", "A\0"])
  func `anything else is none`(text: String) {
    #expect(Reference(text) == nil)
  }
}

@Suite struct FundCodeTests {
  @Test func `an agreement's fund bears its reference`() throws {
    let reference = try #require(Reference("C1/1"))
    #expect(FundCode(of: reference).agreement == reference)
    #expect(FundCode("C1/1") == FundCode(of: reference))
  }

  @Test func `the general fund and the memorandum are of no agreement`() {
    #expect(FundCode("general") == .general)
    #expect(FundCode("memorandum") == .memorandum)
    #expect(FundCode.general.agreement == nil)
    #expect(FundCode.memorandum.agreement == nil)
    #expect(FundCode("a b") == nil)
  }
}

@Suite struct ScopePathTests {
  @Test(arguments: ["mali", "mali/health", "a/b/c-1", "mali/*", "7"])
  func `slugs with slashes between them make a path`(text: String) {
    #expect(ScopePath(text)?.text == text)
  }

  @Test(arguments: [
    "", "/", "/mali", "mali/", "mali//health", "Mali", "mali health", "*", "/*", "mali/*/x",
  ])
  func `anything else is none`(text: String) {
    #expect(ScopePath(text) == nil)
  }

  @Test func `a remainder is a line of its scope`() throws {
    let mali = try #require(ScopePath("mali"))
    #expect(mali.remainder.text == "mali/*")
    #expect(mali.remainder.isRemainder)
    #expect(mali.remainder.scope == mali)
    #expect(!mali.isRemainder)
    #expect(mali.scope == mali)
  }

  @Test func `the written parent is what stands before the last slash`() throws {
    #expect(ScopePath("a/b/c")?.writtenParent == ScopePath("a/b"))
    #expect(ScopePath("a")?.writtenParent == nil)
  }
}

@Suite struct BudgetYearTests {
  @Test(arguments: [
    (0, nil), (1, "0001"), (2017, "2017"), (9999, "9999"), (10_000, nil), (-1, nil),
  ])
  func `years are those of the calendar`(number: Int, text: String?) {
    #expect(BudgetYear(number)?.description == text)
  }

  @Test func `a day lies in its calendar year`() {
    #expect(BudgetYear(of: day("2017-12-31")) == BudgetYear(2017))
    #expect(BudgetYear(of: day("2018-01-01")) == BudgetYear(2018))
  }
}
