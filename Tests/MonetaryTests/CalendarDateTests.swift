import Monetary
import Testing
import SeededRandom

@Suite struct CalendarDateTests {
  @Test(arguments: [
    "2017-02-30", "2017-02-29", "1900-02-29", "2017-13-01", "2017-00-10", "2017-11-00",
    "2017-11-228", "2017-04-31", "0000-01-01", "2017-1-01", "17-01-01", "2017/01/01", "2017-01/01",
    "2017/01-01", "2017-01-01 ",
    " 2017-01-01", "2017-01", "", "+017-01-01", "20XX-10-01", "2017-01-0a", "２０１７-01-01",
    "-001-01-01", "10000-01-01",
  ])
  func `what is not a day of the calendar, written YYYY-MM-DD, is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2017-11-28", 17_498),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1600-02-29", -135_081),
  ])
  func `a date is a number of days since 1970`(text: String, number: Int32) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.dayNumber == number)
    #expect(CalendarDate(dayNumber: number) == date)
    #expect(date.description == text)
  }

  @Test func `days follow one another as a calendar counts them`() {
    var date = day("1799-12-31")
    for year in 1800...2200 {
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .enumerated()
      {
        for dayOfMonth in 1...length {
          date = date.adding(days: 1)
          guard date.components == (year, month + 1, dayOfMonth),
            CalendarDate(year: year, month: month + 1, day: dayOfMonth) == date
          else {
            Issue.record("\(date) where \(year)-\(month + 1)-\(dayOfMonth) is due")
            return
          }
        }
        #expect(CalendarDate(year: year, month: month + 1, day: length + 1) == nil)
        #expect(date.monthEnd == date)
        #expect(date.monthStart == date.adding(days: 1 - length))
        #expect(date.nextMonthStart == date.adding(days: 1))
      }
    }
  }

  @Test func `a month runs from its start to the day before the next`() {
    let date = day("2016-02-17")
    #expect(date.monthStart == day("2016-02-01"))
    #expect(date.monthEnd == day("2016-02-29"))
    #expect(date.nextMonthStart == day("2016-03-01"))
    #expect(day("2017-12-31").nextMonthStart == day("2018-01-01"))
    #expect(day("9999-12-05").monthEnd == day("9999-12-31"))
  }

  @Test func `dates are ordered by time`() {
    #expect(day("2017-11-28") < day("2017-12-01"))
    #expect(day("2016-12-31") < day("2017-01-01"))
    #expect(
      [day("2018-01-03"), day("2017-11-02")].sorted() == [day("2017-11-02"), day("2018-01-03")])
  }

  @Test(arguments: UInt64(1)...50)
  func `a printed date is read back`(seed: UInt64) {
    var random = Seeded(seed)
    for _ in 0..<40 {
      let date = CalendarDate(dayNumber: .random(in: -719_162...2_932_896, using: &random))
      #expect(CalendarDate(date.description) == date)
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
    }
  }

  @Test func `a day beyond the year 9999 is a programmer's error`() async {
    await #expect(processExitsWith: .failure) { _ = CalendarDate(dayNumber: 2_932_897) }
    await #expect(processExitsWith: .failure) {
      _ = CalendarDate(dayNumber: 0).adding(days: Int(Int32.max))
    }
  }
}
