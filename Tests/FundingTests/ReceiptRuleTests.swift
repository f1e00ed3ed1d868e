import Bookkeeping
import Funding
import Monetary
import Testing

@testable import TestSupport

@Suite struct ReceiptRuleTests {
  /// A ledger in which CHF 400,000 were agreed at 0.999, or another amount or earmark.
  private func ledger(
    _ amount: String = "400,000 CHF", _ use: String = "earmarked mali",
    changing change: (inout Agreement) throws -> Void = { _ in }
  ) throws -> SampleLedger {
    var ledger = try SampleLedger()
    try ledger.post("2017-11-02", signing("A1", amount, use, changing: change))
    return ledger
  }

  @Test func `USD 405,022.28 for CHF 400,000 is received leg by leg`() throws {
    var ledger = try ledger()
    let posted = try ledger.post(
      "2018-01-15", receiving("A1", "400,000 CHF", bank: "405,022.28 USD"))
    #expect(posted.days == ["2018-01-15 received"])
    #expect(
      posted.legs == [
        "debit asset:bank 405,022.28 USD in A1, A1",
        "credit net-asset:exchange 400,400.40 USD in A1, A1",
        "credit revenue:exchange 4,621.88 USD in A1, A1",
        "debit net-asset:exchange 400,000.00 CHF [400,400.40] in A1, A1",
        "credit asset:receivable 400,000.00 CHF [400,400.40] in A1, A1/1 mali 2017",
      ])
    #expect(
      posted.rows == [
        "received 2018-01-15 mali 2017 sdc earmarked A1 400,000.00 CHF [400,400.40]"
      ])
    let part = try #require(ledger.book.agreements[reference("A1")]?.parts.first)
    #expect(part.open == 0 && part.carryingBook == 0)
    #expect(part.received == 40_000_000 && part.receivedBook == 40_040_040)
  }

  @Test func `less than was carried is a loss`() throws {
    var ledger = try ledger()
    let posted = try ledger.post(
      "2018-01-15", receiving("A1", "400,000 CHF", bank: "400,000 USD"))
    #expect(
      Array(posted.legs.prefix(3)) == [
        "debit asset:bank 400,000.00 USD in A1, A1",
        "credit net-asset:exchange 400,400.40 USD in A1, A1",
        "debit expense:exchange 400.40 USD in A1, A1",
      ])
  }

  @Test func `a CHF account takes it at the day's rate of 0.984`() throws {
    var ledger = try ledger()
    let posted = try ledger.post(
      "2017-12-15",
      receiving("A1", "400,000 CHF") { $0.account = account("asset:bank:chf") })
    #expect(
      posted.legs == [
        "debit asset:bank:chf 400,000.00 CHF [406,504.07] in A1, A1",
        "credit net-asset:exchange 400,000.00 CHF [406,504.07] in A1, A1",
        "credit revenue:exchange 6,103.67 USD in A1, A1",
        "debit net-asset:exchange 6,103.67 USD in A1, A1",
        "debit net-asset:exchange 400,000.00 CHF [400,400.40] in A1, A1",
        "credit asset:receivable 400,000.00 CHF [400,400.40] in A1, A1/1 mali 2017",
      ])
  }

  @Test func `a third currency is worth its own rate, the claim what is carried`() throws {
    var ledger = try ledger()
    let posted = try ledger.post(
      "2017-12-20", receiving("A1", "400,000 CHF", bank: "350,000 EUR"))
    #expect(
      posted.legs == [
        "debit asset:bank 350,000.00 EUR [380,021.72] in A1, A1",
        "credit net-asset:exchange 350,000.00 EUR [380,021.72] in A1, A1",
        "debit expense:exchange 20,378.68 USD in A1, A1",
        "credit net-asset:exchange 20,378.68 USD in A1, A1",
        "debit net-asset:exchange 400,000.00 CHF [400,400.40] in A1, A1",
        "credit asset:receivable 400,000.00 CHF [400,400.40] in A1, A1/1 mali 2017",
      ])
  }

  @Test func `dollars that were agreed and francs that arrived meet in the exchange account`()
    throws
  {
    var ledger = try ledger("400,000 USD")
    let posted = try ledger.post(
      "2017-12-15", receiving("A1", "400,000 USD", bank: "400,000 CHF"))
    #expect(
      posted.legs == [
        "debit asset:bank 400,000.00 CHF [406,504.07] in A1, A1",
        "credit net-asset:exchange 400,000.00 CHF [406,504.07] in A1, A1",
        "credit revenue:exchange 6,504.07 USD in A1, A1",
        "debit net-asset:exchange 6,504.07 USD in A1, A1",
        "debit net-asset:exchange 400,000.00 USD in A1, A1",
        "credit asset:receivable 400,000.00 USD in A1, A1/1 mali 2017",
      ])
  }

  @Test func `dollars for dollars need no exchange`() throws {
    var ledger = try ledger("1,000 USD")
    let posted = try ledger.post("2018-01-15", receiving("A1", "600 USD"))
    #expect(
      posted.legs == [
        "debit asset:bank 600.00 USD in A1, A1",
        "credit asset:receivable 600.00 USD in A1, A1/1 mali 2017",
      ])
  }

  @Test func `part receipts take their share of what is carried, the last takes the rest`() throws {
    var ledger = try ledger()
    var credits: [String] = []
    for amount in ["133,333.33 CHF", "133,333.33 CHF", "133,333.34 CHF"] {
      let posted = try ledger.post("2017-12-15", receiving("A1", amount))
      credits += posted.legs.filter { $0.hasPrefix("credit asset:receivable") }
    }
    #expect(
      credits == [
        "credit asset:receivable 133,333.33 CHF [133,466.80] in A1, A1/1 mali 2017",
        "credit asset:receivable 133,333.33 CHF [133,466.79] in A1, A1/1 mali 2017",
        "credit asset:receivable 133,333.34 CHF [133,466.81] in A1, A1/1 mali 2017",
      ])
    let part = try #require(ledger.book.agreements[reference("A1")]?.parts.first)
    #expect(part.carryingBook == 0)
    #expect(part.receivedBook == part.recordedBook)
  }

  @Test func `the earliest year is filled first, inside a year by what is open`() throws {
    var ledger = try ledger("1,000 USD") {
      $0.parts = [
        AgreementPart(year: year(2018), amount: $0.amount.part(of: 40_000)),
        AgreementPart(year: year(2017), amount: $0.amount.part(of: 40_000)),
        AgreementPart(year: year(2017), amount: $0.amount.part(of: 20_000)),
      ]
    }
    let first = try ledger.post("2018-01-15", receiving("A1", "0.01 USD"))
    #expect(
      first.legs.filter { $0.hasPrefix("credit") } == [
        "credit asset:receivable 0.01 USD in A1, A1/2 mali 2017"
      ])
    let second = try ledger.post("2018-01-16", receiving("A1", "700 USD"))
    #expect(
      second.legs.filter { $0.hasPrefix("credit") } == [
        "credit asset:receivable 399.99 USD in A1, A1/2 mali 2017",
        "credit asset:receivable 200.00 USD in A1, A1/3 mali 2017",
        "credit asset:receivable 100.01 USD in A1, A1/1 mali 2018",
      ])
  }

  @Test func `a receipt that names its part fills that one`() throws {
    var ledger = try ledger("900 USD") {
      $0.parts = [
        AgreementPart(year: year(2017), amount: $0.amount.part(of: 60_000)),
        AgreementPart(
          year: year(2017), amount: $0.amount.part(of: 20_000), earmark: earmark("tightly niger")),
        AgreementPart(year: year(2018), amount: $0.amount.part(of: 10_000)),
      ]
    }
    let niger = try ledger.post(
      "2018-01-15",
      receiving("A1", "200 USD") { $0.part = PartSelector(year: year(2017), scope: scope("niger")) }
    )
    #expect(niger.rows == ["received 2018-01-15 niger 2017 sdc tightly A1 200.00 USD"])
    let later = try ledger.post(
      "2018-01-15", receiving("A1", "100 USD") { $0.part = PartSelector(year: year(2018)) })
    #expect(later.rows == ["received 2018-01-15 mali 2018 sdc earmarked A1 100.00 USD"])
  }

  @Test func `two parts of one year and place are filled together`() throws {
    var ledger = try ledger("3 USD") {
      $0.parts = [
        AgreementPart(year: year(2017), amount: $0.amount.part(of: 200)),
        AgreementPart(year: year(2017), amount: $0.amount.part(of: 100)),
      ]
    }
    let posted = try ledger.post(
      "2018-01-15",
      receiving("A1", "0.03 USD") { $0.part = PartSelector(year: year(2017), scope: scope("mali")) }
    )
    #expect(
      posted.legs.dropFirst() == [
        "credit asset:receivable 0.02 USD in A1, A1/1 mali 2017",
        "credit asset:receivable 0.01 USD in A1, A1/2 mali 2017",
      ])
  }

  @Test func `the bank's charge is an expense, the claim is cleared gross`() throws {
    var foreign = try ledger("100,000 CHF")
    let arrived = try foreign.post(
      "2017-11-20",
      receiving("A1", "100,000 CHF", bank: "98,700 USD") { $0.charge = $0.bank?.part(of: 1_200) })
    #expect(
      arrived.legs == [
        "debit asset:bank 98,700.00 USD in A1, A1",
        "debit expense:bank-charges 12.00 USD in A1, A1",
        "credit net-asset:exchange 100,100.10 USD in A1, A1",
        "debit expense:exchange 1,388.10 USD in A1, A1",
        "debit net-asset:exchange 100,000.00 CHF [100,100.10] in A1, A1",
        "credit asset:receivable 100,000.00 CHF [100,100.10] in A1, A1/1 mali 2017",
      ])
    var own = try ledger("1,000 USD")
    let net = try own.post(
      "2017-11-20",
      receiving("A1", "1,000 USD", bank: "990 USD") { $0.charge = $0.bank?.part(of: 1_000) })
    let gross = [
      "debit asset:bank 990.00 USD in A1, A1", "debit expense:bank-charges 10.00 USD in A1, A1",
      "credit asset:receivable 1,000.00 USD in A1, A1/1 mali 2017",
    ]
    #expect(net.legs == gross)
    var plain = try ledger("1,000 USD")
    let taken = try plain.post(
      "2017-11-20", receiving("A1", "1,000 USD") { $0.charge = $0.settled.part(of: 1_000) })
    #expect(taken.legs == gross)
  }

  @Test func `a charge may take all that arrived`() throws {
    var ledger = try ledger("1,000 USD")
    let posted = try ledger.post(
      "2017-11-20", receiving("A1", "10 USD") { $0.charge = $0.settled })
    #expect(
      posted.legs == [
        "debit expense:bank-charges 10.00 USD in A1, A1",
        "credit asset:receivable 10.00 USD in A1, A1/1 mali 2017",
      ])
  }

  @Test func `a surplus is owed back`() throws {
    var own = try ledger("1,000 USD")
    let posted = try own.post(
      "2018-01-15", receiving("A1", "1,100 USD") { $0.allowsOverpayment = true })
    #expect(
      posted.legs == [
        "debit asset:bank 1,100.00 USD in A1, A1",
        "credit asset:receivable 1,000.00 USD in A1, A1/1 mali 2017",
        "credit liability:overpayments 100.00 USD in A1, A1",
      ])
    #expect(posted.rows == ["received 2018-01-15 mali 2017 sdc earmarked A1 1,000.00 USD"])
    let more = try own.post(
      "2018-01-16", receiving("A1", "50 USD") { $0.allowsOverpayment = true })
    #expect(
      more.legs == [
        "debit asset:bank 50.00 USD in A1, A1", "credit liability:overpayments 50.00 USD in A1, A1",
      ])
    #expect(more.rows.isEmpty)
  }

  @Test func `a surplus in another currency is its share of what arrived`() throws {
    var ledger = try ledger()
    let posted = try ledger.post(
      "2018-01-15",
      receiving("A1", "440,000 CHF", bank: "445,524.51 USD") { $0.allowsOverpayment = true })
    #expect(
      posted.legs == [
        "debit asset:bank 445,524.51 USD in A1, A1",
        "credit net-asset:exchange 400,400.40 USD in A1, A1",
        "credit revenue:exchange 4,621.88 USD in A1, A1",
        "debit net-asset:exchange 400,000.00 CHF [400,400.40] in A1, A1",
        "credit asset:receivable 400,000.00 CHF [400,400.40] in A1, A1/1 mali 2017",
        "credit liability:overpayments 40,502.23 USD in A1, A1",
      ])
  }

  @Test func `unearmarked money arrives in the general fund, tagged with its agreement`() throws {
    var ledger = try ledger("1,000 USD", "unearmarked")
    let posted = try ledger.post("2018-01-15", receiving("A1", "1,000 USD"))
    #expect(
      posted.legs == [
        "debit asset:bank 1,000.00 USD in general, A1",
        "credit asset:receivable 1,000.00 USD in general, A1/1 global 2017",
      ])
  }
}

extension Money {
  /// So many minor units of the same currency.
  func part(of minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, of: currency) }
}
