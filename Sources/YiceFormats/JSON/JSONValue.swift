/// A JSON value that keeps the order of its keys.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number; one that is not finite is written as `null`.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// The value of a cell: empty cells and numbers that are not finite are `null`.
  package init(_ cell: CellValue) {
    switch cell {
    case .empty: self = .null
    case .integer(let value): self = .integer(value)
    case .decimal(let value): self = .number(value)
    case .text(let value): self = .string(value)
    }
  }

  /// The value as JSON text, without a newline at the end.
  ///
  /// Characters beyond ASCII stand as they are; numbers take their shortest exact form.
  ///
  /// - Parameters:
  ///   - pretty: one value a line, indented by two spaces.
  ///   - depth: how deep the value stands in another one.
  package func rendered(pretty: Bool = false, depth: Int = 0) -> String {
    var text = JSONText(pretty: pretty)
    text.write(self, depth: depth)
    return text.output
  }
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral {
  package init(nilLiteral: ()) {
    self = .null
  }
}

extension JSONValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) {
    self = .bool(value)
  }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int64) {
    self = .integer(value)
  }
}

extension JSONValue: ExpressibleByFloatLiteral {
  package init(floatLiteral value: Double) {
    self = .number(value)
  }
}

extension JSONValue: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension JSONValue: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements)
  }
}
