import Diagnostics
import Monetary
import Testing

@testable import BursarCLI

@Suite struct HorizonTests {
  @Test(arguments: [
    ("0d", "2018-02-01"), ("60d", "2018-04-02"), ("8w", "2018-03-29"), ("2018-03-31", "2018-03-31"),
    ("2017-01-01", "2017-01-01"), ("9999999w", "9999-12-31"),
  ])
  func `it reaches so many days or weeks, or up to a day`(text: String, last: String) throws {
    let day = try #require(CalendarDate("2018-02-01"))
    let horizon = try Horizon(argument: text)
    #expect(horizon.lastDay(from: day).description == last)
    #expect(horizon.argument == text)
  }

  @Test(arguments: ["", "d", "60", "60m", "-5d", "6 d", "10000000d", "soon", "2018-3-1"])
  func `all else is told what would be right`(text: String) {
    #expect(throws: Expected("days, weeks or a date, as in 60d, 8w or 2018-03-31")) {
      try Horizon(argument: text)
    }
  }

  @Test func `a day that no calendar has is a fault of its own`() {
    let expected = "days, weeks or a date, as in 60d, 8w or 2018-03-31"
    #expect(throws: Expected(expected, but: Fault(.dateImpossible, "2018-02-30"))) {
      try Horizon(argument: "2018-02-30")
    }
  }
}
