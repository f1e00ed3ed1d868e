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
  /// - Throws: `FileError`; `StoreError.empty` where nothing is in it.
  init(at path: String) throws {
    let bytes = try InputFile.bytes(at: path)
    let name = path == "-" ? "(standard input)" : path
    guard !bytes.isEmpty else { throw StoreError.empty(path: name) }
    text = LedgerTextReader().read(bytes, named: name)
    digest = Digest.sha256(bytes)
  }
}
