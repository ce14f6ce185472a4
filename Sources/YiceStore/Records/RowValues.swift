package import GRDB

/// Values of some columns of one row, checked against the catalog.
package struct RowValues: Sendable {
  package private(set) var values: [String: DatabaseValue] = [:]

  package init() {}

  package init(_ values: [String: DatabaseValue]) { self.values = values }

  /// Reads 「列=值」 texts as typed at the keyboard.
  /// - Throws: `RecordError.unknownColumn`, `RecordError.badValue`.
  package init(_ assignments: [String], in table: CatalogTable) throws {
    for text in assignments {
      let (column, value) = try Assignment.parse(text, in: table)
      values[column.name] = value
    }
  }

  package subscript(column: String) -> DatabaseValue { values[column] ?? .null }

  /// Whether the column is given, NULL included.
  package func gives(_ column: String) -> Bool { values[column] != nil }

  package func text(_ column: String) -> String? {
    values[column].flatMap { String.fromDatabaseValue($0) }
  }

  package mutating func set(_ column: String, _ value: some DatabaseValueConvertible) {
    values[column] = value.databaseValue
  }

  /// Fills in a column that is missing or NULL.
  package mutating func fill(_ column: String, _ value: some DatabaseValueConvertible) {
    if self[column].isNull { values[column] = value.databaseValue }
  }
}

extension RowValues: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, any DatabaseValueConvertible)...) {
    for (column, value) in elements { values[column] = value.databaseValue }
  }
}
