import Bookkeeping
import Diagnostics
import Funding
import Monetary

@testable import TestSupport

extension Refusal {
  /// What the rules of receipts, allocations, spending, entries and reversals refuse.
  static func ofMoney() throws -> [Refusal] {
    try amounts() + receipts() + arrivals() + allocations() + spendings() + uses()
      + amendedPeriods()
      + limits() + amendedLimits() + lateLimits()
      + goodsAndYears()
      + matches()
      + entries() + entryAccounts() + overflows() + reversals() + dependants()
      + dependantsAtPlace()
  }

  private static let date = "2017-12-20"

  private static func signed(_ amount: String = "100 USD", _ use: String = "softly west-africa")
    throws -> Step
  {
    on("2017-11-02", try signing("A1", amount, use), id: "A1")
  }

  /// Every amount that a kind of fact states, at zero and below.
  private static func amounts() throws -> [Refusal] {
    let fine = try signing("A2", "2 USD") {
      $0.parts = try [part(2017, "1 USD"), part(2018, "1 USD")]
    }
    return try ["0.00 USD", "-0.01 USD"].flatMap { amount in
      let wrong = try money(amount)
      let events: [Event] = [
        .opening(Opening(.bank, amount: wrong)), try pledging("P1", amount),
        try signing("A2", amount),
        try signing("A2", "1 USD") { $0.parts = try [part(2017, amount), part(2018, "1 USD")] },
        try signing("A2", "1 USD") { $0.instalments = [Instalment(due: day(date), amount: wrong)] },
        try signing("A2", "1 USD") { $0.terms.limits = [SubLimit(wrong, on: scope("mali"))] },
        try receiving("A1", amount), try receiving("A1", "1 USD", bank: amount),
        try receiving("A1", "1 USD") { $0.charge = wrong },
        try allocating("A1", "mali", amount), try spending("A1", "mali", amount),
        try entering(
          (.debit, "expense:rent", amount, "general"), (.debit, "expense:rent", "5 USD", "general"),
          (.credit, "asset:bank", "5 USD", "general")),
        .acknowledgement(Acknowledgement(donor("sdc"), scope: .global, amount: wrong)),
      ]
      return try events.map {
        Refusal(
          .amountSign, [amount], after: [try signed()], refused: on(date, $0),
          accepted: on(date, fine))
      }
    }
  }

  private static func receipts() throws -> [Refusal] {
    let signed = try signed()
    let francs = try self.signed("100 CHF")
    func charged(_ amount: String, _ charge: String) throws -> Step {
      on(date, try receiving("A1", amount) { $0.charge = try money(charge) })
    }
    return [
      Refusal(
        .receiptBeforeSigning, ["2017-11-01", "A1", "2017-11-02"], after: [signed],
        refused: on("2017-11-01", try receiving("A1", "1 USD")),
        accepted: on("2017-11-02", try receiving("A1", "1 USD"))),
      Refusal(
        .receiptExceedsPart, ["100.01 USD", "100.00 USD", "A1", "2017"], after: [signed],
        refused: on(
          date,
          try receiving("A1", "100.01 USD") { $0.part = PartSelector(year: year(2017)) }),
        accepted: on(date, try receiving("A1", "100 USD"))),
      Refusal(
        .receiptExceeds, ["100.01 USD", "100.00 USD", "A1"], after: [signed],
        refused: on(date, try receiving("A1", "100.01 USD")),
        accepted: on(date, try receiving("A1", "100 USD"))),
      Refusal(
        .receiptExceeds, ["0.01 USD", "0.00 USD", "A1"],
        after: [signed, on(date, try receiving("A1", "100 USD"))],
        refused: on(date, try receiving("A1", "0.01 USD")),
        accepted: on(date, try receiving("A1", "0.01 USD") { $0.allowsOverpayment = true })),
      Refusal(
        .receiptArrival, ["99.99 USD", "100.00 USD"], after: [signed],
        refused: on(date, try receiving("A1", "100 USD", bank: "99.99 USD")),
        accepted: on(date, try receiving("A1", "100 USD", bank: "100 USD"))),
      Refusal(
        .receiptArrival, ["110.00 CHF", "100.00 CHF"], after: [francs],
        refused: on(
          date, try receiving("A1", "100 CHF", bank: "100 CHF") { $0.charge = try money("10 CHF") }),
        accepted: on(
          date, try receiving("A1", "100 CHF", bank: "90 CHF") { $0.charge = try money("10 CHF") })),
      Refusal(
        .receiptCharge, ["10.01 USD", "10.00 USD"], after: [signed],
        refused: try charged("10 USD", "10.01 USD"), accepted: try charged("10 USD", "10 USD")),
    ]
  }

  private static func arrivals() throws -> [Refusal] {
    let signed = try signed()
    let francs = try self.signed("100 CHF")
    func receipt(into name: String) throws -> Step {
      on(date, try receiving("A1", "1 USD") { $0.account = account(name) })
    }
    return [
      Refusal(
        .receiptAccount, ["asset:receivable"], after: [signed],
        refused: try receipt(into: "asset:receivable"),
        accepted: try receipt(into: "asset:receivables")),
      Refusal(
        .receiptAccount, ["budget:funded"], after: [signed],
        refused: try receipt(into: "budget:funded"),
        accepted: try receipt(into: "asset:cash:bamako")),
      Refusal(
        .currencyMismatch, ["CHF", "USD"], after: [signed],
        refused: on(date, try receiving("A1", "1 CHF", bank: "1 USD")),
        accepted: on(date, try receiving("A1", "1 USD", bank: "1 CHF"))),
      Refusal(
        .currencyMismatch, ["USD", "CHF"], after: [francs],
        refused: on(
          date, try receiving("A1", "1 CHF", bank: "1 CHF") { $0.charge = try money("1 USD") }),
        accepted: on(
          date, try receiving("A1", "1 CHF", bank: "1 USD") { $0.charge = try money("1 USD") })),
      Refusal(
        .currencyMismatch, ["USD", "CHF"], after: [francs],
        refused: on(date, try receiving("A1", "1 CHF") { $0.charge = try money("0.10 USD") }),
        accepted: on(date, try receiving("A1", "1 CHF") { $0.charge = try money("0.10 CHF") })),
      Refusal(
        .partUnknown, ["A1", "2018"], after: [signed],
        refused: on(
          date, try receiving("A1", "1 USD") { $0.part = PartSelector(year: year(2018)) }),
        accepted: on(
          date, try receiving("A1", "1 USD") { $0.part = PartSelector(year: year(2017)) })),
      Refusal(
        .partUnknown, ["A1", "2017 mali"], after: [signed],
        refused: on(
          date,
          try receiving("A1", "1 USD") {
            $0.part = PartSelector(year: year(2017), scope: scope("mali"))
          }),
        accepted: on(
          date,
          try receiving("A1", "1 USD") {
            $0.part = PartSelector(year: year(2017), scope: scope("west-africa"))
          })),
    ]
  }

  private static func allocations() throws -> [Refusal] {
    let signed = try signed()
    let toMali = on(date, try allocating("A1", "mali", "60 USD"))
    return [
      Refusal(
        .allocationReach, ["A1", "2017", "chad"], after: [signed],
        refused: on(date, try allocating("A1", "chad", "1 USD")),
        accepted: on(date, try allocating("A1", "niger", "1 USD"))),
      Refusal(
        .allocationReach, ["A1", "2018", "mali"], after: [signed],
        refused: on(date, try allocating("A1", "mali", "1 USD") { $0.year = year(2018) }),
        accepted: on("2018-01-02", try allocating("A1", "mali", "1 USD") { $0.year = year(2017) })),
      Refusal(
        .allocationReach, ["A1", "2017", "mali/health/clinics"],
        after: [try self.signed("100 USD", "softly mali except mali/health")],
        refused: on(date, try allocating("A1", "mali/health/clinics", "1 USD")),
        accepted: on(date, try allocating("A1", "mali/education", "1 USD"))),
      Refusal(
        .allocationPlace, ["A1", "west-africa"], after: [signed],
        refused: on(date, try allocating("A1", "west-africa", "1 USD")),
        accepted: on(date, try allocating("A1", "mali", "1 USD"))),
      Refusal(
        .allocationPlace, ["A1", "mali"], after: [signed, toMali],
        refused: on(date, try allocating("A1", "mali", "1 USD", from: "mali")),
        accepted: on(date, try allocating("A1", "mali", "1 USD", from: "west-africa"))),
      Refusal(
        .allocationExceeds, ["40.01 USD", "40.00 USD", "A1", "niger"], after: [signed, toMali],
        refused: on(date, try allocating("A1", "niger", "40.01 USD")),
        accepted: on(date, try allocating("A1", "niger", "40 USD"))),
      Refusal(
        .allocationExceeds, ["60.01 USD", "60.00 USD", "A1", "niger"], after: [signed, toMali],
        refused: on(date, try allocating("A1", "niger", "60.01 USD", from: "mali")),
        accepted: on(date, try allocating("A1", "niger", "60 USD", from: "mali"))),
      Refusal(
        .allocationExceeds, ["0.01 USD", "0.00 USD", "A1", "mali"], after: [signed, toMali],
        refused: on(date, try allocating("A1", "mali", "0.01 USD", from: "niger")),
        accepted: on(date, try allocating("A1", "niger", "0.01 USD", from: "mali"))),
      Refusal(
        .currencyMismatch, ["CHF", "USD"], after: [signed],
        refused: on(date, try allocating("A1", "mali", "1 CHF")),
        accepted: on(date, try allocating("A1", "mali", "1 USD"))),
      Refusal(
        .scopeSituation, ["sahel"], after: [signed, toMali],
        refused: on(date, try allocating("A1", "mali", "1 USD", from: "sahel")),
        accepted: on(date, try allocating("A1", "niger", "1 USD", from: "mali"))),
    ]
  }

  private static func spendings() throws -> [Refusal] {
    func spent(on name: String = "expense:staff", from source: String = "asset:bank") throws -> Step
    {
      on(
        date,
        try spending(nil, "mali", "1 USD") {
          $0.account = account(name)
          $0.source = account(source)
        })
    }
    return [
      Refusal(
        .expenditureAccount, ["asset:bank"], refused: try spent(on: "asset:bank"),
        accepted: try spent(on: "expense:bank")),
      Refusal(
        .expenditureSource, ["revenue:contributions"],
        refused: try spent(from: "revenue:contributions"),
        accepted: try spent(from: "liability:payables")),
      Refusal(
        .expenditureSource, ["asset:receivable:swiss"],
        refused: try spent(from: "asset:receivable:swiss"), accepted: try spent(from: "asset:cash")),
      Refusal(
        .openingAccount, ["asset:receivable"],
        refused: on(date, .opening(Opening(.receivable, amount: try money("1 USD")))),
        accepted: on(date, .opening(Opening(.overpayments, amount: try money("1 USD"))))),
      Refusal(
        .openingAccount, ["net-asset:opening"],
        refused: on(date, .opening(Opening(.opening, amount: try money("1 USD")))),
        accepted: on(date, .opening(Opening(.bank, amount: try money("1 USD"))))),
    ]
  }

  private static func entries() throws -> [Refusal] {
    func entry(_ debit: String, _ name: String, _ credit: String = "1 USD") throws -> Step {
      on(
        date,
        try entering(
          (.debit, name, debit, "general"), (.credit, "asset:bank", credit, "general")))
    }
    let rent = try entry("1 USD", "expense:rent")
    return [
      Refusal(
        .entryLegs, ["0"], refused: on(date, .entry(ManualEntry("", legs: []))), accepted: rent),
      Refusal(
        .entryLegs, ["1"],
        refused: on(date, try entering((.debit, "expense:rent", "1 USD", "general"))),
        accepted: rent),
      Refusal(
        .entryUnbalanced, ["the debits of fund general are 0.01 USD more than its credits"],
        refused: try entry("1.01 USD", "expense:rent"), accepted: rent),
      Refusal(
        .entryUnbalanced,
        [
          "the debits of fund general are 1.00 CHF more than its credits; "
            + "the credits of fund general are 1.02 USD more than its debits"
        ],
        refused: try entry("1 CHF", "expense:rent", "1.02 USD"), accepted: rent),
      Refusal(
        .entryUnbalanced,
        ["what fund general has in net-asset:exchange is worth 1.00 USD, not nothing"],
        refused: try entry("1 USD", "net-asset:exchange"), accepted: rent),
      Refusal(
        .entryUnbalanced,
        [
          "the debits of fund A1 are 1.00 USD more than its credits; "
            + "the credits of fund general are 1.00 USD more than its debits"
        ],
        after: [try signed()],
        refused: on(
          date,
          try entering(
            (.debit, "expense:rent", "1 USD", "A1"), (.credit, "asset:bank", "1 USD", "general"))),
        accepted: rent),
    ]
  }

  private static func entryAccounts() throws -> [Refusal] {
    func entry(_ name: String) throws -> Step {
      on(
        date,
        try entering(
          (.debit, name, "1 USD", "general"), (.credit, "asset:bank", "1 USD", "general")))
    }
    let rent = try entry("expense:rent")
    return [
      Refusal(
        .entryAccount, ["budget:funded"], refused: try entry("budget:funded"),
        accepted: rent),
      Refusal(
        .entryAccount, ["memorandum:note"], refused: try entry("memorandum:note"),
        accepted: rent),
      Refusal(
        .entryAccount, ["asset:receivable:swiss"],
        refused: try entry("asset:receivable:swiss"),
        accepted: try entry("asset:receivables")),
    ]
  }

  private static func overflows() throws -> [Refusal] {
    let most = "92,233,720,368,547,758.07"
    let half = "46,116,860,184,273,879.03"
    return [
      Refusal(
        .sumOverflow, ["9223372036854775808 minor units of USD"],
        refused: on(
          date,
          try entering(
            (.debit, "expense:rent", "\(most) USD", "general"),
            (.debit, "expense:rent", "0.01 USD", "general"))),
        accepted: on(
          date,
          try entering(
            (.debit, "expense:rent", "\(half) USD", "general"),
            (.credit, "asset:bank", "\(half) USD", "general")))),
      Refusal(
        .sumOverflow, ["the sum of all postings in CHF"],
        after: [
          on("2017-12-20", try quote("CHF 1000 per USD", isConfirmed: true)),
          on(date, .opening(Opening(.bank, amount: try money("\(half) CHF")))),
        ],
        refused: on(date, .opening(Opening(.bank, amount: try money("0.01 CHF")))),
        accepted: on(date, .opening(Opening(.bank, amount: try money("0.01 EUR"))))),
      Refusal(
        .sumOverflow, ["\(most) CHF in USD"],
        refused: on(date, try signing("A2", "\(most) CHF")),
        accepted: on(date, try signing("A2", "9,000,000,000,000,000.00 CHF"))),
    ]
  }

  private static func reversals() throws -> [Refusal] {
    let signed = try signed()
    let received = on(date, try receiving("A1", "10 USD"), id: "R1")
    let undone = on("2017-12-21", reversing("R1"), id: "V1")
    let later = "2017-12-22"
    return [
      Refusal(
        .reversalDone, ["R1", "V1"], after: [signed, received, undone],
        refused: on(later, reversing("R1")), accepted: on(later, reversing("A1"))),
      Refusal(
        .reversalOfReversal, ["V1"], after: [signed, received, undone],
        refused: on(later, reversing("V1")), accepted: on(later, try receiving("A1", "10 USD"))),
      Refusal(
        .reversalKind, ["C1", "close"],
        after: [signed, on(date, .close(month("2017-11")), id: "C1")],
        refused: on(later, reversing("C1")), accepted: on(later, reversing("A1"))),
      Refusal(
        .reversalEarlier, ["2017-12-19", "R1", "2017-12-20"], after: [signed, received],
        refused: on("2017-12-19", reversing("R1")), accepted: on("2017-12-20", reversing("R1"))),
    ]
  }

  private static func resting(on name: String, _ facts: [Step], first: String) -> Refusal {
    Refusal(
      .reversalDependants, [name, first], after: facts, refused: on("2017-12-22", reversing(name)),
      accepted: on("2017-12-22", reversing(first)))
  }

  /// What lies at an agreement's place again is moved on, or given up.
  private static func dependantsAtPlace() throws -> [Refusal] {
    let facts = [
      try signed(), on(date, try allocating("A1", "mali", "60 USD"), id: "L1"),
      on(date, try allocating("A1", "west-africa", "60 USD", from: "mali"), id: "L2"),
    ]
    return try [allocating("A1", "niger", "41 USD"), writingOff("A1", "41 USD")].map { event in
      resting(on: "L2", facts + [on(date, event, id: "L3")], first: "L3")
    }
  }

  private static func dependants() throws -> [Refusal] {
    let signed = try signed()
    let moved = on(date, try allocating("A1", "mali", "60 USD"), id: "L1")
    let movedOn = on(date, try allocating("A1", "niger", "0.01 USD", from: "mali"), id: "L2")
    return try [
      resting(on: "A1", [signed, on(date, receiving("A1", "10 USD"), id: "R1")], first: "R1"),
      resting(on: "A1", [signed, moved], first: "L1"),
      resting(
        on: "A1", [signed, on(date, spending("A1", "mali", "1 USD"), id: "E1")], first: "E1"),
      resting(
        on: "A1",
        [
          signed,
          on(date, .opening(Opening(.bank, amount: money("1 USD"), fund: fund("A1"))), id: "O1"),
        ], first: "O1"),
      resting(
        on: "A1",
        [
          signed,
          on(
            date,
            entering(
              (.debit, "expense:rent", "1 USD", "A1"), (.credit, "asset:bank", "1 USD", "A1")),
            id: "J1"),
        ], first: "J1"),
      resting(
        on: "P1",
        [
          on(date, pledging("P1", "1 USD"), id: "P1"),
          on(date, signing("A2", "1 USD") { $0.pledge = reference("P1") }, id: "A2"),
        ], first: "A2"),
      resting(on: "L1", [signed, moved, movedOn], first: "L2"),
      resting(
        on: "M1",
        [
          on(date, requiring("mali", "10 USD"), id: "M1"),
          on(date, requiring("mali", "2 USD", .supplementary), id: "M2"),
        ], first: "M2"),
      Refusal(
        .requirementChildren, ["mali", "2017", "2017-12-22", "11.00 USD", "10.00 USD"],
        after: [
          on(date, requiring("mali", "10 USD"), id: "M1"),
          on(date, requiring("mali", "12 USD", .revised), id: "M2"),
          on(date, requiring("mali/health", "11 USD"), id: "H1"),
        ],
        refused: on("2017-12-22", reversing("M2")), accepted: on("2017-12-22", reversing("H1"))),
    ]
  }
}
