import Diagnostics
import Interchange
import Persistence

/// A text ledger as it was read from a file or from standard input.
struct TextFile {
  /// Its directives.
  let text: LedgerText
  /// The checksum of its bytes.
  let digest: Digest

  /// The checksum as reports print it.
  var sha256: String { digest.description }

  /// Reads the text at `path`; `-` is standard input.
  /// - Throws: `FileError`; ``Refusal`` for a store; `StoreError.empty` where nothing is in it,
  ///   `.notDatabase` for what is no text at all.
  init(at path: String) throws {
    let bytes = try Self.bytes(at: path)
    let name = Self.name(of: path)
    guard !bytes.isEmpty else { throw StoreError.empty(path: name) }
    text = LedgerTextReader().read(bytes, named: name)
    digest = Digest.sha256(bytes)
  }

  private static func name(of path: String) -> String { path == "-" ? "(standard input)" : path }

  /// Sees that what is at `path` may be a text.
  /// - Throws: `StoreError.notDatabase`; `FileError`.
  static func requireText(at path: String) throws {
    let beginning = try InputFile.bytes(at: path, ofLinesUpTo: LedgerTextReader().longestLine) {
      _ in
      false
    }
    guard LedgerTextReader.isBinary(beginning) else { return }
    throw StoreError.notDatabase(path: name(of: path))
  }

  /// The bytes of the text at `path`, but for what is too long a line to be read; `-` is standard input. Of what is
  /// no text no more is read than tells so.
  /// - Throws: `FileError`; ``Refusal`` for a store, `StoreError.foreign` for another database,
  ///   `.notDatabase` for what is no text at all.
  static func bytes(at path: String) throws -> [UInt8] {
    let longest = LedgerTextReader().longestLine
    let bytes = try InputFile.bytes(at: path, ofLinesUpTo: longest) { beginning in
      LedgerForm(beginning: beginning) == .text && !LedgerTextReader.isBinary(beginning)
    }
    switch LedgerForm(beginning: bytes) {
    case .text where LedgerTextReader.isBinary(bytes):
      throw StoreError.notDatabase(path: name(of: path))
    case .text, .empty: return bytes
    case .store: throw Refusal(Fault(.storeIsRead, name(of: path)))
    case .foreign(let application):
      throw StoreError.foreign(path: name(of: path), application: application)
    }
  }
}
