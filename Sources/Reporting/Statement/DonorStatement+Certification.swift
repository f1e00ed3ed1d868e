import Monetary
import Tabulation

// The certification is filled in by hand or by whoever reads the records: its fields are empty.
extension DonorStatement {
  /// What is certified.
  var certified: String {
    "I certify that this statement is drawn from the books of \(stamp.ledger) and is complete."
  }

  /// What is to be ticked and filled in by hand.
  var certification: Grid {
    let blank = String(repeating: "_", count: 30)
    let rows = [
      ("This statement is", "[ ] interim   [ ] final"), ("and", "[ ] audited   [ ] not audited"),
      ("Name", blank), ("Title", blank), ("Signature", blank), ("Date", blank),
    ]
    return Grid(
      id: "certification", title: "",
      columns: [Grid.Column("what", ""), Grid.Column("value", "", .code)],
      rows: rows.map { Grid.Row([.text($0.0), .code($0.1)]) })
  }

  /// The same for programs: what is certified, and a field for each answer.
  var certificationRecord: Grid {
    let fields = ["stage", "audit", "name", "title", "signature"]
    return Grid(
      id: "certification", title: "",
      columns: [Grid.Column("statement", "")] + fields.map { Grid.Column($0, "") }
        + [Grid.Column("date", "", .date)],
      rows: [Grid.Row([.text(certified)] + fields.map { _ in .text("") } + [.empty])])
  }
}
