import Operations
import Testing

@testable import BursarCLI

@Suite struct ProgressBarTests {
  /// A bar whose clock is moved by hand, and what it writes.
  private final class Drawing {
    var now = Duration.seconds(70)
    var written: [String] = []

    func bar(isPlain: Bool = false) -> ProgressBar {
      ProgressBar(isPlain: isPlain, elapsed: { self.now }, write: { self.written.append($0) })
    }
  }

  @Test func `nothing is drawn in the first second, nor wiped off`() {
    let drawing = Drawing()
    let bar = drawing.bar()
    bar.show(Headway(.checking, done: 1, of: 2))
    drawing.now += .milliseconds(999)
    bar.show(Headway(.checking, done: 1, of: 2))
    bar.clear()
    #expect(drawing.written == [])
  }

  @Test func `after a second the bar is drawn, again after a tenth of one, and wiped off`() {
    let drawing = Drawing()
    let bar = drawing.bar()
    drawing.now += .seconds(1)
    bar.show(Headway(.checking, done: 1, of: 2))
    drawing.now += .milliseconds(99)
    bar.show(Headway(.checking, done: 1, of: 2))
    drawing.now += .milliseconds(1)
    bar.show(Headway(.verifying, done: 199, of: 200))
    bar.clear()
    bar.clear()
    #expect(
      drawing.written == [
        "\rchecking   ███████████████░░░░░░░░░░░░░░░   50 %",
        "\rverifying  █████████████████████████████░   99 %",
        "\r\u{1B}[K",
      ])
  }

  @Test func `what is done after something was written begins anew`() {
    let drawing = Drawing()
    let bar = drawing.bar()
    drawing.now += .seconds(2)
    bar.clear()
    drawing.now += .milliseconds(999)
    bar.show(Headway(.writing, done: 1, of: 2))
    #expect(drawing.written == [])
    drawing.now += .milliseconds(1)
    bar.show(Headway(.writing, done: 1, of: 2))
    #expect(drawing.written.count == 1)
  }

  @Test(arguments: [
    (0, 0, "\rchecking   ..............................    0 %"),
    (0, 7, "\rchecking   ..............................    0 %"),
    (7, 7, "\rchecking   ##############################  100 %"),
    (9, 7, "\rchecking   ##############################  100 %"),
  ])
  func `the bar is as long as ever, and no letter of it beyond ASCII where that is all`(
    done: Int, total: Int, line: String
  ) {
    let drawing = Drawing()
    let bar = drawing.bar(isPlain: true)
    drawing.now += .seconds(1)
    bar.show(Headway(.checking, done: done, of: total))
    #expect(drawing.written == [line])
  }
}
