import Bookkeeping
import Funding

extension BudgetYear: ArgumentValue {
  init(argument: String) throws(Expected) {
    guard argument.utf8.count == 4, let number = Int(argument), let year = BudgetYear(number) else {
      throw Expected("a year, as in 2017")
    }
    self = year
  }
  var argument: String { description }
}

extension AccountingMonth: ArgumentValue {
  init(argument: String) throws(Expected) {
    guard let month = AccountingMonth(argument) else { throw Expected("a month, as in 2017-11") }
    self = month
  }
  var argument: String { description }
}

extension AccountCode: ArgumentValue {
  init(argument: String) throws(Expected) {
    guard let account = AccountCode(argument) else {
      throw Expected("a type, a colon and a path, as in asset:bank:citi")
    }
    self = account
  }
  var argument: String { text }
  static var completion: Completion { .dynamic("accounts") }
}

extension AccountFamily: ArgumentValue {
  init(argument: String) throws(Expected) {
    guard let family = AccountFamily(argument) else {
      throw Expected("a type or an account, as in expense or asset:bank")
    }
    self = family
  }
  var argument: String { text }
  static var completion: Completion { .dynamic("accounts") }
}

extension Reference: ArgumentValue {
  init(argument: String) throws(Expected) {
    guard let reference = Reference(argument) else {
      throw Expected("letters, digits, '.', '_', '/' or '-', as in A0309")
    }
    self = reference
  }
  var argument: String { text }
}

extension FundingBasis: ArgumentValue {}
