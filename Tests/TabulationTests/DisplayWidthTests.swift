import Foundation
import Testing

@testable import Tabulation

@Suite("Display width") struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("Mali", 4), ("Côte d’Ivoire", 13), ("Co\u{302}te", 4), ("日本国", 6), ("ﾆｯﾎﾟﾝ", 5),
      ("ＵＳＤ", 6), ("대한민국", 8), ("\u{1112}\u{1161}\u{11AB}", 2), ("Việt Nam", 8), ("إمارات", 6),
      ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇲🇱", 2), ("☎️", 2), ("☎", 1), ("zero\u{200B}width", 9),
      ("█▌░", 3), ("…", 1), ("𠀀", 2), ("\u{1100}", 2), ("\u{10FF}", 1),
    ])
  func `a text takes as many columns as a terminal gives it`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  static let table = "/usr/share/unicode/EastAsianWidth.txt"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: table),
      "the package unicode-data is not installed"))
  func `the wide characters are those of the Unicode table`() throws {
    for line in try String(contentsOfFile: Self.table, encoding: .utf8).split(separator: "\n") {
      let fields = line.prefix { $0 != "#" }.split(separator: ";")
      guard fields.count == 2 else { continue }
      let ends = fields[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
      let isWide = ["W", "F"].contains(fields[1].trimmingCharacters(in: .whitespaces))
      for value in try #require(ends.first)...(try #require(ends.last)) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        #expect(WideCharacters.contain(scalar) == isWide, "U+\(String(value, radix: 16))")
      }
    }
  }
}
