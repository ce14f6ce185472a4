/// A value to be written into one cell of a table, a CSV file or a workbook.
package enum CellValue: Equatable, Sendable {
  case empty
  case integer(Int64)
  case decimal(Double)
  case text(String)

  /// Whether the value is a number, which tables align to the right.
  package var isNumber: Bool {
    switch self {
    case .integer, .decimal: true
    case .empty, .text: false
    }
  }
}

// MARK: - CustomStringConvertible

extension CellValue: CustomStringConvertible {
  /// The value as people read it: `12.5`, `3` and not `3.0`.
  ///
  /// A decimal takes the shortest form that reads back as the same number; one that is not finite
  /// is no value and gives `""`.
  package var description: String {
    switch self {
    case .empty: ""
    case .integer(let value): String(value)
    case .decimal(let value): value.isFinite ? shortestText(of: value == 0 ? 0 : value) : ""
    case .text(let value): value
    }
  }
}

// MARK: - Literals

extension CellValue: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self = .text(value)
  }
}

extension CellValue: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int64) {
    self = .integer(value)
  }
}

extension CellValue: ExpressibleByFloatLiteral {
  package init(floatLiteral value: Double) {
    self = .decimal(value)
  }
}

extension CellValue: ExpressibleByNilLiteral {
  package init(nilLiteral: ()) {
    self = .empty
  }
}
