import Glibc
import Testing

@testable import Persistence

@Suite struct SQLiteResultTests {
  /// Codes as sqlite.org/rescode.html lists them, with what the system says beside.
  @Test(arguments: [
    (5, 0, StoreError.locked(path: "p", waitedMilliseconds: 9)),
    (261, 0, .locked(path: "p", waitedMilliseconds: 9)),
    (517, 0, .locked(path: "p", waitedMilliseconds: 9)),
    (6, 0, .locked(path: "p", waitedMilliseconds: 9)),
    (13, 0, .diskFull(path: "p")),
    (778, ENOSPC, .diskFull(path: "p")),
    (4_874, EDQUOT, .diskFull(path: "p")),
    (778, EIO, .inputOutput(path: "p", code: 778)),
    (266, 0, .inputOutput(path: "p", code: 266)),
    (8, 0, .readOnly(path: "p")),
    (14, EACCES, .permission(path: "p")),
    (14, EROFS, .readOnly(path: "p")),
    (14, ENOSPC, .diskFull(path: "p")),
    (14, ENOENT, .inputOutput(path: "p", code: 14)),
    (3, 0, .permission(path: "p")),
    (11, 0, .corrupt(path: "p")),
    (1, 0, .corrupt(path: "p")),
    (26, 0, .notDatabase(path: "p")),
    (7, 0, .outOfMemory),
    (1_811, 0, .refused(code: 1_811)),
  ])
  func `a result code means one thing for people`(code: Int32, system: Int32, means: StoreError) {
    let result = SQLiteResult(code: code, systemError: system)
    #expect(result.failure(path: "p", waitedMilliseconds: 9) == means)
  }
}
