import Diagnostics
import Monetary

/// Does arithmetic on money; what it refuses is a fault of the fact at hand.
func refusing<Result>(_ arithmetic: () throws(MoneyError) -> Result) throws(Fault) -> Result {
  do {
    return try arithmetic()
  } catch {
    throw Fault(error)
  }
}
