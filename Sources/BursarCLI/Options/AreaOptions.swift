import Bookkeeping

extension Option {
  /// Declares `--scope` for a report on one area.
  init(area path: PropertyPath<Root, String?>) {
    self.init(
      path, "--scope", value: "SCOPE",
      help: "the operation, sector, region or situation; without it, the only scope below global, "
        + "else global",
      completion: .dynamic("scopes"))
  }

  /// Declares `--year` for a report on one budget year.
  init(year path: PropertyPath<Root, BudgetYear?>) {
    self.init(path, "--year", value: "YEAR", help: "the budget year; without it, that of the day")
  }
}
