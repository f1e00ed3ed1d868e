import Monetary
import Testing

@testable import Tabulation

@Suite("Printed amounts") struct PrintedAmountTests {
  @Test(
    arguments: [
      (0, "0"), (999, "999"), (1_000, "1,000"), (-1_000, "-1,000"), (41_007_532, "41,007,532"),
      (.max, "9,223,372,036,854,775,807"), (.min, "-9,223,372,036,854,775,808"),
    ] as [(Int64, String)])
  func `whole units are printed in groups of three`(units: Int64, text: String) {
    #expect(PrintedAmount.whole(units, MaliDocument.usd).grouped == text)
  }

  @Test func `both precisions are measured in minor units`() {
    #expect(PrintedAmount.whole(5, MaliDocument.currency("KWD")).minorUnits == 5_000)
    #expect(PrintedAmount.whole(5, MaliDocument.currency("XOF")).minorUnits == 5)
    #expect(PrintedAmount.exact(MaliDocument.money(512)).minorUnits == 512)
  }
}
