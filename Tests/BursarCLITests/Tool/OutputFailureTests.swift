import Foundation
import Persistence
import Testing

@testable import BursarCLI

@Suite struct OutputFailureTests {
  @Test(
    arguments: [
      (ENOSPC, "output-full", 3), (EDQUOT, "output-full", 3), (ENOENT, "folder-missing", 3),
      (ENOTDIR, "folder-missing", 3), (EISDIR, "file-directory", 3), (EACCES, "file-permission", 3),
      (EROFS, "file-read-only", 3), (EIO, "output-failed", 3),
    ] as [(Int32, String, Int32)])
  func `results that cannot be written are told by a code, with exit status 3`(
    systemError: Int32, code: String, status: Int32
  ) {
    let ofFile = OutputFailure(cause: FileError(systemError: systemError, path: "x.txt"))
    let ofStream = UnwritableStream(.output, systemError: systemError)
    for (error, name) in [(ofFile, "x.txt"), (ofStream, "(standard output)")] as [(any Error, _)] {
      let failure = Failure(error)
      #expect(failure.status == status)
      #expect(failure.text.hasPrefix("bursar: error[\(code)]: "))
      #expect(failure.text.contains(name))
      #expect(!failure.text.contains("nothing was recorded"))
    }
  }

  @Test func `a pipe that nobody reads is quiet success, of a file as of a stream`() {
    let failure = Failure(OutputFailure(cause: FileError(systemError: EPIPE, path: "x")))
    #expect(failure.status == 0)
    #expect(failure.text == "")
  }

  @Test(.enabled(if: geteuid() != 0, "needs a user whom permissions bind"))
  func `a folder that may not be written is told as such`() throws {
    let stage = try Stage()
    let outcome = try stage.run(
      Transcript.Step(
        command: "mkdir f; chmod 555 f; bursar -f Samples/small.bursar "
          + "summary -o f/x",
        isShell: true, outcome: Transcript.Outcome()))
    #expect(outcome.status == 3)
    #expect(outcome.error.hasPrefix("bursar: error[file-permission]: f/x: permission denied\n"))
  }
}
