import Bookkeeping
import Foundation
import Monetary
import Reporting

@testable import TestSupport

/// A program of others that keeps books in plain text, and how it is spoken to.
enum Peer: String, CaseIterable {
  case hledger, ledger, beancount

  /// What of a posting is written down: its amount, or what it is worth in the book currency.
  enum Value: CaseIterable {
    case amount, book

    func of(_ posting: Posting) -> Money {
      switch self {
      case .amount: posting.amount
      case .book: posting.book
      }
    }
  }

  /// The journal as the program reads it, with every account and currency declared.
  func journal(_ items: [JournalListing.Item], of value: Value) -> String {
    let postings = items.flatMap(\.entry.postings)
    let accounts = Set(postings.map { name(of: $0.account.text) }).sorted()
    let currencies = Set(postings.map { value.of($0).currency }).sorted()
    let head = currencies.map(declaration) + accounts.map(opening)
    let entries = items.map { item in
      let legs = item.entry.postings.map { posting in
        let money = value.of(posting)
        let sign = posting.side == .debit || money.isZero ? "" : "-"
        let number = money.description.split(separator: " ")[0].filter { $0 != "," }
        return "  \(name(of: posting.account.text))  \(sign)\(number) \(money.currency)\n"
      }
      return "\n\(item.entry.date) \(title(of: item))\n\(legs.joined())"
    }
    return (head + entries).joined()
  }

  /// An account by the program's rules for names.
  func name(of account: String) -> String {
    guard self == .beancount else { return account }
    let parts = account.split(separator: ":").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let root =
      switch parts[0] {
      case "Asset": "Assets"
      case "Liability": "Liabilities"
      case "Revenue": "Income"
      case "Expense": "Expenses"
      default: "Equity:\(parts[0])"
      }
    return ([root] + parts.dropFirst()).joined(separator: ":")
  }

  private func declaration(of currency: Currency) -> String {
    let digits = String(repeating: "0", count: currency.minorDigits)
    return switch self {
    case .hledger: "commodity 1000.\(digits) \(currency)\n"
    case .ledger: "commodity \(currency)\n"
    case .beancount: "1900-01-01 commodity \(currency)\n"
    }
  }

  private func opening(of account: String) -> String {
    self == .beancount ? "1900-01-01 open \(account)\n" : "account \(account)\n"
  }

  private func title(of item: JournalListing.Item) -> String {
    self == .beancount ? "* \"\(item.id)\"" : "\(item.id)"
  }
}

extension Peer {
  /// The command with which the program checks a journal.
  func check(_ path: String) -> [String] {
    switch self {
    case .hledger: ["hledger", "check", "--strict", "-f", path]
    case .ledger: ["ledger", "--pedantic", "-f", path, "balance"]
    case .beancount: ["bean-check", path]
    }
  }

  /// The command that prints what accounts hold in a currency: account, comma or bar, number.
  func balance(_ path: String, in currency: Currency) -> [String] {
    switch self {
    case .hledger:
      [
        "hledger", "-f", path, "balance", "--flat", "--no-total", "--layout=bare", "-O", "csv",
        "cur:\(currency)",
      ]
    case .ledger:
      [
        "ledger", "-f", path, "balance", "--flat", "--no-total", "--limit",
        "commodity == '\(currency)'", "--format", "%(account),\(currency),%(display_total)\n",
      ]
    case .beancount:
      [
        "bean-query", "-f", "csv", path,
        "SELECT account, currency, sum(number) WHERE currency = '\(currency)' "
          + "GROUP BY account, currency",
      ]
    }
  }
}
