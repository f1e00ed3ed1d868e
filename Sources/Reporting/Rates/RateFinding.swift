public import Monetary
public import Tabulation

/// The rate between two currencies on a day: what it is, how old, and how it was found.
public struct RateFinding: Hashable, Sendable {
  /// The way from one currency to the other.
  public let conversion: Conversion
  /// The day that was asked for.
  public let date: CalendarDate
  /// The table that was asked.
  public let table: RateTableName
  /// What it was made from.
  public let stamp: ReportStamp

  /// Makes it.
  public init(
    _ conversion: Conversion, on date: CalendarDate, table: RateTableName, stamp: ReportStamp
  ) {
    self.conversion = conversion
    self.date = date
    self.table = table
    self.stamp = stamp
  }

  /// Lowers it to a document.
  public func document() -> Document {
    Document(
      id: "rateShow", title: "\(conversion.from) in \(conversion.to) on \(date)",
      subtitle: "table \(table)", keyFigures: figures,
      blocks: conversion.rates.isEmpty ? [] : [.grid(grid)],
      notes: Notes(
        title: "Warnings", conversion.rates.compactMap { RateUse(of: $0, on: date).warning }),
      stamp: stamp.stamp())
  }

  private var figures: [Figure] {
    [
      Figure(
        "worth", label: "One \(conversion.from) in \(conversion.to)",
        .code(conversion.unitValue.description)),
      Figure("way", label: "Found", .code(conversion.way.rawValue)),
      Figure("how", label: "An amount is", .text(how)),
    ]
  }

  private var how: String {
    let units = conversion.rates.map { "\($0.quote) \($0.units)" }
    return switch conversion.way {
    case .same: "itself"
    case .direct: "multiplied by \(units[0])"
    case .inverse: "divided by \(units[0])"
    case .cross: "divided by \(units[0]) and multiplied by \(units[1])"
    case .redenomination:
      conversion.redenomination.map { change in
        "\(conversion.from == change.new ? "multiplied" : "divided") by \(change.factor): \(change)"
      } ?? ""
    }
  }

  private var grid: Grid {
    Grid(
      id: "rates", title: "",
      columns: [
        Grid.Column("rate", "Rate", .code), Grid.Column("effective", "Since", .date),
        Grid.Column("age", "Days old", .integer), Grid.Column("rateTable", "Table", .code),
      ],
      rows: conversion.rates.map { rate in
        Grid.Row([
          .code(rate.description), .date(rate.effective),
          .integer(Int64(rate.ageInDays(on: date))), .code(rate.table.text),
        ])
      })
  }
}
