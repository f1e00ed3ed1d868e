import Bookkeeping
import Diagnostics
import Funding
import Monetary
import Operations
import Persistence

extension Failure {
  /// Tells where a store is not what was once written.
  init(_ unsound: Unsound) {
    self.init(unsound.defects.map { Diagnostic(Self.fault(of: $0)) })
  }

  private static func fault(of defect: LedgerDefect) -> Fault {
    switch defect {
    case .missing(let sequence): Fault(.unsoundMissing, String(sequence))
    case .unreadable(let place): Fault(.unsoundUnreadable, words(for: place))
    case .altered(let place): Fault(.unsoundAltered, words(for: place))
    case .unchained(let place): Fault(.unsoundUnchained, words(for: place))
    case .underived(let place): Fault(.unsoundUnderived, words(for: place))
    case .misplaced(let scope): Fault(.unsoundScope, scope?.text ?? "a scope")
    case .lostHead(let head): Fault(.unsoundHead, "\(head.count):\(head.hash)")
    case .balance(let account, let day):
      Fault(.unsoundBalance, account?.text ?? "an account", day?.description ?? "a day")
    case .monthlyBalance(let account, let month):
      Fault(.unsoundBalance, account?.text ?? "an account", month?.description ?? "a month")
    case .fundBalance(let fund, let month):
      Fault(.unsoundBalance, "fund \(fund?.text ?? "unknown")", month?.description ?? "a month")
    case .position(let scope): Fault(.unsoundPosition, scope?.text ?? "a scope")
    case .schema(let name): Fault(.unsoundSchema, name)
    case .dangling(let table, let parent): Fault(.unsoundReference, table, parent)
    case .pages(let finding): Fault(.unsoundPages, finding)
    }
  }

  private static func words(for place: LedgerDefect.Place) -> String {
    "fact \(place.sequence)" + (place.id.map { " (\($0))" } ?? "")
  }
}
