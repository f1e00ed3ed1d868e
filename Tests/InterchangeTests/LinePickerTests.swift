import Interchange
import Testing

@Suite struct LinePickerTests {
  @Test(arguments: [1, 2, 5, 100])
  func `lines are picked wherever the chunks are cut`(size: Int) {
    let text = Array("\u{FEFF}first\r\nsecond\n\nfourth".utf8)
    var picker = LinePicker([1, 4, 9])
    for start in stride(from: 0, to: text.count, by: size) {
      picker.take(Array(text[start..<min(start + size, text.count)]))
    }
    #expect(picker.excerpt(line: 1, around: 1) == "first")
    #expect(picker.excerpt(line: 4, around: 3) == "fourth")
    #expect(picker.excerpt(line: 2, around: 1) == "")
    #expect(picker.excerpt(line: 9, around: 1) == "")
    #expect(!picker.isDone)
  }
}
