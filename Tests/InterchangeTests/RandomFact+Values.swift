import Bookkeeping
import Funding
import Monetary
import SeededRandom

extension RandomFact {
  mutating func provenance() -> Provenance {
    Provenance(
      id: perhaps { $0.identifier() }, by: perhaps { $0.text() },
      entered: perhaps {
        let instants: ClosedRange<Int64> = -1_000_000_000_000...9_999_999_999_999_999
        return Instant(microseconds: .random(in: instants, using: &$0.random))
      },
      posted: perhaps { $0.date() }, source: perhaps { $0.text() }, note: perhaps { $0.text() },
      document: perhaps {
        valid(DocumentLink(path: "x" + $0.text(), sha256: String(repeating: "0a", count: 32)))
      })
  }

  mutating func text() -> String {
    let pieces = [
      "Protection", " ", "; not a comment", "\"quoted\"", "\\", "\\\\\"", "\n", "\t", "\u{0}",
      "\u{7F}", "\u{85}", "\u{200F}", "\u{FEFF}", "é", "e\u{301}", "مالي", "🇲🇱", "\r\n", "{1}",
      "\\u{41}", "  ", ",", "人道", "\u{10FFFF}", ":", "'",
    ]
    let text = random.some(upTo: 6) { $0.one(of: pieces) }.joined()
    // A text says something.
    return text.allSatisfy(\.isWhitespace) ? text + "é" : text
  }

  mutating func date() -> CalendarDate {
    CalendarDate(dayNumber: .random(in: -25_000...376_000, using: &random))
  }

  mutating func year() -> BudgetYear {
    valid(BudgetYear(.random(in: 1...9999, using: &random)))
  }

  mutating func currency() -> Currency {
    random.one(of: Currency.all)
  }

  mutating func amount() -> Money {
    let largest = random.one(of: [900, 99_999, 10_000_000, Int64.max])
    let unit: Int64 = random.one(of: [1, 1, 100])
    return Money(
      minorUnits: Int64.random(in: 1...(largest / unit), using: &random) * unit, of: currency())
  }

  mutating func signed() -> Money {
    let amount = self.amount()
    return Money(
      minorUnits: random.one(of: [1, -1]) * amount.minorUnits, of: amount.currency)
  }

  mutating func decimal() -> ExactDecimal {
    ExactDecimal(
      coefficient: .random(in: 1...Int64.max, using: &random),
      scale: .random(in: 0...ExactDecimal.maximumScale, using: &random))
  }

  mutating func slug() -> Slug {
    valid(Slug(random.one(of: ["population", "refugees", "2017", "-", "on", "to", "a-b"])))
  }

  mutating func reportForm() -> ReportForm {
    valid(ReportForm(random.one(of: ["financial", "8+3 narrative", "+", "a-b on part", "from"])))
  }

  mutating func scope() -> ScopePath {
    let paths = [
      "global", "mali", "mali/protection", "mali/*", "west-africa/burkina-faso/health", "on", "7",
      "by",
    ]
    return valid(ScopePath(random.one(of: paths)))
  }

  mutating func donor() -> DonorID {
    let codes = ["japan", "sdc", "into", "by", "except", "private-donors-of-the-kingdom-of-spain"]
    return valid(DonorID(random.one(of: codes)))
  }

  mutating func reference() -> Reference {
    let names = ["A0051", "C1/1", "x", "fund", "./_-", "AGREEMENT-OF-MORE-THAN-15-LETTERS/2"]
    return valid(Reference(random.one(of: names)))
  }

  mutating func table() -> RateTableName {
    valid(RateTableName(random.one(of: ["UNORE", "ECB", "Bank.of_Mali-2"])))
  }

  mutating func interval() -> DateInterval {
    let days = [date(), date()].sorted()
    return valid(DateInterval(days[0], days[1]))
  }

  mutating func fund() -> FundCode {
    random.one(of: [.general, FundCode(of: reference())])
  }

  mutating func account() -> AccountCode {
    random.one(of: [
      .bank, .payables, valid(AccountCode("asset:bank:citi")),
      valid(AccountCode("expense:a:very:deep:account:of:somebody")),
    ])
  }

  mutating func identifier() -> FactID {
    valid(FactID(random.one(of: ["R17", "receipt:0123456789abc", "a/b:c-2"])))
  }

  mutating func country() -> String {
    random.one(of: ["ML", "CH", "Mali", text()])
  }

  mutating func part() -> PartSelector {
    PartSelector(
      year: year(), scope: perhaps { $0.scope() }, earmark: perhaps { $0.earmark() },
      donor: perhaps { $0.donor() })
  }

  mutating func earmark() -> Earmark {
    Earmark(
      one(EarmarkCategory.self), includes: some { $0.scope() }, excludes: some { $0.scope() })
  }

  mutating func leg(_ side: Side) -> ManualEntry.Leg {
    ManualEntry.Leg(side, account(), amount(), fund: fund())
  }

  mutating func one<Choice: CaseIterable>(_ type: Choice.Type) -> Choice {
    random.one(of: Array(Choice.allCases))
  }

  mutating func perhaps<Value>(_ value: (inout RandomFact) -> Value) -> Value? {
    Bool.random(using: &random) ? value(&self) : nil
  }

  mutating func some<Value>(_ value: (inout RandomFact) -> Value) -> [Value] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in value(&self) }
  }
}

/// A value that the generator knows to be valid.
private func valid<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("the generator makes valid values only") }
  return value
}
