internal import YiceFormats

/// What is not known is null.
extension JSONValue {
  static func number(_ value: Double?) -> JSONValue { value.map { JSONValue.number($0) } ?? .null }
  static func bool(_ value: Bool?) -> JSONValue { value.map { JSONValue.bool($0) } ?? .null }
  static func integer(_ value: Int) -> JSONValue { .integer(Int64(value)) }
  static func text(_ value: String?) -> JSONValue { value.map { JSONValue.string($0) } ?? .null }
}
