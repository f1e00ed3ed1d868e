public import Bookkeeping
public import Funding

/// Why a ledger of record could not be opened, read or written.
///
/// A path or a code may be told, a stored value never is. Where several apply, the first listed wins.
public enum StoreError: Error, Hashable, Sendable {
  // What stands at the path.

  /// Nothing is there.
  case missing(path: String)
  /// Something is there already, and nothing is ever overwritten.
  case exists(path: String)
  /// A directory is there.
  case directory(path: String)
  /// A pipe, a device or a socket is there.
  case notAFile(path: String)
  /// The file, or the directory it is in, may not be used by this person.
  case permission(path: String)
  /// The file or the medium it is on cannot be written.
  case readOnly(path: String)
  /// The file has no content.
  case empty(path: String)
  /// The file is not a SQLite database.
  case notDatabase(path: String)
  /// The file is a SQLite database of another program, which marks it with `application`.
  case foreign(path: String, application: Int32)
  /// A later version of bursar wrote the file.
  case newerSchema(path: String, found: Int, known: Int)
  /// An earlier version of bursar wrote the file, and it cannot be written to be brought forward.
  case olderSchema(path: String, found: Int, known: Int)

  // What the world does to it.

  /// Somebody else was writing all the time that was waited.
  case locked(path: String, waitedMilliseconds: Int)
  /// The disk or the quota is full.
  case diskFull(path: String)
  /// The file's pages or rows contradict each other; what is damaged is told by `verify`.
  case corrupt(path: String)
  /// Reading or writing failed, with SQLite's extended result code.
  case inputOutput(path: String, code: Int32)
  /// Memory ran out.
  case outOfMemory

  // What a ledger refuses.

  /// A fact of that name is there already.
  case duplicateFact(FactID)
  /// An entry counts in a book currency that is not the ledger's.
  case bookCurrency(FactID)
  /// A scope is given another parent than the ledger knows.
  case parentDiffers(ScopePath)
  /// A sum goes beyond ±9.2 × 10¹⁸ minor units.
  case overflow
  /// A rule of the schema refused it, with SQLite's extended result code.
  case refused(code: Int32)
}
