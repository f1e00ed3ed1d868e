/// What a shell can propose while a value is being typed.
enum Completion: Hashable, Sendable {
  /// Nothing: an amount, a text.
  case none
  /// Names of files and directories.
  case file
  /// Names of directories.
  case directory
  /// One of these words.
  case words([String])
  /// Names of the ledger, such as `donors`; the shell asks `bursar __complete KIND PREFIX`.
  case dynamic(String)
  /// The verbs of the grammar itself.
  case verbs
}
