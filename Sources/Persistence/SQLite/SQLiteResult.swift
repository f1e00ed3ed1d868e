import CSQLite
import Glibc

/// What SQLite answered, and what the system had told it.
struct SQLiteResult: Hashable, Sendable {
  /// An extended result code.
  let code: Int32
  /// The system's error number at the time; 0 where it has none.
  let systemError: Int32

  private var primary: Int32 { code & 0xff }

  /// What it means for the person who ran the command.
  func failure(path: String, waitedMilliseconds: Int) -> StoreError {
    switch primary {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
      .locked(path: path, waitedMilliseconds: waitedMilliseconds)
    case SQLITE_FULL: .diskFull(path: path)
    case SQLITE_IOERR where [ENOSPC, EDQUOT].contains(systemError): .diskFull(path: path)
    case SQLITE_IOERR: .inputOutput(path: path, code: code)
    case SQLITE_READONLY: .readOnly(path: path)
    case SQLITE_PERM, SQLITE_AUTH: .permission(path: path)
    case SQLITE_CANTOPEN where [EACCES, EPERM].contains(systemError): .permission(path: path)
    case SQLITE_CANTOPEN where systemError == EROFS: .readOnly(path: path)
    case SQLITE_CANTOPEN where [ENOSPC, EDQUOT].contains(systemError): .diskFull(path: path)
    case SQLITE_CANTOPEN: .inputOutput(path: path, code: code)
    // All SQL is literal and tested: what it names is missing only where the file lost it.
    case SQLITE_CORRUPT, SQLITE_ERROR, SQLITE_SCHEMA: .corrupt(path: path)
    case SQLITE_NOTADB: .notDatabase(path: path)
    case SQLITE_NOMEM: .outOfMemory
    default: .refused(code: code)
    }
  }
}
