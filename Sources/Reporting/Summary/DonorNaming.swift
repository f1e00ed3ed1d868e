import Funding
import Tabulation

/// How a table names donors: to people by their names, to programs by their codes, too.
struct DonorNaming {
  /// Whether a column of codes stands before the names.
  let withCodes: Bool

  /// The columns that name a donor.
  var columns: [Grid.Column] {
    withCodes
      ? [Grid.Column("donor", "Code", .code), Grid.Column("name", "Donor")]
      : [Grid.Column("donor", "Donor")]
  }

  /// The cells below them, for a donor or for words that are none.
  func cells(_ name: String, _ donor: DonorID? = nil) -> [Cell] {
    withCodes ? [.code(donor?.text ?? ""), .text(name)] : [.text(name)]
  }
}
