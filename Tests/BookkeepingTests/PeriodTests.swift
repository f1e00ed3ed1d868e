import Bookkeeping
import Testing

@Suite struct AccountingMonthTests {
  @Test(arguments: ["2017-11", "0001-01", "9999-12"])
  func `a month is written with four and two digits`(text: String) {
    #expect(AccountingMonth(text)?.description == text)
  }

  @Test(arguments: [
    "", "2017", "2017-13", "2017-00", "0000-01", "2017-1", "17-11", "2017-11-01", "2017/11",
  ])
  func `anything else is none`(text: String) {
    #expect(AccountingMonth(text) == nil)
  }

  @Test func `a month knows its first and last day`() {
    #expect(month("2016-02").firstDay == day("2016-02-01"))
    #expect(month("2016-02").lastDay == day("2016-02-29"))
    #expect(month("9999-12").lastDay == day("9999-12-31"))
  }

  @Test func `months follow each other to the ends of the calendar`() {
    #expect(month("2017-12").next == month("2018-01"))
    #expect(month("2018-01").previous == month("2017-12"))
    #expect(month("9999-12").next == nil)
    #expect(month("0001-01").previous == nil)
    #expect(month("2017-12") < month("2018-01"))
    #expect(!(month("2017-12") < month("2017-12")))
  }

  @Test(
    arguments: [
      (nil, "2017-11", "2018-01", ["2017-11", "2017-12", "2018-01"]),
      ("2017-11", "2017-09", "2018-01", ["2017-12", "2018-01"]),
      ("2017-12", "2017-09", "2018-01", ["2018-01"]), ("2018-01", "2017-09", "2018-01", []),
      ("2018-02", nil, "2018-01", []), (nil, nil, "2018-01", ["2018-01"]),
      (nil, "2018-03", "2018-01", ["2018-01"]),
      ("2015-01", "2017-12", "2018-01", ["2017-12", "2018-01"]),
      (nil, "0001-01", "0001-02", ["0001-01", "0001-02"]), ("9999-12", nil, "9999-12", []),
    ] as [(String?, String?, String, [String])])
  func `a month is closed with those before it that are open, from the first entry on`(
    through: String?, first: String?, closed: String, months: [String]
  ) {
    let lock = PeriodLock(closedThrough: through.map(month))
    #expect(
      lock.months(closedBy: month(closed), since: first.map(month)) == months.map(month))
  }
}

@Suite struct PeriodLockTests {
  @Test func `an open lock admits every day`() {
    let lock = PeriodLock()
    #expect(!lock.isClosed(day("0001-01-01")))
    #expect(lock.firstOpenDay(from: day("2017-11-30")) == day("2017-11-30"))
  }

  @Test func `closing a month closes all before it`() {
    var lock = PeriodLock()
    #expect(lock.close(month("2017-11")) == true)
    #expect(lock.isClosed(day("2017-11-30")))
    #expect(lock.isClosed(day("2016-01-01")))
    #expect(!lock.isClosed(day("2017-12-01")))
    #expect(lock.firstOpenDay(from: day("2017-11-02")) == day("2017-12-01"))
    #expect(lock.firstOpenDay(from: day("2018-02-03")) == day("2018-02-03"))
  }

  @Test(arguments: ["2017-11", "2017-10"])
  func `a closed month cannot be closed again`(text: String) {
    var lock = PeriodLock(closedThrough: month("2017-11"))
    #expect(lock.close(month(text)) == false)
    #expect(lock == PeriodLock(closedThrough: month("2017-11")))
  }

  @Test func `only the latest closed month opens, those before it stay closed`() {
    var lock = PeriodLock(closedThrough: month("2017-11"))
    #expect(lock.reopen(month("2017-10")) == false)
    #expect(lock.reopen(month("2017-12")) == false)
    #expect(lock.reopen(month("2017-11")) == true)
    #expect(lock.closedThrough == month("2017-10"))
    #expect(!lock.isClosed(day("2017-11-01")))
  }

  @Test func `nothing opens in a lock that is open`() {
    var lock = PeriodLock()
    #expect(lock.reopen(month("2017-11")) == false)
  }

  @Test func `the ends of the calendar close and open like any other month`() {
    var last = PeriodLock(closedThrough: month("9999-12"))
    #expect(last.firstOpenDay(from: day("2017-01-01")) == nil)
    #expect(last.reopen(month("9999-12")) == true)
    var first = PeriodLock(closedThrough: month("0001-01"))
    #expect(first.reopen(month("0001-01")) == true)
    #expect(first == PeriodLock())
  }
}
