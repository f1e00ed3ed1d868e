import Bookkeeping
import Funding
import Monetary
import Operations
import Persistence

extension Failure {
  /// Tells where a store is not what was once written, one line a defect.
  init(_ unsound: Unsound) {
    let lines = unsound.defects.map { "bursar: unsound: \(Self.words(for: $0))\n" }
    self.init(
      text: lines.joined() + "restore a backup, and compare it with 'bursar verify --head'\n",
      status: ExitStatus.refused)
  }

  private static func words(for defect: LedgerDefect) -> String {
    switch defect {
    case .missing(let sequence): "fact \(sequence) is missing"
    case .unreadable(let place): "\(words(for: place)) cannot be read"
    case .altered(let place): "the text of \(words(for: place)) was changed"
    case .unchained(let place): "\(words(for: place)) does not follow from the one before"
    case .underived(let place):
      "what is stored of \(words(for: place)) is not what its text and the rules give"
    case .lostHead(let head):
      "the head \(head.count):\(head.hash) is not in the chain: facts were exchanged or lost"
    case .balance(let account, let day):
      "the sum kept for \(account?.text ?? "an account") on \(day?.description ?? "a day") is wrong"
    case .monthlyBalance(let account, let month):
      "the sum kept for \(account?.text ?? "an account") in \(month?.description ?? "a month")"
        + " is wrong"
    case .position(let scope): "the sums kept for \(scope?.text ?? "a scope") are wrong"
    case .schema(let name): "'\(name)' is not as bursar makes it"
    case .dangling(let table, let parent): "'\(table)' speaks of what '\(parent)' does not have"
    case .pages(let finding): "SQLite finds: \(finding)"
    }
  }

  private static func words(for place: LedgerDefect.Place) -> String {
    "fact \(place.sequence)" + (place.id.map { " (\($0))" } ?? "")
  }
}
