/// What a parameter looks like from outside: all that parsing, help, manual and completion need.
struct Declaration: Hashable, Sendable {
  /// How a parameter is written.
  enum Form: Hashable, Sendable {
    /// `--dry-run`: given or not.
    case flag
    /// `--as-of DATE`: a name and a value.
    case option
    /// `FILE`: told by its place alone.
    case operand
  }

  /// How it is written.
  let form: Form
  /// Its names with their dashes, the short ones first; none for an operand.
  let names: [String]
  /// The word that stands for its value in help, such as `DATE`; empty for a flag.
  let value: String
  /// What it is for: a phrase without capital and full stop.
  var help: String
  /// Whether a command line without it is refused.
  var isRequired = false
  /// Whether it may be given more than once.
  var isRepeating = false
  /// What a shell can propose for its value.
  var completion = Completion.none
  /// The options that cannot stand beside it, by ``name``.
  var excludes: [String] = []
  /// The heading under which help lists it; empty for the command's own.
  var heading = ""
  /// The words that stand for its default; none where there is no default.
  var defaults: [String] = []

  /// The name that messages use: the last one, which is long; an operand's value.
  var name: String { names.last ?? value }
  /// Its name with the place of its value: `--as-of DATE`; an operand's value.
  var spelling: String { form == .option ? "\(name) \(value)" : name }
  /// Its names that begin with two dashes.
  var longNames: [String] { names.filter { $0.hasPrefix("--") } }
  /// Its names of one dash and one letter.
  var shortNames: [String] { names.filter { !$0.hasPrefix("--") } }

  /// Asks for help instead of a run; every verb has it.
  static let help = Declaration(
    form: .flag, names: ["-h", "--help"], value: "", help: "show this help")
  /// Asks for the version instead of a run; every verb takes it, only the first help lists it.
  static let version = Declaration(
    form: .flag, names: ["--version"], value: "", help: "show the version")
}
