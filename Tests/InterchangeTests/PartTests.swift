import Bookkeeping
import Funding
import Testing

@testable import Interchange

/// Parts, which end with their donor; a scope may be called `by` or `as`, as a donor may.
@Suite struct PartTests {
  @Test(
    arguments: [
      ("", nil, nil), ("by norway", nil, "norway"), ("by by", nil, "by"),
      ("tightly", "tightly", nil), ("tightly by", "tightly by", nil),
      ("tightly by norway", "tightly", "norway"), ("tightly by except", "tightly", "except"),
      ("tightly by by norway", "tightly by", "norway"),
      ("tightly by, mali", "tightly by, mali", nil),
      ("tightly by , mali", "tightly by, mali", nil), ("tightly by ,mali", "tightly by, mali", nil),
      ("tightly mali by norway ; lead: sweden", "tightly mali", "norway"),
      ("tightly mali, by by norway", "tightly mali, by", "norway"),
      ("softly by except mali", "softly by except mali", nil),
      ("softly by except mali by norway", "softly by except mali", "norway"),
      ("softly mali except by", "softly mali except by", nil),
      ("softly mali except by by norway", "softly mali except by", "norway"),
    ] as [(String, String?, String?)])
  func `a part ends with its donor`(text: String, use: String?, giver: String?) throws {
    let reading = LedgerTextReader().read(
      Array("2018-01-01 agreement A1 sweden 5 USD\n  part: 2018 5 USD \(text)\n".utf8), named: "")
    #expect(reading.diagnostics == [])
    guard case .agreement(let agreement) = reading.facts.first?.fact.event else {
      Issue.record("no agreement")
      return
    }
    #expect(agreement.parts.count == 1)
    #expect(agreement.parts.first?.earmark?.description == use)
    #expect(agreement.parts.first?.donor?.text == giver)
  }

  @Test(
    arguments: [
      ("", nil, nil, nil), ("by", "by", nil, nil), ("by norway", nil, nil, "norway"),
      ("by by", nil, nil, "by"), ("by by norway", "by", nil, "norway"),
      ("mali/health by norway", "mali/health", nil, "norway"),
      ("as", "as", nil, nil), ("as by norway", "as", nil, "norway"),
      ("as unearmarked", nil, "unearmarked", nil),
      ("as as tightly as", "as", "tightly as", nil),
      (
        "mali as earmarked mali, niger except mali/health by norway", "mali",
        "earmarked mali, niger except mali/health", "norway"
      ),
    ] as [(String, String?, String?, String?)])
  func `a part is named by its year, its scope, its earmark and its donor`(
    text: String, place: String?, use: String?, giver: String?
  ) throws {
    let reading = LedgerTextReader().read(
      Array("2018-01-01 receipt A1 5 USD\n  part: 2018 \(text)\n".utf8), named: "")
    #expect(reading.diagnostics == [])
    guard case .receipt(let receipt) = reading.facts.first?.fact.event else {
      Issue.record("no receipt")
      return
    }
    #expect(receipt.part?.year.number == 2018)
    #expect(receipt.part?.scope?.text == place)
    #expect(receipt.part?.earmark?.description == use)
    #expect(receipt.part?.donor?.text == giver)
  }
}
