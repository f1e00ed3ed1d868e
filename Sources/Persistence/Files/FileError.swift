import Glibc

/// Why a file could not be read or written.
public enum FileError: Error, Hashable, Sendable {
  /// Nothing is there, or the directory it should be in is not.
  case missing(path: String)
  /// Something is there already, and it was not to be replaced.
  case exists(path: String)
  /// A directory is there.
  case directory(path: String)
  /// A pipe, a device or a socket is there, where a file was needed.
  case notAFile(path: String)
  /// The file, or the directory it is in, may not be used by this person.
  case permission(path: String)
  /// The medium cannot be written.
  case readOnly(path: String)
  /// The disk or the quota is full.
  case diskFull(path: String)
  /// The reader of a pipe has gone; for most commands that is quiet success.
  case closedPipe(path: String)
  /// Anything else, with the system's error number.
  case failed(path: String, systemError: Int32)
}

extension FileError {
  /// What the system's error number means, read right after the call that failed.
  public init(systemError: Int32, path: String) {
    self =
      switch systemError {
      case ENOENT, ENOTDIR: .missing(path: path)
      case EEXIST: .exists(path: path)
      case EISDIR: .directory(path: path)
      case EACCES, EPERM: .permission(path: path)
      case EROFS: .readOnly(path: path)
      case ENOSPC, EDQUOT: .diskFull(path: path)
      case EPIPE: .closedPipe(path: path)
      default: .failed(path: path, systemError: systemError)
      }
  }

  /// The same failure, told of the file that was meant, not of the draft beside it.
  func renamed(_ path: String) -> FileError {
    switch self {
    case .missing: .missing(path: path)
    case .exists: .exists(path: path)
    case .directory: .directory(path: path)
    case .notAFile: .notAFile(path: path)
    case .permission: .permission(path: path)
    case .readOnly: .readOnly(path: path)
    case .diskFull: .diskFull(path: path)
    case .closedPipe: .closedPipe(path: path)
    case .failed(_, let systemError): .failed(path: path, systemError: systemError)
    }
  }
}

extension StoreError {
  /// Runs `body`, and throws its failure as one of the store.
  static func of<Result: ~Copyable>(
    _ body: () throws(FileError) -> Result
  ) throws(StoreError) -> Result {
    do throws(FileError) {
      return try body()
    } catch {
      throw StoreError(error)
    }
  }

  /// The same as a failure of the store.
  public init(_ error: FileError) {
    self =
      switch error {
      case .missing(let path): .missing(path: path)
      case .exists(let path): .exists(path: path)
      case .directory(let path): .directory(path: path)
      case .notAFile(let path): .notAFile(path: path)
      case .permission(let path): .permission(path: path)
      case .readOnly(let path): .readOnly(path: path)
      case .diskFull(let path): .diskFull(path: path)
      case .closedPipe(let path): .inputOutput(path: path, code: EPIPE)
      case .failed(let path, let code): .inputOutput(path: path, code: code)
      }
  }
}
