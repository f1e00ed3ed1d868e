import Diagnostics
import Monetary

/// A day as tables of rates write it: `2017-11-01`, or `1 Nov 2017` as the UN Treasury does.
enum RateDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The day that `text` names.
  ///
  /// - Throws: `date-impossible` for a day that no month has, else `date-syntax`.
  static func day(_ text: String) throws(Fault) -> CalendarDate {
    if let date = CalendarDate(text) { return date }
    let words = text.split(separator: " ")
    if words.count == 3, let month = months.firstIndex(of: words[1].lowercased()),
      let day = number(words[0], digits: 1...2), let year = number(words[2], digits: 4...4)
    {
      guard let date = CalendarDate(year: year, month: month + 1, day: day) else {
        throw Fault(.dateImpossible, text)
      }
      return date
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isShaped =
      parts.count == 3 && number(parts[0], digits: 4...4) != nil
      && parts.dropFirst().allSatisfy { number($0, digits: 2...2) != nil }
    throw Fault(isShaped ? .dateImpossible : .dateSyntax, text)
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count),
      text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return Int(text)
  }
}
