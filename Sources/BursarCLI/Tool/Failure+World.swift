import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations
import Persistence

// What the world does, as a fault with its words and the exit status that goes with it.
extension Failure {
  /// Tells what is wrong with a file that is not a ledger, or what the world did to one that is.
  init(_ error: StoreError) {
    let status =
      switch error {
      case .missing, .exists, .directory, .notAFile, .permission, .readOnly, .locked, .diskFull,
        .corrupt, .inputOutput, .outOfMemory:
        ExitStatus.failed
      case .empty, .notDatabase, .foreign, .newerSchema, .olderSchema, .duplicateFact,
        .bookCurrency, .parentDiffers, .overflow, .refused:
        ExitStatus.refused
      }
    self.init([Diagnostic(Self.fault(of: error))], status: status)
  }

  private static func fault(of error: StoreError) -> Fault {
    switch error {
    case .missing(let path): Fault(.fileMissing, path)
    case .exists(let path): Fault(.fileExists, path)
    case .directory(let path): Fault(.fileDirectory, path)
    case .notAFile(let path): Fault(.fileKind, path)
    case .permission(let path): Fault(.filePermission, path)
    case .readOnly(let path): Fault(.fileReadOnly, path)
    case .empty(let path): Fault(.fileEmpty, path)
    case .notDatabase(let path): Fault(.storeUnknown, path)
    case .foreign(let path, _): Fault(.storeForeign, path)
    case .newerSchema(let path, let found, let known):
      Fault(.storeNewer, path, String(found), String(known))
    case .olderSchema(let path, let found, let known):
      Fault(.storeOlder, path, String(found), String(known))
    case .locked(let path, let milliseconds):
      Fault(.storeLocked, path, String(milliseconds / 1000))
    case .diskFull(let path): Fault(.diskFull, path)
    case .corrupt(let path): Fault(.storeCorrupt, path)
    case .inputOutput(let path, let code): Fault(.storeFailed, path, String(code))
    case .outOfMemory: Fault(.memoryOut)
    case .duplicateFact(let id): Fault(.factDuplicate, id.text)
    case .bookCurrency(let id): Fault(.storeCurrency, id.text)
    case .parentDiffers(let scope): Fault(.storeParent, scope.text)
    case .overflow: Fault(.sumOverflow, "the sum of all postings")
    case .refused(let code): Fault(.storeRefused, String(code))
    }
  }

  /// Tells what the world did to a file.
  init(_ error: FileError) {
    switch error {
    case .closedPipe: self.init(text: "", status: ExitStatus.done)
    case .failed(let path, let number):
      self.init(failed: Fault(.fileFailed, path, String(number)))
    case .missing, .exists, .directory, .notAFile, .permission, .readOnly, .diskFull:
      self.init(StoreError(error))
    }
  }

  /// Tells why results were not written: nothing is said of the ledger, which may have been.
  init(_ failure: OutputFailure) {
    switch failure.cause {
    case .missing(let path): self.init(failed: Fault(.folderMissing, path))
    case .diskFull(let path): self.init(failed: Fault(.outputFull, path))
    case .failed(let path, let number):
      self.init(failed: Fault(.outputFailed, path, String(number)))
    case .exists, .directory, .notAFile, .permission, .readOnly, .closedPipe:
      self.init(failure.cause)
    }
  }

  /// Tells why a document cannot be named.
  init(_ document: UnreadableDocument) {
    if case .missing(let path) = document.cause {
      self.init(failed: Fault(.documentMissing, path))
    } else {
      self.init(document.cause)
    }
  }

  private init(failed fault: Fault) {
    self.init([Diagnostic(fault)], status: ExitStatus.failed)
  }
}

/// Results that could not be written.
struct OutputFailure: Error {
  let cause: FileError
}

extension OutputFailure {
  /// The failure of a stream, told as that of a file.
  init(_ stream: UnwritableStream) {
    let name = stream.stream == .output ? "(standard output)" : "(standard error)"
    cause = FileError(systemError: stream.systemError, path: name)
  }
}
