/// A cell's text as a column takes it.
package enum ParsedValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case real(Double)
  /// The text is this range of the cell's bytes, as they stand.
  case slice(Range<Int>)
  /// The text after tidying.
  case text(String)
}

/// Why a cell was refused.
package struct ValueProblem: Error, Sendable, Equatable {
  /// Stable short name, e.g. `bad-number`.
  package let code: String
  /// What is wrong and what is allowed, in Chinese, without the value.
  package let message: String

  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }

  /// An identity number was typed: it is not even repeated.
  static let identityCard = ValueProblem(
    code: "identity-card", message: "这是身份证号，不能存入。请改用学校自己的编号")
  var isPersonal: Bool { code == ValueProblem.identityCard.code }
}

/// A parsed value, with what a person should still be told.
package struct ParsedCell: Sendable {
  package let value: ParsedValue
  /// Set when the value was taken but not as written, e.g. 约120.
  package let remark: ValueProblem?

  init(_ value: ParsedValue, remark: ValueProblem? = nil) {
    self.value = value
    self.remark = remark
  }
}
