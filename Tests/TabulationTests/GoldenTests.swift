import Foundation
import Tabulation
import Testing

/// Two rich documents in their formats, compared with what was recorded and read by eye.
///
/// `UPDATE_GOLDEN=1` records what is rendered now, and fails.
@Suite("Golden files") struct GoldenTests {
  static let formats: [(file: String, renderer: any DocumentRenderer)] = [
    ("mali-80.txt", TextRenderer(width: 80)),
    ("mali-120.txt", TextRenderer(width: 120)),
    ("mali-40.txt", TextRenderer(width: 40)),
    ("mali-80-ascii.txt", TextRenderer(width: 80, unicode: false)),
    ("mali-80-colour.txt", TextRenderer(width: 80, colour: true)),
    ("mali.csv", CSVRenderer()),
    ("mali.json", JSONRenderer()),
    ("mali-compact.json", JSONRenderer(layout: .compact)),
    ("mali.md", MarkdownRenderer()),
    ("mali.html", HTMLRenderer()),
    ("ledger-80.txt", TextRenderer(width: 80)),
    ("ledger-100.txt", TextRenderer(width: 100)),
    ("ledger-120.txt", TextRenderer(width: 120)),
    ("ledger-160.txt", TextRenderer(width: 160)),
    ("ledger.md", MarkdownRenderer()),
    ("ledger.html", HTMLRenderer()),
  ]

  @Test(arguments: formats.map(\.file))
  func `a document renders as recorded`(file: String) throws {
    let renderer = try #require(Self.formats.first { $0.file == file }).renderer
    let document = file.hasPrefix("mali") ? MaliDocument.document : LedgerDocument.document
    let rendered = renderer.render(document)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let golden = folder.appending(path: file)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(rendered.utf8).write(to: golden)
      Issue.record("recorded \(file): read the difference, then run without UPDATE_GOLDEN")
    } else {
      #expect(try String(decoding: Data(contentsOf: golden), as: UTF8.self) == rendered)
    }
  }
}
