internal import GRDB

/// A stored value as a person reads it.
enum RowText {
  static func of(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .int64(let number): String(number)
    case .double(let value): number(value)
    case .string(let text): text
    default: ""
    }
  }

  /// A whole number without a point, else the shortest spelling.
  static func number(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
  }
}
