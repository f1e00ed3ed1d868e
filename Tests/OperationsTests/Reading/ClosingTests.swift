import Bookkeeping
import Diagnostics
import Operations
import Testing

@testable import TestSupport

@Suite struct ClosingTests {
  private static let closings = """
    2018-01-05 close 2017-11
      entered: 2018-01-05T10:00:00Z

    2018-01-08 reopen 2017-11
      reason: "a late receipt"
      entered: 2018-01-08T10:00:00Z

    2018-02-05 close 2017-12
      entered: 2018-02-05T10:00:00Z

    2018-03-05 close 2018-01
      entered: 2018-03-05T10:00:00Z


    """

  @Test(arguments: [
    ("2017-10", "2018-01-05T10:00:00Z"), ("2017-11", "2018-02-05T10:00:00Z"),
    ("2017-12", "2018-02-05T10:00:00Z"), ("2018-01", "2018-03-05T10:00:00Z"),
  ])
  func `a month was closed when the last close came that it was open before`(
    closed: String, at expected: String
  ) throws {
    for ledger in try WorkedLedger(Self.closings).both() {
      #expect(try ledger.closing(of: month(closed)) == instant(expected))
    }
  }

  @Test(arguments: ["2018-02", "9999-12"])
  func `an open month has no closing`(open: String) throws {
    for ledger in try WorkedLedger(Self.closings).both() {
      #expect(try refusals { try ledger.closing(of: month(open)) } == [.monthUnclosed])
    }
  }
}
