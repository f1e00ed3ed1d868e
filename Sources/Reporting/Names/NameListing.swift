public import Bookkeeping
public import Funding
public import Monetary
public import Tabulation

/// The names of a ledger as tables: donors, scopes, accounts.
public struct NameListing: Hashable, Sendable {
  /// Which names.
  public enum Subject: Hashable, Sendable {
    /// Every donor.
    case donors
    /// Every scope and situation, one a line.
    case scopes
    /// The programme tree, children under their parents.
    case tree
    /// Accounts that were declared or posted to.
    case accounts([Account])
  }

  /// An account, and since when it is declared.
  public struct Account: Hashable, Sendable {
    /// The account.
    public let code: AccountCode
    /// The day it was declared; nil where it was only posted to.
    public let declared: CalendarDate?

    /// Makes an account that is `declared`, or was only posted to.
    public init(_ code: AccountCode, declared: CalendarDate?) {
      self.code = code
      self.declared = declared
    }
  }

  private let subject: Subject
  private let names: LedgerNames
  private let stamp: ReportStamp

  /// Lists the names of `subject`.
  public init(_ subject: Subject, names: LedgerNames, stamp: ReportStamp) {
    self.subject = subject
    self.names = names
    self.stamp = stamp
  }

  /// Lowers the listing to a document; with `records`, one for programs, which have room for all.
  public func document(records: Bool = false) -> Document {
    switch subject {
    case .donors:
      document("donorList", "Donors of \(stamp.ledger)", donorGrid(withAliases: records))
    case .scopes: document("scopeList", "Scopes of \(stamp.ledger)", scopeGrid)
    case .tree: document("scopeTree", "Programme of \(stamp.ledger)", treeGrid)
    case .accounts(let accounts):
      document("accountList", "Accounts of \(stamp.ledger)", Self.grid(of: accounts))
    }
  }

  private func document(_ id: String, _ title: String, _ grid: Grid) -> Document {
    Document(
      id: id, title: title,
      blocks: grid.rows.isEmpty ? [.paragraph("None is declared.")] : [.grid(grid)],
      stamp: stamp.stamp())
  }

  private func donorGrid(withAliases hasAliases: Bool) -> Grid {
    let columns = [
      Grid.Column("donor", "Code", .code), Grid.Column("name", "Name"),
      Grid.Column("type", "Type", .code), Grid.Column("country", "In", .code),
      Grid.Column("iati", "IATI", .code), Grid.Column("aliases", "Other names"),
    ]
    let rows = names.donors.all.map { donor -> [Cell] in
      [
        .code(donor.id.text), .text(donor.name), .code(donor.kind?.rawValue ?? ""),
        .code(donor.country ?? ""), .code(donor.iati ?? ""),
        .text(donor.aliases.joined(separator: "; ")),
      ]
    }
    let width = hasAliases ? columns.count : columns.count - 1
    return Grid(
      id: "donors", title: "", columns: Array(columns.prefix(width)),
      rows: rows.map { Grid.Row(Array($0.prefix(width))) })
  }

  private var scopeGrid: Grid {
    let scopes = names.programme.allScopes.map { scope in
      Grid.Row([
        .code(scope.path.text), .text(scope.name ?? ""), .text(scope.kind?.rawValue ?? ""),
        .code(scope.country ?? ""), .code(names.programme.parent(of: scope.path)?.text ?? ""),
      ])
    }
    let situations = names.programme.allSituations.map { situation in
      Grid.Row([
        .code(situation.path.text), .text(situation.name), .text("situation"), .empty,
        .code(situation.scopes.map(\.text).joined(separator: ", ")),
      ])
    }
    return Grid(
      id: "scopes", title: "",
      columns: [
        Grid.Column("scope", "Scope", .code), Grid.Column("name", "Name"),
        Grid.Column("kind", "Kind"), Grid.Column("country", "Country", .code),
        Grid.Column("parent", "Under", .code),
      ],
      rows: scopes + situations)
  }

  private static func grid(of accounts: [Account]) -> Grid {
    Grid(
      id: "accounts", title: "",
      columns: [
        Grid.Column("account", "Account", .code), Grid.Column("type", "Type", .code),
        Grid.Column("declared", "Declared", .date),
      ],
      rows: accounts.map { account in
        Grid.Row([
          .code(account.code.text), .code(account.code.type.rawValue),
          account.declared.map(Cell.date) ?? .empty,
        ])
      })
  }

  private var treeGrid: Grid {
    Grid(
      id: "tree", title: "",
      columns: [
        Grid.Column("scope", "Scope", .tree), Grid.Column("name", "Name"),
        Grid.Column("kind", "Kind"),
      ],
      rows: treeRows)
  }

  /// Every scope below its parent, found with one grouping of all scopes, however many there are.
  private var treeRows: [Grid.Row] {
    let children = names.programme.childrenByParent
    var rows: [Grid.Row] = []
    var waiting = [(path: ScopePath.global, level: 0)]
    while let (path, level) = waiting.popLast() {
      let scope = names.programme.scope(path)
      rows.append(
        Grid.Row(
          [.code(path.text), .text(scope?.name ?? ""), .text(scope?.kind?.rawValue ?? "")],
          level: level))
      waiting += (children[path] ?? []).reversed().map { (path: $0.path, level: level + 1) }
    }
    return rows
  }
}
