package import YiceStore

/// What a column holds that a sheet lacks or leaves empty (`--set 用房类别=教室`).
package struct Constant: Sendable {
  package let column: CatalogColumn
  private let value: ParsedValue

  /// Reads 「列=值」.
  /// - Throws: `RecordError.unknownColumn`, `RecordError.badValue`.
  package init(_ text: String, in table: CatalogTable) throws {
    let (column, _) = try Assignment.parse(text, in: table)
    self.column = column
    let typed = text.split(separator: "=", maxSplits: 1).last.map(String.init) ?? ""
    value = try ValueParser(column).parse(typed).value
  }

  var bound: BulkUpsert.Bound {
    switch value {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .slice: .null
    case .text(let text): .text(text)
    }
  }
}
