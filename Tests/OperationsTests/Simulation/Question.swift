import Bookkeeping
import Funding
import Monetary
import Operations
import Reporting

@testable import TestSupport

/// Something that people ask of a ledger, and what it answers: the whole report, or why there is none.
struct Question: CustomStringConvertible {
  let description: String
  private let ask: (Unstamped) throws -> AnyHashable

  init(_ description: String, _ ask: @escaping (Unstamped) throws -> AnyHashable) {
    self.description = description
    self.ask = ask
  }

  /// What `ledger` answers.
  func answer(of ledger: Unstamped) -> AnyHashable {
    do {
      return try ask(ledger)
    } catch {
      return "\(error)"
    }
  }
}

extension Question {
  /// Every kind of report of an office, on `day` and as `known`.
  static func all(of office: Office, on day: CalendarDate, known: Instant? = nil) -> [Self] {
    summaries(of: office, on: day, known: known) + balances(on: day, known: known)
      + agreements(on: day, known: known)
      + journals(of: office, on: day, known: known) + donors(of: office, on: day, known: known)
      + statements(of: office, on: day, known: known)
      + months(of: office, on: day, known: known) + gaps(of: office, on: day, known: known)
      + forecasts(of: office, on: day, known: known)
  }

  /// The gap of each scope and situation, what is to be asked for, and what would be allocated.
  private static func gaps(
    of office: Office, on day: CalendarDate, known: Instant?
  ) -> [Self] {
    office.life.ledger.book.programme.allNames.map(\.text).map { scope in
      Self("gap of \(scope) on \(day), known \(known as Any)") { ledger in
        var request = MeasureGap(scope: scope, asOf: day)
        request.known = known
        request.takesFlexible = true
        request.showsLadder = true
        var detail = GapReport.Detail()
        detail.lines = true
        detail.certificates = true
        return [
          try request.report(of: ledger).document(.exact, showing: detail),
          try request.grid(of: ledger).document(.exact),
          try request.asks(of: ledger).document(.exact),
        ]
      }
    }
  }

  /// The forecast of each scope and situation.
  private static func forecasts(
    of office: Office, on day: CalendarDate, known: Instant?
  ) -> [Self] {
    office.life.ledger.book.programme.allNames.map(\.text).map { scope in
      Self("forecast of \(scope) on \(day), known \(known as Any)") { ledger in
        var request = ForecastFunding(scope: scope, asOf: day, basis: .received, known: known)
        request.horizon = .months(9)
        return try request.report(of: ledger)
      }
    }
  }

  /// The month of each scope and situation.
  private static func months(
    of office: Office, on day: CalendarDate, known: Instant?
  ) -> [Self] {
    office.life.ledger.book.programme.allNames.map(\.text).map { scope in
      Self("month of \(scope) on \(day), known \(known as Any)") { ledger in
        try FollowMonth(AccountingMonth(of: day), scope: scope, known: known).report(of: ledger)
      }
    }
  }

  /// The statement of each donor and of the general fund, as far back as it goes and of a month.
  private static func statements(
    of office: Office, on day: CalendarDate, known: Instant?
  ) -> [Self] {
    let donors = office.life.ledger.book.donors.all.map(\.id.text)
    return (donors + [FundCode.general.text]).flatMap { subject in
      [nil, day.adding(days: -30)].map { from in
        Self("statement for \(subject), \(from as Any) to \(day), \(known as Any)") { ledger in
          var request = DrawStatement(subject, to: day)
          request.from = from
          request.known = known
          request.display = .donor
          return try request.statement(of: ledger)
        }
      }
    }
  }

  /// The summary of each scope on each basis.
  static func summaries(
    of office: Office, on day: CalendarDate, year: BudgetYear? = nil, known: Instant? = nil
  ) -> [Self] {
    let scopes = office.life.ledger.book.programme.allScopes.map(\.path.text)
    return scopes.flatMap { scope in
      FundingBasis.allCases.map { basis in
        Self("summary of \(scope) on \(day), \(basis), \(year as Any), \(known as Any)") { ledger in
          try SummariseFunding(
            scope: scope, asOf: day, year: year, basis: basis, known: known, showsAgreements: true
          ).summary(of: ledger)
        }
      }
    }
  }

  /// The balance in each grouping, those by month among them unless they are left out.
  static func balances(
    on day: CalendarDate, byMonth: Bool = true, known: Instant? = nil
  ) -> [Self] {
    TrialBalance.Grouping.all.filter { byMonth || !$0.byMonth }.map { grouping in
      Self("balance on \(day), known \(known as Any), \(grouping)") { ledger in
        try BalanceAccounts(asOf: day, known: known, grouping: grouping).balance(of: ledger)
      }
    }
  }

  /// Everything about each donor.
  private static func donors(
    of office: Office, on day: CalendarDate, known: Instant?
  ) -> [Self] {
    office.life.ledger.book.donors.declared.map { donor in
      Self("donor \(donor.id) on \(day), known \(known as Any)") { ledger in
        try ShowDonor(donor.id.text, asOf: day, known: known).dossier(of: ledger)
      }
    }
  }

  /// The agreements of each scope and donor, and what falls due under them.
  private static func agreements(on day: CalendarDate, known: Instant?) -> [Self] {
    [(nil, nil), ("sdc", nil), (nil, "mali"), ("japan", "sahel")].flatMap {
      (donor: String?, scope: String?) in
      let request = ListAgreements(donor: donor, scope: scope, asOf: day, known: known)
      return [
        Self("agreements of \(donor as Any) in \(scope as Any) on \(day)") { ledger in
          try request.listing(of: ledger)
        },
        Self("due of \(donor as Any) in \(scope as Any) on \(day)") { ledger in
          try request.due(through: day.adding(days: 90), of: ledger)
        },
      ]
    }
  }

  /// The journal through each filter.
  private static func journals(
    of office: Office, on day: CalendarDate, known: Instant?
  ) -> [Self] {
    var filters: [(String, (inout ListJournal) -> Void)] = [
      ("whole", { $0.to = .latest }), ("to \(day)", { _ in }),
      ("without memoranda", { $0.showsMemorandum = false }),
      ("from \(day)", { ($0.from, $0.to) = (day, .latest) }),
      ("of sdc", { $0.donor = "sdc" }),
    ]
    for family in ["asset", "asset:receivable", "budget:funded", "revenue:exchange"] {
      let account = AccountFamily(family)
      filters.append(("of \(family)", { $0.account = account }))
      filters.append(
        (
          "of \(family) from \(day)",
          {
            ($0.account, $0.from, $0.to) = (account, day, .latest)
          }
        ))
    }
    for reference in office.life.ledger.book.agreements.keys.sorted() {
      filters.append(("about \(reference)", { $0.agreement = reference.text }))
    }
    return filters.map { name, narrow in
      Self("journal \(name), known \(known as Any)") { ledger in
        var query = ListJournal(to: day)
        query.known = known
        narrow(&query)
        return try query.listing(of: ledger)
      }
    }
  }

  /// The dossier of everything that was ever named, and what the ledger calls things.
  static func dossiers(of office: Office) -> [Self] {
    let ids = office.life.ledger.posted.map(\.id.text)
    let references = office.life.ledger.posted.compactMap(\.fact.reference?.text)
    let dossiers = Set(ids + references).sorted().flatMap { name in
      [("2018-01-01", nil), ("2018-12-31", nil), ("2018-12-31", "2018-01-31")].map { last, known in
        Self("dossier of \(name) on \(last), known \(known ?? "wholly")") { ledger in
          try ShowReference(name, asOf: day(last), known: known.map { Instant(endOf: day($0)) })
            .dossier(of: ledger)
        }
      }
    }
    return dossiers + [
      Self("names") { $0.names }, Self("lock") { $0.lock }, Self("accounts") { try $0.accounts() },
      Self("references") { try $0.references() },
      Self("check") { try CheckLedger.outcome(of: $0) },
    ]
  }
}

extension TrialBalance.Grouping {
  /// Every grouping, with whole names and with their first two parts.
  fileprivate static let all: [Self] = [nil, 2].flatMap { depth in
    [false, true].flatMap { byFund in
      [false, true].flatMap { byCurrency in
        [false, true].map { byMonth in
          Self(byFund: byFund, byCurrency: byCurrency, depth: depth, byMonth: byMonth)
        }
      }
    }
  }
}
