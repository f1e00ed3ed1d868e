import Diagnostics
import SeededRandom
import Testing

@testable import Interchange

/// Readers face whatever there is: no bytes make them trap, and nothing is told twice.
struct MutationTests {
  @Test(arguments: UInt64(1)...50) func `no damage makes the reader trap`(seed: UInt64) {
    var random = Seeded(seed)
    for sample in [Samples.first, Samples.second] {
      for _ in 0..<5 {
        let bytes = damaged(Array(sample.utf8), &random)

        let ledger = LedgerTextReader().read(bytes, named: "damaged")

        let lines = ledger.diagnostics.compactMap(\.location?.line)
        #expect(Set(ledger.diagnostics).count == lines.count, "seed \(seed)")
        #expect(lines == lines.sorted(), "seed \(seed)")
        let text = LedgerTextWriter().ledger(ledger.facts.map(\.fact))
        #expect(LedgerTextReader().read(text, named: "x").facts.count == ledger.facts.count)
        _ = LedgerFormatter().format(bytes, named: "damaged")
      }
    }
  }

  /// `bytes` with a few of them changed, removed, doubled or moved.
  private func damaged(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = bytes
    let letters = Array("\"\\;: \n\r\t,.-+%/*0A\u{0}é".utf8) + [0xFF, 0xC3, 0xED]
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = random.one(of: letters)
      case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.insert(random.one(of: letters), at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.removeSubrange(place..<end)
      default: bytes.removeLast(Int.random(in: 0...min(40, bytes.count - 2), using: &random))
      }
      if bytes.isEmpty { return bytes }
    }
    return bytes
  }
}
