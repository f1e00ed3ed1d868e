import Monetary
import Tabulation
import Testing

@testable import Reporting
@testable import TestSupport

@Suite struct PrintingTests {
  @Test(arguments: [
    ("0.49 USD", "0"), ("0.50 USD", "0"), ("0.51 USD", "1"), ("1.50 USD", "2"), ("2.50 USD", "2"),
    ("1.500 KWD", "2"), ("7 XOF", "7"),
  ])
  func `whole units are rounded half to even, by the currency's own digits`(
    exact: String, whole: String
  ) throws {
    #expect(Printing().amount(try money(exact)).plain == whole)
    #expect(Printing(exact: true).amount(try money(exact)) == .exact(try money(exact)))
  }

  @Test(arguments: [
    (["0.50", "0.50"], "1.00", 1), (["1.50", "1.50"], "3.00", -1), (["1.00", "2.00"], "3.00", nil),
    (["0.40", "0.40", "0.40"], "1.20", 1), ([], "0.00", nil),
  ])
  func `a list that does not add up gets what it lacks`(
    parts: [String], total: String, missing: Int?
  ) throws {
    let amounts = try parts.map { try money("\($0) USD") }
    let sum = try money("\(total) USD")
    let cell = Printing().rounding(of: amounts, total: sum)
    #expect(cell == missing.map { .wholeMoney(Int64($0), sum.currency) })
    #expect(Printing(exact: true).rounding(of: amounts, total: sum) == nil)
  }

  @Test func `a difference is printed as the printed total less the printed part`() throws {
    let (total, part) = (try money("10.50 USD"), try money("1.50 USD"))
    let difference = try total.subtracting(part)
    let printed = Printing().cell(difference, as: total, less: part)
    #expect(printed == .wholeMoney(10 - 2, total.currency))
    #expect(Printing(exact: true).cell(difference, as: total, less: part) == .money(difference))
  }

  @Test func `a sum is an amount up to the last that can be counted`() throws {
    let usd = try Currency(code: "USD")
    #expect(try Money(sum: Int128(Int64.max), of: usd).minorUnits == .max)
    #expect(throws: MoneyError.self) { try Money(sum: Int128(Int64.max) + 1, of: usd) }
    #expect(throws: MoneyError.self) { try Money(sum: Int128(Int64.min) - 1, of: usd) }
  }
}
