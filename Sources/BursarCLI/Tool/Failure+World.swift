import Operations
import Persistence

extension Failure {
  /// Tells what is wrong with a file that is not a ledger, or what the world did to one that is.
  init(_ error: StoreError) {
    switch error {
    case .missing(let path):
      self.init(world: "\(path): no such file", remedy: "'bursar init \(path)' makes a ledger")
    case .exists(let path):
      self.init(
        world: "\(path): there already", remedy: "nothing is overwritten: name another file")
    case .directory(let path): self.init(world: "\(path): a directory")
    case .notAFile(let path): self.init(world: "\(path): not a file, so it holds no store")
    case .permission(let path):
      self.init(world: "\(path): permission denied", remedy: "ask its owner for access")
    case .readOnly(let path): self.init(world: "\(path): can only be read")
    case .empty(let path):
      self.init(refused: "\(path): empty", remedy: "a ledger was never written there")
    case .notDatabase(let path): self.init(refused: "\(path): neither a text nor a store of bursar")
    case .foreign(let path, _): self.init(refused: "\(path): a SQLite database of another program")
    case .newerSchema(let path, let found, let known):
      self.init(
        refused: "\(path): written by a later bursar (form \(found), this one knows \(known))",
        remedy: "use that version")
    case .olderSchema(let path, let found, let known):
      self.init(
        refused: "\(path): of an earlier form (\(found), now \(known)), and cannot be written",
        remedy: "open it once where it can be written")
    case .locked(let path, let milliseconds):
      self.init(
        world: "\(path): somebody else was writing for \(milliseconds / 1000) seconds",
        remedy: "nothing was recorded: try again")
    case .diskFull(let path):
      self.init(world: "\(path): the disk is full", remedy: "nothing was recorded")
    case .corrupt(let path):
      self.init(world: "\(path): damaged", remedy: "'bursar -f \(path) verify' says where")
    case .inputOutput(let path, let code):
      self.init(world: "\(path): reading or writing failed (SQLite \(code))")
    case .outOfMemory: self.init(world: "out of memory")
    case .duplicateFact(let id): self.init(refused: "'\(id)' is the name of another fact")
    case .bookCurrency(let id): self.init(refused: "'\(id)' counts in another book currency")
    case .parentDiffers(let scope): self.init(refused: "'\(scope)' lies elsewhere already")
    case .overflow: self.init(refused: "a sum is beyond what can be counted")
    case .refused(let code): self.init(refused: "the store refused it (SQLite \(code))")
    }
  }

  /// Tells what the world did to a file.
  init(_ error: FileError) {
    switch error {
    case .missing(let path): self.init(world: "\(path): no such file or directory")
    case .exists(let path): self.init(world: "\(path): there already")
    case .directory(let path): self.init(world: "\(path): a directory")
    case .notAFile(let path): self.init(world: "\(path): not a file")
    case .permission(let path): self.init(world: "\(path): permission denied")
    case .readOnly(let path): self.init(world: "\(path): can only be read")
    case .diskFull(let path): self.init(world: "\(path): the disk is full")
    case .closedPipe: self.init(text: "", status: ExitStatus.done)
    case .failed(let path, let number):
      self.init(world: "\(path): failed (system error \(number))")
    }
  }

  private init(world message: String, remedy: String = "") {
    self.init(message, remedy, status: ExitStatus.failed)
  }

  private init(refused message: String, remedy: String = "") {
    self.init(message, remedy, status: ExitStatus.refused)
  }

  private init(_ message: String, _ remedy: String, status: Int32) {
    self.init(
      text: "bursar: \(message)" + (remedy.isEmpty ? "" : "; \(remedy)") + "\n", status: status)
  }
}
