public import Funding
public import Tabulation

extension GapSolution {
  /// The solution of a problem that came without a ledger, for other programs.
  ///
  /// Amounts are whole numbers of minor units; lines and contributions are named by their identifiers, in
  /// their order. What does not apply is left out: certificates where a contribution has limits or nothing
  /// is to be proven, `overfunded` where no line is.
  public var json: JSONValue {
    let over = lines.filter { $0.overfunded > 0 }
    let members: [JSONValue.Member?] = [
      .init("required_total", .integer(required)), .init("available_total", .integer(available)),
      .init("funded_total", .integer(funded)), .init("hard_gap_total", .integer(hardGap)),
      .init("stranded_total", .integer(stranded)),
      .init("overfunded_total", .integer(overfunded)),
      .init("lines", .object(lines.map(\.range))),
      .init("contributions", .object(contributions.map(\.range))),
      hasLimits ? nil : gapCertificate.map { .init("gap_certificate", $0.json) },
      hasLimits ? nil : strandedCertificate.map { .init("stranded_certificate", $0.json) },
      over.isEmpty
        ? nil
        : .init(
          "overfunded", .object(over.map { .init($0.id, .integer($0.overfunded)) })),
      .init("source_use", .object(contributions.map { .init($0.id, .integer($0.used)) })),
      .init(
        "fair",
        [
          "funded": .object(lines.map { .init($0.id, .integer($0.funded)) }),
          "blocks": .array(blocks.map(\.json)),
        ]),
    ]
    return .object(members.compactMap(\.self))
  }
}

extension GapSolution.Line {
  fileprivate var range: JSONValue.Member {
    JSONValue.Member(id, ["gap_min": .integer(leastGap), "gap_max": .integer(greatestGap)])
  }
}

extension GapSolution.Contribution {
  fileprivate var range: JSONValue.Member {
    JSONValue.Member(
      id,
      ["stranded_min": .integer(leastStranded), "stranded_max": .integer(greatestStranded)])
  }
}

extension GapSolution.GapCertificate {
  fileprivate var json: JSONValue {
    [
      "lines": .array(lines.map(JSONValue.string)),
      "contributions": .array(contributions.map(JSONValue.string)),
      "remaining_required": .integer(required), "eligible_money": .integer(money),
      "gap": .integer(gap),
    ]
  }
}

extension GapSolution.StrandedCertificate {
  fileprivate var json: JSONValue {
    [
      "contributions": .array(contributions.map(JSONValue.string)),
      "lines": .array(lines.map(JSONValue.string)), "available": .integer(money),
      "absorbable": .integer(absorbable), "stranded": .integer(stranded),
    ]
  }
}

extension GapSolution.Block {
  fileprivate var json: JSONValue {
    [
      "tier": .integer(Int64(tier)), "level": .string(level.text),
      "lines": .array(lines.map(JSONValue.string)), "funded": .integer(funded),
    ]
  }
}
