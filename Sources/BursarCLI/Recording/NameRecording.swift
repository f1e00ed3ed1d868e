import Bookkeeping
import Funding
import Operations

/// `donor add DONOR NAME`: makes a donor known.
struct DonorAdd: RecordingCommand {
  static let name = "add"
  static let abstract = "Add a donor"
  static let examples = [
    Example(
      "bursar donor add sdc 'Swiss Agency for Development and Cooperation' --type government "
        + "--country CH --alias Switzerland",
      "a government's agency, also known by its country")
  ]

  @Required var donor: String
  @Required var fullName: String
  var kind: Donor.Kind?
  var country: String?
  var iati: String?
  var aliases: [String] = []
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$donor, "DONOR", help: "its code: lower-case letters, digits and hyphens")
    Operand(\.$fullName, "NAME", help: "its name for people")
    Option(\.kind, "--type", value: "TYPE", help: "what kind of giver it is")
    Option(\.country, "--country", value: "CODE", help: "its country, as in CH")
    Option(\.iati, "--iati", value: "ID", help: "its IATI organisation identifier")
    Option(\.aliases, "--alias", value: "NAME", help: "another name it goes by")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.donor, donor, DirectiveDraft.quoted(fullName))
    draft.add("type", kind?.rawValue)
    draft.add("country", country)
    draft.add("iati", iati)
    let quoted = aliases.map(DirectiveDraft.quoted)
    draft.add("alias", quoted.isEmpty ? nil : quoted.joined(separator: ", "))
    return draft
  }
}

/// `donor merge DUPLICATE DONOR`: two donors found to be one.
struct DonorMergeCommand: RecordingCommand {
  static let name = "merge"
  static let abstract = "Count what was recorded for one donor for another"
  static let discussion = """
    The two are one in reports as of the merge's date and later: earlier reports still print as they \
    did. Where they were one all along, say so with --date. A merge that was a mistake is undone by \
    'bursar reverse', from the day of that on.
    """

  @Required var duplicate: String
  @Required var donor: String
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(
      \.$duplicate, "DUPLICATE", help: "the donor that is no longer used",
      completion: .dynamic("donors"))
    Operand(\.$donor, "DONOR", help: "the donor that it is", completion: .dynamic("donors"))
    Shared(\.recording)
    Shared(\.ledger)
  }

  static var donors: [PropertyPath<Self, String>] { [\.duplicate, \.donor] }

  var draft: DirectiveDraft { DirectiveDraft(.merge, duplicate, "into", donor) }
}

/// `scope add SCOPE NAME`: makes a node of the programme tree known.
struct ScopeAdd: RecordingCommand {
  static let name = "add"
  static let abstract = "Add a scope to the programme tree"
  static let examples = [
    Example(
      "bursar scope add mali/protection Protection --kind sector", "a sector of the operation Mali")
  ]

  @Required var scope: String
  var fullName: String?
  var kind: Scope.Kind?
  var parent: String?
  var country: String?
  var isComplete = false
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$scope, "SCOPE", help: "its path: 'mali/protection' lies under 'mali'")
    Operand(\.fullName, "NAME", help: "its name for people")
    Option(\.kind, "--kind", value: "KIND", help: "what it stands for")
    Option(
      \.parent, "--parent", value: "SCOPE",
      help: "what a path without a slash lies under; without it, global",
      completion: .dynamic("scopes"))
    Option(\.country, "--country", value: "CODE", help: "its country, as in ML")
    Flag(
      \.isComplete, "--complete",
      help: "all its money and requirements are in the ledger, so that percentages are due")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.scope, scope, fullName.map(DirectiveDraft.quoted))
    draft.add("kind", kind?.rawValue)
    draft.add("parent", parent)
    draft.add("country", country)
    draft.add("complete", isComplete ? "yes" : nil)
    return draft
  }
}

/// `scope situation SITUATION NAME`: makes a named set of scopes known.
struct ScopeSituation: RecordingCommand {
  static let name = "situation"
  static let abstract = "Add a situation: a name for scopes across the tree"
  static let discussion = """
    Its total is that of its scopes, and money earmarked to it, each once. It shares its name with no scope \
    and is the parent of none.
    """
  static let examples = [
    Example(
      "bursar scope situation sahel 'Sahel situation' --scope mali --scope niger",
      "two operations with one cause")
  ]

  @Required var situation: String
  @Required var fullName: String
  @Required var scopes: [String]
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$situation, "SITUATION", help: "its code: lower-case letters, digits and hyphens")
    Operand(\.$fullName, "NAME", help: "its name for people")
    Option(
      \.$scopes, "--scope", value: "SCOPE", help: "a scope that belongs to it",
      completion: .dynamic("scopes"))
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft {
    var draft = DirectiveDraft(.situation, situation, DirectiveDraft.quoted(fullName))
    draft.add("scopes", scopes.joined(separator: ", "))
    return draft
  }
}

/// `account add ACCOUNT`: declares an account.
struct AccountAdd: RecordingCommand {
  static let name = "add"
  static let abstract = "Declare an account"
  static let discussion = """
    A ledger that was made with --declared-accounts takes postings by hand to declared accounts \
    only; in others an account needs no declaration.
    """
  static let examples = [
    Example("bursar account add asset:bank:citi", "an account at a bank")
  ]

  @Required var account: AccountCode
  var recording = RecordingOptions()
  var ledger = LedgerOptions()

  static var parameters: [Parameter<Self>] {
    Operand(\.$account, "ACCOUNT", help: "its type and path, as in asset:bank:citi")
    Shared(\.recording)
    Shared(\.ledger)
  }

  var draft: DirectiveDraft { DirectiveDraft(.account, account.text) }
}

extension Donor.Kind: ArgumentValue {}
extension Scope.Kind: ArgumentValue {}
